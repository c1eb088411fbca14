import { verbatim, code, prose } from './markdown-escape.js'
import type { EnvironmentDrift, Finding, Fix, ModuleDrift, Report } from './model.js'
import { groupFindings, orderFindings, type FindingGroup } from './order.js'
import {
  afterEdit,
  comparesJobs,
  count,
  describeVerdict,
  formatDuration,
  formatLocation,
  jobNames,
  lacksTrust,
  nameSome,
  NO_BASELINE,
  reasonsOf,
  SAVE_BASELINE,
  wantsBaseline,
} from './words.js'

export interface MarkdownOptions {
  /** UTF-8 bytes that the whole may have: 1,000,000 for a job summary, 65,535 for a check run. */
  readonly maxBytes: number
}

/** How much is told: each step down the ladder tells less. */
interface Detail {
  readonly findings: number
  readonly evidence: number
  readonly rows: number
  readonly targets: number
}

const LADDER: readonly Detail[] = [
  { findings: 500, evidence: 40, rows: 500, targets: 1000 },
  { findings: 200, evidence: 8, rows: 100, targets: 500 },
  { findings: 50, evidence: 0, rows: 20, targets: 100 },
  { findings: 10, evidence: 0, rows: 0, targets: 20 },
  { findings: 3, evidence: 0, rows: 0, targets: 0 },
]

const MARK = { ok: '✅', findings: '❌', unknown: '❔', error: '❌' } as const
const TARGET_MARK = { ok: '✅', proved: '✅', failed: '❌', skipped: '➖' } as const
const LAYER_MARK = { ok: '✅', failed: '❌', unknown: '❔', 'not-applicable': '➖' } as const

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : [row(head), row(head.map(() => '---')), ...rows.map(row), '']
}

function more(hidden: number, what: string): readonly string[] {
  return hidden <= 0 ? [] : [`and ${count(hidden, `more ${what}`)}: the JSON report has all`, '']
}

function fixLine({ command, edit, why }: Fix): string {
  if (command !== undefined) return `- ${code(command)}: ${prose(why)}`
  return edit === undefined ? `- ${prose(why)}` : `- ${prose(edit)}${afterEdit(edit)}${prose(why)}`
}

function stateWord({ state, severity }: Finding): string {
  return state === 'new' ? severity : state
}

function findingBlock({ finding, targets }: FindingGroup, report: Report, detail: Detail): readonly string[] {
  const { rule, title, message, location, evidence, fix, state, jobs = [] } = finding
  const lines = [`**${stateWord(finding)}** ${prose(title)}`, '']
  const facts = [
    ...(location === undefined ? [] : [code(formatLocation(location))]),
    ...(targets.length === 0 ? [] : [code(nameSome(targets, 20))]),
    ...(jobs.length === 0 ? [] : [code(nameSome(jobNames(report, jobs), 20))]),
    code(rule),
  ]
  lines.push(facts.join(' · '), '', prose(message), '')
  if (state === 'known') lines.push('It failed in the baseline too, so it does not fail this run.', '')
  const seen = evidence.slice(0, detail.evidence)
  if (seen.length > 0) lines.push(verbatim(seen), '')
  if (fix.length > 0) lines.push('Fix:', ...fix.map(fixLine), '')
  return lines
}

function findingSection(groups: readonly FindingGroup[], report: Report, detail: Detail): readonly string[] {
  if (groups.length === 0) return []
  const shown = groups.slice(0, detail.findings)
  return [
    '### Findings',
    '',
    ...shown.flatMap((group) => findingBlock(group, report, detail)),
    ...more(groups.length - shown.length, 'finding'),
  ]
}

function jobSection({ jobs }: Report, detail: Detail): readonly string[] {
  if (jobs.length < 2 || detail.targets === 0) return []
  const shown = jobs.slice(0, detail.targets)
  return [
    '### Jobs',
    '',
    ...table(
      ['', 'job', 'outcome'],
      shown.map(({ label, outcome }) => [MARK[outcome], code(label), outcome]),
    ),
    ...more(jobs.length - shown.length, 'job'),
  ]
}

function targetSection({ targets, jobs }: Report, detail: Detail): readonly string[] {
  if (targets.length === 0 || detail.targets === 0) return []
  const labels = new Map(jobs.map(({ id, label }) => [id, label]))
  const byJob = jobs.length > 1 && targets.some(({ job }) => job !== undefined)
  const byRoot = targets.some(({ root }) => root !== undefined)
  const shown = targets.slice(0, detail.targets)
  return [
    '### Targets',
    '',
    ...table(
      ['', ...(byJob ? ['job'] : []), ...(byRoot ? ['root'] : []), 'target', 'outcome', 'time', 'why'],
      shown.map(({ job, root, target, outcome, durationMs, rule, reason }) => [
        TARGET_MARK[outcome],
        ...(byJob ? [code(labels.get(job ?? '') ?? job ?? '')] : []),
        ...(byRoot ? [code(root ?? '.')] : []),
        code(target),
        outcome,
        outcome === 'skipped' || durationMs === 0 ? '' : formatDuration(durationMs),
        [code(rule ?? ''), prose(reason ?? '')].filter((text) => text !== '').join(' '),
      ]),
    ),
    ...more(targets.length - shown.length, 'target'),
  ]
}

function integritySection({ integrity: { layers } }: Report, detail: Detail): readonly string[] {
  if (layers.length === 0 || detail.targets === 0) return []
  return [
    '### Modules',
    '',
    ...table(
      ['', 'layer', 'checked', 'failed', 'why'],
      layers.map(({ layer, outcome, checked, failed, reason }) => [
        LAYER_MARK[outcome],
        code(layer),
        outcome === 'not-applicable' ? '' : String(checked),
        outcome === 'not-applicable' ? '' : String(failed),
        prose(reason ?? ''),
      ]),
    ),
  ]
}

function value(text: string | null): string {
  if (text === null) return 'not there'
  return text === '' ? 'empty' : code(text)
}

function driftRow(name: string, { before, after, explained }: EnvironmentDrift | ModuleDrift): readonly string[] {
  return [code(name), value(before), value(after), explained === undefined ? '' : prose(explained)]
}

function comparisonSection(report: Report, detail: Detail): readonly string[] {
  const { baseline, environment, modules } = report.comparison
  const amongJobs = comparesJobs(report)
  if (baseline === null && !amongJobs)
    return wantsBaseline(report) ? ['### Baseline', '', `${NO_BASELINE}: ${code(SAVE_BASELINE)} keeps this one`, ''] : []
  const distrust = baseline?.trusted === false && !amongJobs ? '**not trusted**: ' : ''
  const rows = [
    ...environment.map((drift) => ({ drift, name: drift.key })),
    ...modules.map((drift) => ({ drift, name: `${drift.path} ${drift.change}` })),
  ].toSorted((a, b) => Number(a.drift.explained !== undefined) - Number(b.drift.explained !== undefined))
  const shown = rows.slice(0, detail.rows)
  return [
    amongJobs ? '### Differences' : '### Baseline',
    '',
    ...(baseline === null ? [] : [`${distrust}${code(baseline.ref)} ${prose(baseline.reason)}`, '']),
    ...(rows.length === 0 && !lacksTrust(report) ? ['no differences', ''] : []),
    ...table(
      ['what', 'before', 'now', 'explained'],
      shown.map(({ name, drift }) => driftRow(name, drift)),
    ),
    ...more(rows.length - shown.length, 'difference'),
  ]
}

function degradedSection(report: Report): readonly string[] {
  if (report.degraded.length === 0) return []
  return ['### Not done', '', ...report.degraded.slice(0, 50).map(({ what, why }) => `- ${prose(what)}: ${prose(why)}`), '']
}

function verdictLine(report: Report): string {
  return `## ${MARK[report.verdict]} goparity: ${prose(describeVerdict(report))}`
}

function render(report: Report, groups: readonly FindingGroup[], detail: Detail): string {
  const why = report.verdict === 'unknown' || report.verdict === 'error' ? reasonsOf(report).slice(0, 5) : []
  const lines = [
    verdictLine(report),
    '',
    ...(why.length === 0 ? [] : [...why.map((reason) => `- ${prose(reason)}`), '']),
    ...findingSection(groups, report, detail),
    ...jobSection(report, detail),
    ...targetSection(report, detail),
    ...integritySection(report, detail),
    ...comparisonSection(report, detail),
    ...degradedSection(report),
    `goparity ${code(report.tool.version)}${report.timings.totalMs === 0 ? '' : `, took ${formatDuration(report.timings.totalMs)}`}`,
  ]
  return `${lines.join('\n')}\n`
}

/** As many whole lines as fit; every line of ours closes what it opens, so a cut between lines is never inside anything. */
function cutAtLine(text: string, maxBytes: number): string {
  const note = '\nThe report is too large for this place: the JSON report has all.\n'
  let left = maxBytes - bytesOf(note)
  const kept: string[] = []
  for (const line of text.split('\n')) {
    left -= bytesOf(line) + 1
    if (left < 0) break
    kept.push(line)
  }
  return kept.length === 0 ? '' : `${kept.join('\n')}\n${note}`
}

/**
 * The report as GitHub Markdown within a budget of bytes: with less and less detail until it fits, then cut between lines.
 * Everything recorded is printed through one escaper, so it stays text.
 */
export function renderMarkdown(report: Report, { maxBytes }: MarkdownOptions): string {
  const groups = groupFindings(orderFindings(report.findings))
  let text = ''
  for (const detail of LADDER) {
    text = render(report, groups, detail)
    if (bytesOf(text) <= maxBytes) return text
  }
  const cut = cutAtLine(text, maxBytes)
  if (cut !== '') return cut
  const last = `goparity: ${report.verdict}\n`
  return last.length <= maxBytes ? last : ''
}
