import type { LayerOutcome } from '../snapshot/index.js'
import { comparesJobs } from './drift-rows.js'
import type { Location, Report, Verdict } from './model.js'
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

/** One mark for each verdict and each outcome of a layer, in Markdown. */
export const MARK: Readonly<Record<Verdict | LayerOutcome, string>> = {
  ok: '✅',
  findings: '❌',
  failed: '❌',
  unknown: '❔',
  error: '❌',
  'not-applicable': '➖',
}

/** `linux/arm64, linux/386 and 3 more`. */
export function nameSome(names: readonly string[], shown: number): string {
  if (names.length <= shown) return names.join(', ')
  return `${names.slice(0, shown).join(', ')} and ${String(names.length - shown)} more`
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
export function wantsBaseline({ verdict, jobs, comparison, targets, integrity, degraded }: Report): boolean {
  return (
    verdict === 'ok' &&
    jobs.length < 2 &&
    comparison.baseline === null &&
    targets.length > 0 &&
    integrity.layers.length > 0 &&
    !degraded.some(({ what }) => what === 'baseline')
  )
}
