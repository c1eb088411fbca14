import type { LayerResult } from '../snapshot/index.js'
import { comparesJobs, driftRows, lacksTrust, type DriftRow, type DriftRows } from './drift-rows.js'
import { allJobs, type JobNames } from './job-names.js'
import { folded, table, type Block, type Sheet } from './markdown-blocks.js'
import type { Report, SumDrift } from './model.js'
import { foldTargets, type TargetKind, type TargetRow } from './target-rows.js'
import { integrityWords } from './verdict-words.js'
import { count, formatDuration, MARK, NO_BASELINE, SAVE_BASELINE, wantsBaseline } from './words.js'

/** Jobs named in one cell. */
const NAMES = 8
/** Skipped targets that are told among those that fail. */
const SKIPPED = 5

const KIND: Readonly<Record<TargetKind, readonly [string, string]>> = {
  broken: ['❌', 'newly broken'],
  new: ['❌', 'fails, and is new'],
  failed: ['❌', 'fails'],
  known: ['⚠️', 'known'],
  fixed: ['✅', 'fixed'],
  skipped: ['➖', 'skipped'],
  builds: ['✅', ''],
}

function jobsCell(ids: readonly string[], tried: number, names: JobNames, { pen }: Sheet): string {
  const of = tried > ids.length && ids.length > 0 ? `${String(ids.length)} of ${String(tried)}: ` : ''
  return `${names.areAll(ids) ? '' : of}${names.some(ids, NAMES, pen.code)}`
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

function targetTable(rows: readonly TargetRow[], report: Report, names: JobNames, limit: number, sheet: Sheet): Block {
  const { pen } = sheet
  const several = report.jobs.length > 1
  const rooted = report.targets.some(({ root = '.' }) => root !== '.')
  return table<TargetRow>(
    rows,
    [
      { head: '', cell: ({ kind }) => KIND[kind][0] },
      { head: 'target', cell: ({ target }) => pen.code(target) },
      { head: 'root', cell: ({ root }) => (rooted ? pen.code(root) : '') },
      { head: 'in', cell: ({ jobs, tried }) => (several ? jobsCell(jobs, tried, names, sheet) : '') },
      { head: 'state', cell: ({ kind, proved }) => (proved ? 'proved' : KIND[kind][1]) },
      { head: 'time', cell: ({ kind, durationMs }) => (kind === 'skipped' || durationMs === 0 ? '' : formatDuration(durationMs)) },
      { head: 'rule', cell: ({ rule }) => pen.code(rule) },
      {
        head: 'why',
        cell: ({ reasons }) =>
          `${pen.prose(reasons[0] ?? '')}${reasons.length > 1 ? ` (and ${count(reasons.length - 1, 'other reason')})` : ''}`,
      },
    ],
    limit,
    'target',
  )
}

/** What fails, is fixed or was skipped as a table over all jobs; what builds in one line, folded. */
export function targetSection(report: Report, names: JobNames, sheet: Sheet): Block {
  const rows = foldTargets(report)
  if (rows.length === 0) return []
  const { rows: limit, foldedRows } = sheet.detail
  const several = report.jobs.length > 1 && rows.some(({ jobs }) => jobs.length > 0)
  const builds = rows.filter(({ kind }) => kind === 'builds')
  const skipped = rows.filter(({ kind }) => kind === 'skipped')
  const few = skipped.length <= SKIPPED
  const open = rows.filter(({ kind }) => kind !== 'builds' && (few || kind !== 'skipped'))
  const failing = new Set(open.map(({ root, target }) => `${root}\0${target}`))
  const other = builds.filter(({ root, target }) => !failing.has(`${root}\0${target}`))
  const fold = (some: readonly TargetRow[], summary: string): Block => {
    if (some.length === 0) return []
    return foldedRows === 0 ? [summary, ''] : folded(summary, targetTable(some, report, names, foldedRows, sheet))
  }
  const everywhere =
    several && other.every(({ jobs }) => names.areAll(jobs))
      ? ` in ${allJobs(report.jobs.length)}`
      : several
        ? ` in each job that tried ${other.length === 1 ? 'it' : 'them'}`
        : ''
  const amount = `${count(other.length, open.length > 0 ? 'other target' : 'target')} ${other.length === 1 ? 'builds' : 'build'}`
  return [
    '### Targets',
    '',
    ...targetTable(open, report, names, limit, sheet),
    ...fold(few ? [] : skipped, `${count(skipped.length, 'target')} skipped`),
    ...fold(other, `✅ ${amount}${everywhere}`),
  ]
}

/** Which layers of the modules were verified: folded when they are what they should be. */
export function integritySection(report: Report, { pen, detail }: Sheet): Block {
  const { layers, outcome } = report.integrity
  const words = integrityWords(report)
  if (layers.length === 0 || words === null) return []
  const body = table<LayerResult>(
    layers,
    [
      { head: '', cell: (row) => MARK[row.outcome] },
      { head: 'layer', cell: ({ layer }) => pen.code(layer) },
      { head: 'checked', cell: (row) => (row.outcome === 'not-applicable' ? '' : String(row.checked)) },
      { head: 'failed', cell: (row) => (row.outcome === 'not-applicable' ? '' : String(row.failed)) },
      { head: 'why', cell: ({ reason }) => pen.prose(reason ?? '') },
    ],
    layers.length,
    'layer',
  )
  if (outcome === 'failed' || outcome === 'unknown') return ['### Modules', '', ...body]
  const summary = `${MARK[outcome]} ${capital(words)}`
  return detail.foldedRows === 0 ? [summary, ''] : folded(summary, body)
}

function value(text: string | null, { pen }: Sheet): string {
  if (text === null) return 'not there'
  return text === '' ? 'empty' : pen.code(text)
}

function driftSection(rows: DriftRows, where: string, heads: readonly [string, string], names: JobNames, sheet: Sheet): Block {
  const { pen, detail } = sheet
  const { open, explained } = rows
  const part = (some: readonly DriftRow[], limit: number): Block =>
    table<DriftRow>(
      some,
      [
        { head: 'what', cell: ({ name }) => pen.code(name) },
        { head: heads[0], cell: ({ before }) => value(before, sheet) },
        { head: heads[1], cell: ({ after }) => value(after, sheet) },
        { head: 'in', cell: ({ jobs }) => jobsCell(jobs, 0, names, sheet) },
        { head: 'explained by', cell: (row) => pen.prose(row.explained ?? '') },
      ],
      limit,
      'difference',
    )
  const summary = `${count(explained.length, 'explained difference')} ${where}`
  return [
    ...(open.length === 0 ? [] : [`### Differences ${where}`, '', ...part(open, detail.rows)]),
    ...(explained.length > 0 && detail.foldedRows === 0 ? [summary, ''] : folded(summary, part(explained, detail.foldedRows))),
  ]
}

/** Differences that nothing accounts for open, the others folded; those between the jobs apart from those from the baseline. */
export function comparisonSection(report: Report, names: JobNames, sheet: Sheet): Block {
  const { jobs, baseline } = driftRows(report)
  return [
    ...driftSection(jobs, 'between the jobs', report.jobs.length === 2 ? ['before', 'now'] : ['most jobs', 'others'], names, sheet),
    ...driftSection(baseline, 'from the baseline', ['baseline', 'now'], names, sheet),
  ]
}

/** Lines of go.sum that not all jobs have, folded. */
export function sumSection({ comparison: { sums = [] } }: Report, names: JobNames, sheet: Sheet): Block {
  const { pen, detail } = sheet
  const open = sums.filter(({ explained }) => explained === undefined)
  const rooted = new Set(sums.map(({ root }) => root)).size > 1
  const ordered = [...open, ...sums.filter(({ explained }) => explained !== undefined)]
  const summary = `${count(sums.length, 'line')} of go.sum ${sums.length === 1 ? 'is' : 'are'} not the same in all jobs${open.length === 0 ? ', all explained' : `, ${String(open.length)} unexplained`}`
  if (sums.length > 0 && detail.foldedRows === 0) return [summary, '']
  const body = table<SumDrift>(
    ordered,
    [
      { head: 'root', cell: ({ root }) => (rooted ? pen.code(root) : '') },
      { head: 'line of go.sum', cell: ({ line }) => pen.code(line) },
      { head: 'is', cell: ({ change }) => change },
      { head: 'in', cell: ({ jobs }) => jobsCell(jobs, 0, names, sheet) },
      { head: 'cause', cell: ({ explained }) => (explained === undefined ? 'not known' : pen.prose(explained)) },
    ],
    detail.foldedRows,
    'line',
  )
  return folded(summary, body)
}

/** The jobs that are not ok; the others folded. */
export function jobSection({ jobs }: Report, sheet: Sheet): Block {
  if (jobs.length < 2) return []
  const { pen, detail } = sheet
  const part = (some: Report['jobs'], limit: number): Block =>
    table(
      some,
      [
        { head: '', cell: ({ outcome }) => MARK[outcome] },
        { head: 'job', cell: ({ label }) => pen.code(label) },
        { head: 'outcome', cell: ({ outcome }) => outcome },
      ],
      limit,
      'job',
    )
  const open = jobs.filter(({ outcome }) => outcome !== 'ok')
  const ok = jobs.filter(({ outcome }) => outcome === 'ok')
  const summary =
    open.length === 0
      ? `✅ ${capital(allJobs(ok.length))} are ok`
      : `✅ ${count(ok.length, 'other job')} ${ok.length === 1 ? 'is' : 'are'} ok`
  return [
    ...(open.length === 0 ? [] : ['### Jobs', '', ...part(open, detail.rows)]),
    ...(ok.length > 0 && detail.foldedRows === 0 ? [summary, ''] : folded(summary, part(ok, detail.foldedRows))),
  ]
}

/** What was asked for and not done. */
export function degradedSection(report: Report, { pen, detail }: Sheet): Block {
  // The line of facts says why there is no baseline.
  const degraded = report.comparison.baseline === null ? report.degraded.filter(({ what }) => what !== 'baseline') : report.degraded
  if (degraded.length === 0) return []
  const shown = degraded.slice(0, Math.min(50, detail.rows))
  const left = degraded.length - shown.length
  return [
    '### Not done',
    '',
    ...shown.map(({ what, why }) => `- ${pen.prose(what)}: ${pen.prose(why)}`),
    ...(left > 0 ? [`- and ${count(left, 'more thing')}: the JSON report has all`] : []),
    '',
  ]
}

function baselineWords(report: Report, { pen }: Sheet): string {
  const { baseline } = report.comparison
  if (baseline !== null) {
    if (comparesJobs(report)) return `compared: ${pen.code(baseline.ref)} ${pen.prose(baseline.reason)}`
    const nothing = driftRows(report).baseline
    const same = !lacksTrust(report) && nothing.open.length + nothing.explained.length === 0 ? ', nothing differs' : ''
    return `baseline: ${pen.code(baseline.ref)}, ${baseline.trusted ? '' : '**not trusted**, '}${pen.prose(baseline.reason)}${same}`
  }
  const why = report.degraded.find(({ what }) => what === 'baseline')?.why
  if (why !== undefined) return `baseline: none, ${pen.prose(why)}`
  return wantsBaseline(report) ? `${NO_BASELINE}: ${pen.code(SAVE_BASELINE)} keeps this one` : ''
}

/** One line of facts: how many jobs and targets, and against which baseline, and why that one. */
export function factsLine(report: Report, sheet: Sheet): Block {
  const targets = new Set(report.targets.map(({ root, target }) => `${root ?? '.'}\0${target}`)).size
  const facts = [
    ...(report.jobs.length > 1 ? [count(report.jobs.length, 'job'), ...(targets > 0 ? [count(targets, 'target')] : [])] : []),
    baselineWords(report, sheet),
  ].filter((fact) => fact !== '')
  return facts.length === 0 ? [] : [facts.join(' · '), '']
}
