import type { Finding, Location, Report, Verdict } from './model.js'
import { oneLine } from './neutral.js'

/** `1 target`, `3 targets`. */
export function count(amount: number, one: string, many: string = `${one}s`): string {
  return `${String(amount)} ${amount === 1 ? one : many}`
}

/** Milliseconds for people: `840 ms`, `12.3 s`, `2 min 5 s`. */
export function formatDuration(ms: number): string {
  const whole = Math.max(0, Math.round(ms))
  if (whole < 1000) return `${String(whole)} ms`
  if (whole < 59_950) return `${(whole / 1000).toFixed(1)} s`
  const seconds = Math.round(whole / 1000)
  const minutes = Math.floor(seconds / 60)
  return minutes < 60
    ? `${String(minutes)} min ${String(seconds % 60)} s`
    : `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`
}

/** `file:line:column`, as far as it is known. */
export function formatLocation({ file, line, column }: Location): string {
  const at = line === undefined ? '' : `:${String(line)}${column === undefined ? '' : `:${String(column)}`}`
  return `${oneLine(file)}${at}`
}

/** What stands between an edit and its reason: an edit may be a sentence of its own. */
export function afterEdit(edit: string): string {
  return /[.!?]$/.test(edit.trimEnd()) ? ' ' : ': '
}

/** One character for a verdict. */
export const VERDICT_SYMBOL: Readonly<Record<Verdict, string>> = { ok: '✓', findings: '✗', unknown: '?', error: '✗' }

/** `linux/arm64, linux/386 and 3 more`. */
export function nameSome(names: readonly string[], shown: number): string {
  if (names.length <= shown) return names.join(', ')
  return `${names.slice(0, shown).join(', ')} and ${String(names.length - shown)} more`
}

function targetWords({ targets, findings }: Report): string | null {
  const built = targets.filter(({ outcome }) => outcome !== 'skipped')
  const skipped = targets.length - built.length
  const more = skipped === 0 ? '' : `, ${String(skipped)} skipped`
  if (targets.length === 0) return null
  if (built.length === 0) return `${count(skipped, 'target')} skipped, none built`
  const failed = built.filter(({ outcome }) => outcome === 'failed')
  if (failed.length === 0) return (built.length === 1 ? '1 target builds' : `all ${String(built.length)} targets build`) + more
  const news = findings.some(({ subject, state, severity }) => subject.target !== undefined && state === 'new' && severity === 'error')
  const known = !news && findings.some(({ subject, state }) => subject.target !== undefined && state === 'known')
  const since = known ? ' (known from the baseline)' : ''
  if (built.length === 1) return `the target does not build${since}${more}`
  if (failed.length === built.length) return `none of ${String(built.length)} targets builds${since}${more}`
  return `${String(failed.length)} of ${count(built.length, 'target')} ${failed.length === 1 ? 'does' : 'do'} not build${since}${more}`
}

function integrityWords({ integrity, targets, jobs }: Report): string | null {
  if (integrity.outcome === 'ok') return 'modules verified'
  if (integrity.outcome === 'unknown') return 'modules could not be verified'
  if (integrity.outcome === 'failed') {
    const layers = integrity.layers.filter(({ outcome }) => outcome === 'failed').map(({ layer }) => layer)
    return `modules do not pass verification${layers.length === 0 ? '' : ` (${layers.join(', ')})`}`
  }
  if (integrity.layers.length > 0) return 'no modules to verify'
  return targets.length > 0 && jobs.length < 2 ? 'modules not verified' : null
}

/** Whether the report holds jobs against one another rather than a run against its baseline. */
export function comparesJobs({ jobs, comparison: { baseline } }: Report): boolean {
  return baseline === null ? jobs.length > 1 : baseline.source === 'snapshots'
}

/** A baseline that was named or found, and with which nothing could be compared. */
export function lacksTrust(report: Report): boolean {
  const { baseline, environment, modules } = report.comparison
  return baseline?.trusted === false && !comparesJobs(report) && environment.length + modules.length === 0
}

function comparisonWords(report: Report): string | null {
  const { baseline, environment, modules } = report.comparison
  const amongJobs = comparesJobs(report)
  if (baseline === null && !amongJobs) return null
  const other = amongJobs ? 'between the jobs' : 'from the baseline'
  if (lacksTrust(report)) return 'the baseline could not be used'
  const all = [...environment, ...modules]
  const open = all.filter(({ explained }) => explained === undefined).length
  if (open > 0) return `${count(open, 'difference')} ${other}`
  if (all.length > 0) return `nothing unexplained differs ${other}`
  return amongJobs ? 'the environments and modules of the jobs agree' : 'nothing differs from the baseline'
}

/** Errors and warnings that neither targets nor integrity speak of. */
function otherWords({ findings, integrity }: Report): string | null {
  const rest = findings.filter(
    ({ subject, state, source }) =>
      state === 'new' && subject.target === undefined && !(source === 'integrity' && integrity.outcome === 'failed'),
  )
  const amount = (severity: Finding['severity']): number => rest.filter((finding) => finding.severity === severity).length
  const [errors, warnings] = [amount('error'), amount('warning')]
  const parts = [...(errors > 0 ? [count(errors, 'error')] : []), ...(warnings > 0 ? [count(warnings, 'warning')] : [])]
  return parts.length === 0 ? null : parts.join(', ')
}

/** A verdict without facts, and what goes before them. */
const WORDS: Readonly<Record<Verdict, readonly [string, string]>> = {
  ok: ['nothing found', ''],
  findings: ['there are findings', ''],
  unknown: ['the verdict is unknown', 'the verdict is unknown: '],
  error: ['the run broke before it could tell', 'the run broke before it could tell everything: '],
}

/** The verdict as one sentence of known words: `1 of 3 targets does not build, modules verified`. */
export function describeVerdict(report: Report): string {
  const [targets, integrity] = [targetWords(report), integrityWords(report)]
  // What stopped the build comes before what was not built.
  const first = report.integrity.outcome === 'failed' ? [integrity, targets] : [targets, integrity]
  const facts = [...first, otherWords(report), comparisonWords(report)].filter((part) => part !== null).join(', ')
  const [alone, before] = WORDS[report.verdict]
  return facts === '' ? alone : `${before}${facts}`
}

/** Why a verdict is unknown or the run broke: in the words of the layers and the baseline, else of what was not done. */
export function reasonsOf(report: Report): readonly string[] {
  const layers = report.integrity.layers
    .filter(({ outcome }) => outcome === 'unknown')
    .map(({ layer, reason }) => `${layer}: ${oneLine(reason ?? 'unknown')}`)
  const { baseline } = report.comparison
  const untrusted = baseline?.trusted === false && !comparesJobs(report) ? [`baseline: ${oneLine(baseline.reason)}`] : []
  const direct = [...new Set([...layers, ...untrusted])]
  return direct.length > 0 ? direct : report.degraded.map(({ what, why }) => `${oneLine(what)}: ${oneLine(why)}`)
}

/** What the report says when there is no baseline and nobody said why. */
export const NO_BASELINE = 'no baseline yet'
/** The way to one. */
export const SAVE_BASELINE = 'goparity baseline save'

/** A good run that could have been compared, had there been a baseline: the one to keep. */
export function wantsBaseline({ verdict, comparison, targets, integrity, degraded }: Report): boolean {
  return (
    verdict === 'ok' &&
    comparison.baseline === null &&
    targets.length > 0 &&
    integrity.layers.length > 0 &&
    !degraded.some(({ what }) => what === 'baseline')
  )
}

/** The labels of jobs by their ids; an id that no job has stands for itself. */
export function jobNames(report: Report, ids: readonly string[]): readonly string[] {
  const labels = new Map(report.jobs.map(({ id, label }) => [id, label]))
  return ids.map((id) => labels.get(id) ?? id)
}
