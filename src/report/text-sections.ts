import type { Colors } from './colors.js'
import { comparesJobs, driftRows, lacksTrust, type DriftRow, type DriftRows } from './drift-rows.js'
import { allJobs, type JobNames } from './job-names.js'
import type { Report } from './model.js'
import { oneLine } from './neutral.js'
import { foldTargets, type TargetKind } from './target-rows.js'
import { count, formatDuration, VERDICT_SYMBOL } from './words.js'

/** Rows of differences shown unless everything is asked for. */
const ROWS = 30
/** Jobs named in one line. */
const NAMES = 6
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

/** The jobs that are not ok, and how many are. */
export function jobLines({ jobs }: Report, colors: Colors): readonly string[] {
  if (jobs.length < 2) return []
  const open = jobs.filter(({ outcome }) => outcome !== 'ok')
  const ok = jobs.length - open.length
  return [
    ...marked(
      open.map(({ label, outcome }) => ({
        mark: (outcome === 'unknown' ? colors.yellow : colors.red)(VERDICT_SYMBOL[outcome]),
        cells: [oneLine(label), outcome],
      })),
    ),
    ...(ok === 0 ? [] : [`  ${colors.green('✓')} ${open.length === 0 ? allJobs(ok) : count(ok, 'other job')} ok`]),
  ]
}

const KIND: Readonly<Record<TargetKind, string>> = {
  broken: 'newly broken',
  new: 'fails, and is new',
  failed: 'failed',
  known: 'known',
  fixed: 'fixed',
  skipped: 'skipped',
  builds: 'ok',
}

/** Every target of a single job; of several what fails, is fixed or was skipped, over all jobs, and how many build. */
export function targetLines(report: Report, names: JobNames, colors: Colors): readonly string[] {
  const rows = foldTargets(report)
  const among = report.jobs.length > 1 && rows.some(({ jobs }) => jobs.length > 0)
  const roots = rows.some(({ root }) => root !== '.')
  const builds = among ? rows.filter(({ kind }) => kind === 'builds') : []
  const marks = { builds: colors.green('✓'), fixed: colors.green('✓'), skipped: colors.yellow('–'), known: colors.yellow('!') }
  const shown = rows.filter((row) => !builds.includes(row))
  const lines = marked(
    shown.map(({ kind, target, root, jobs, tried, rule, reasons, durationMs, proved }) => ({
      mark: kind === 'broken' || kind === 'new' || kind === 'failed' ? colors.red('✗') : marks[kind],
      cells: [
        ...(roots ? [oneLine(root)] : []),
        oneLine(target),
        proved ? 'proved' : KIND[kind],
        ...(among
          ? [
              `${names.areAll(jobs) || tried <= jobs.length ? '' : `${String(jobs.length)} of ${String(tried)}: `}${names.some(jobs, NAMES, oneLine)}`,
            ]
          : []),
        ...(among ? [] : [kind === 'skipped' || durationMs === 0 ? '' : formatDuration(durationMs)]),
        oneLine(rule),
        oneLine(reasons[0] ?? ''),
      ].filter((cell, at, all) => at < all.length - 2 || cell !== ''),
    })),
  )
  const told = new Set(shown.map(({ root, target }) => `${root}\0${target}`))
  const other = builds.filter(({ root, target }) => !told.has(`${root}\0${target}`))
  if (other.length === 0) return lines
  const everywhere = other.every(({ jobs }) => names.areAll(jobs))
    ? `in ${allJobs(report.jobs.length)}`
    : `in each job that tried ${other.length === 1 ? 'it' : 'them'}`
  const what = count(other.length, shown.length > 0 ? 'other target' : 'target')
  return [...lines, `  ${colors.green('✓')} ${what} ${other.length === 1 ? 'builds' : 'build'} ${everywhere}`]
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

function driftLine({ name, before, after, explained, jobs }: DriftRow, names: JobNames, colors: Colors): string {
  const among = jobs.length === 0 ? '' : `   in ${names.some(jobs, NAMES, oneLine)}`
  const why = explained === undefined ? '' : colors.dim(`   explained: ${oneLine(explained)}`)
  return `  ${oneLine(name)}  ${show(before)} → ${show(after)}${among}${why}`
}

function driftLines({ open, explained }: DriftRows, names: JobNames, colors: Colors, verbose: boolean): readonly string[] {
  const wanted = verbose ? [...open, ...explained] : open.slice(0, ROWS)
  const lines = wanted.map((row) => driftLine(row, names, colors))
  if (!verbose && open.length > wanted.length)
    lines.push(`  and ${count(open.length - wanted.length, 'more difference')} (--format json has all)`)
  if (!verbose && explained.length > 0)
    lines.push(colors.dim(`  ${count(explained.length, 'explained difference')} not listed (--format json has all)`))
  return lines
}

/** What differs between the jobs of this run. */
export function jobDriftLines(report: Report, names: JobNames, colors: Colors, verbose: boolean): readonly string[] {
  const { baseline } = report.comparison
  const alone = comparesJobs(report)
  const rows = driftRows(report).jobs
  const lines = driftLines(rows, names, colors, verbose)
  return [
    ...(alone && baseline !== null ? [`  ${oneLine(baseline.ref)} (${oneLine(baseline.reason)})`] : []),
    ...lines,
    ...(alone && lines.length === 0 ? ['  no differences'] : []),
  ]
}

/** Against which baseline, why that one, and what differs from it. */
export function baselineLines(report: Report, names: JobNames, colors: Colors, verbose: boolean): readonly string[] {
  const { baseline } = report.comparison
  if (baseline === null || comparesJobs(report)) return []
  const trust = baseline.trusted ? '' : colors.yellow('not trusted: ')
  const head = `  ${trust}${oneLine(baseline.ref)} (${oneLine(baseline.reason)})`
  if (lacksTrust(report)) return [head]
  const lines = driftLines(driftRows(report).baseline, names, colors, verbose)
  return [head, ...(lines.length === 0 ? ['  no differences'] : lines)]
}

/** Lines of go.sum that not all jobs have; the explained ones only when everything is wanted. */
export function sumLines({ comparison: { sums = [] } }: Report, names: JobNames, colors: Colors, verbose: boolean): readonly string[] {
  const open = sums.filter(({ explained }) => explained === undefined)
  const wanted = verbose ? sums : open.slice(0, ROWS)
  const lines = wanted.map(({ line, change, jobs, explained }) => {
    const why = explained === undefined ? '' : colors.dim(`   explained: ${oneLine(explained)}`)
    return `  ${change}  ${oneLine(line)}   in ${names.some(jobs, NAMES, oneLine)}${why}`
  })
  const left = (verbose ? 0 : sums.length) - (verbose ? 0 : wanted.length)
  if (left > 0)
    lines.push(
      colors.dim(`  ${count(left, open.length > wanted.length ? 'more line' : 'explained line')} not listed (--format json has all)`),
    )
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
