import type { Colors } from './colors.js'
import type { EnvironmentDrift, ModuleDrift, Report } from './model.js'
import { oneLine } from './neutral.js'
import { comparesJobs, count, formatDuration, lacksTrust, VERDICT_SYMBOL } from './words.js'

/** Rows of differences shown unless everything is asked for. */
const ROWS = 30
/** A column grows with its content up to here; longer cells push theirs out rather than be cut. */
const WIDEST = 44

/** Characters, as code points: near enough for names and paths. */
function widthOf(cell: string): number {
  return Array.from(cell).length
}

/** Cells in columns, as wide as their content; never cut. The last column is not padded. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = new Map<number, number>()
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths.set(at, Math.max(widths.get(at) ?? 0, Math.min(widthOf(cell), WIDEST)))
  return rows.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths.get(at) ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  )
}

/** One symbol before each row of a table; painted after the columns are measured. */
function marked(rows: readonly { readonly mark: string; readonly cells: readonly string[] }[]): readonly string[] {
  return table(rows.map(({ cells }) => cells)).map((line, at) => `  ${rows[at]?.mark ?? ' '} ${line}`)
}

export function jobLines({ jobs }: Report, colors: Colors): readonly string[] {
  if (jobs.length < 2) return []
  return marked(
    jobs.map(({ label, outcome }) => ({
      mark: (outcome === 'ok' ? colors.green : outcome === 'unknown' ? colors.yellow : colors.red)(VERDICT_SYMBOL[outcome]),
      cells: [oneLine(label), outcome],
    })),
  )
}

export function targetLines({ targets, jobs }: Report, colors: Colors): readonly string[] {
  const labels = new Map(jobs.map(({ id, label }) => [id, label]))
  const several = {
    jobs: targets.some(({ job }) => job !== undefined) && jobs.length > 1,
    roots: targets.some(({ root }) => root !== undefined),
  }
  const marks = { ok: colors.green('✓'), proved: colors.green('✓'), failed: colors.red('✗'), skipped: colors.yellow('–') }
  return marked(
    targets.map(({ job, root, target, outcome, reason, durationMs, rule }) => ({
      mark: marks[outcome],
      cells: [
        ...(several.jobs ? [oneLine(labels.get(job ?? '') ?? job ?? '')] : []),
        ...(several.roots ? [oneLine(root ?? '.')] : []),
        oneLine(target),
        outcome,
        outcome === 'skipped' || durationMs === 0 ? '' : formatDuration(durationMs),
        oneLine(rule ?? ''),
        oneLine(reason ?? ''),
      ].filter((cell, at, all) => at < all.length - 2 || cell !== ''),
    })),
  )
}

/** Layers that a reader could believe to be checked: shown also when they are not. */
const LEFT_TO_GO: ReadonlySet<string> = new Set(['checksum-database', 'build-cache'])

export function integrityLines({ integrity: { layers } }: Report, colors: Colors, verbose: boolean): readonly string[] {
  const marks = { ok: colors.green('✓'), failed: colors.red('✗'), unknown: colors.yellow('?'), 'not-applicable': colors.dim('–') }
  if (!verbose && layers.length > 0 && layers.every(({ outcome }) => outcome === 'not-applicable')) {
    return [`  ${colors.dim('–')} nothing to verify: no modules beside its own`]
  }
  const words = { ok: '', failed: '', unknown: 'unknown', 'not-applicable': 'not checked' }
  return marked(
    layers
      .filter(({ layer, outcome }) => verbose || outcome !== 'not-applicable' || LEFT_TO_GO.has(layer))
      .map(({ layer, outcome, checked, failed, reason }) => {
        const numbers = outcome === 'failed' ? `${String(failed)} of ${String(checked)} failed` : `${String(checked)} checked`
        const what = words[outcome] === '' ? numbers : words[outcome]
        return { mark: marks[outcome], cells: [oneLine(layer), `${what}${reason === undefined ? '' : `: ${oneLine(reason)}`}`] }
      }),
  )
}

function show(value: string | null): string {
  if (value === null) return '(not there)'
  return value === '' ? '(empty)' : oneLine(value)
}

function driftLine(name: string, { before, after, explained }: EnvironmentDrift | ModuleDrift, colors: Colors): string {
  const why = explained === undefined ? '' : colors.dim(`   explained: ${oneLine(explained)}`)
  return `  ${oneLine(name)}  ${show(before)} → ${show(after)}${why}`
}

export function comparisonLines(report: Report, colors: Colors, verbose: boolean): readonly string[] {
  const { baseline, environment, modules } = report.comparison
  const amongJobs = comparesJobs(report)
  if (baseline === null && !amongJobs) return []
  const trust = baseline?.trusted === false && !amongJobs ? colors.yellow('not trusted: ') : ''
  const lines = baseline === null ? [] : [`  ${trust}${oneLine(baseline.ref)} (${oneLine(baseline.reason)})`]
  if (lacksTrust(report)) return lines
  const several = new Set(modules.map(({ root }) => root)).size > 1
  const rows = [
    ...environment.map((drift) => ({ drift, name: drift.key })),
    ...modules.map((drift) => ({ drift, name: `${several ? `${drift.root}: ` : ''}${drift.path} ${drift.change}` })),
  ]
  const open = rows.filter(({ drift }) => drift.explained === undefined)
  const wanted = verbose ? rows : open.slice(0, ROWS)
  lines.push(...wanted.map(({ drift, name }) => driftLine(name, drift, colors)))
  if (!verbose && open.length > wanted.length)
    lines.push(`  and ${count(open.length - wanted.length, 'more difference')} (--format json has all)`)
  const explained = rows.length - open.length
  if (rows.length === 0) lines.push('  no differences')
  else if (!verbose && explained > 0)
    lines.push(colors.dim(`  ${count(explained, 'explained difference')} not listed (--format json has all)`))
  return lines
}

export function degradedLines({ degraded }: Report): readonly string[] {
  return degraded.map(({ what, why }) => `  ${oneLine(what)}: ${oneLine(why)}`)
}

export function timingLine({ timings }: Report, colors: Colors): readonly string[] {
  if (timings.totalMs === 0) return []
  const go = timings.goMs === 0 ? '' : `, go commands ${formatDuration(timings.goMs)} in all`
  return ['', colors.dim(`took ${formatDuration(timings.totalMs)}${go}`)]
}
