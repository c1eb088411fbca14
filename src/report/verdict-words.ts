import { comparesJobs, driftRows, lacksTrust } from './drift-rows.js'
import type { Finding, Report, Verdict } from './model.js'
import { countTargets, foldTargets } from './target-rows.js'
import { count } from './words.js'

/** Rules of which the verdict counts the findings in words of their own. */
const MISSING = 'job/missing'

function failureWords(report: Report): string | null {
  const counts = countTargets(foldTargets(report))
  const { broken, known, fixed, skipped } = counts
  const tried = broken + counts.new + counts.failed + known + fixed + counts.builds
  if (tried + skipped === 0) return null
  if (tried === 0) return `${count(skipped, 'target')} skipped, none built`
  const more = skipped === 0 ? [] : [`${String(skipped)} skipped`]
  const open =
    counts.failed === tried
      ? `none of ${String(tried)} targets builds`
      : `${String(counts.failed)} of ${count(tried, 'target')} ${counts.failed === 1 ? 'does' : 'do'} not build`
  const parts = [
    ...(broken === 0 ? [] : [`${count(broken, 'target')} newly broken`]),
    ...(counts.new === 0 ? [] : [`${count(counts.new, 'new target')} ${counts.new === 1 ? 'does' : 'do'} not build`]),
    ...(counts.failed === 0 ? [] : [tried === 1 ? 'the target does not build' : open]),
  ]
  if (known > 0)
    parts.push(
      parts.length > 0
        ? `${String(known)} known`
        : `${count(known, 'target')} still ${known === 1 ? 'fails' : 'fail'} (known from the baseline)`,
    )
  if (fixed > 0) parts.push(parts.length > 0 ? `${String(fixed)} fixed` : `${count(fixed, 'target')} fixed`)
  if (parts.length === 0) parts.push(tried === 1 ? '1 target builds' : `all ${String(tried)} targets build`)
  return [...parts, ...more].join(', ')
}

/** What was found of the modules, in a few words; `null` where nobody asked. */
export function integrityWords({ integrity, targets, jobs }: Report): string | null {
  if (integrity.outcome === 'ok') return 'modules verified'
  if (integrity.outcome === 'unknown') return 'modules could not be verified'
  if (integrity.outcome === 'failed') {
    const layers = integrity.layers.filter(({ outcome }) => outcome === 'failed').map(({ layer }) => layer)
    return `modules do not pass verification${layers.length === 0 ? '' : ` (${layers.join(', ')})`}`
  }
  if (integrity.layers.length > 0) return 'no modules to verify'
  return targets.length > 0 && jobs.length < 2 ? 'modules not verified' : null
}

/** What the jobs of one run say of one another. */
function jobWords(report: Report): readonly string[] {
  const missing = report.findings.filter(({ rule, state }) => rule === MISSING && state === 'new').length
  const lacking = missing === 0 ? [] : [`${count(missing, 'job')} missing`]
  if (report.jobs.length < 2) return lacking
  const { open } = driftRows(report).jobs
  const sums = (report.comparison.sums ?? []).filter(({ explained }) => explained === undefined).length
  const differing = open.length + sums
  const jobs = `${String(report.jobs.length)} jobs`
  return [...lacking, differing === 0 ? `${jobs} agree` : `${count(differing, 'difference')} between ${jobs}`]
}

function baselineWords(report: Report): string | null {
  if (report.comparison.baseline === null || comparesJobs(report)) return null
  if (lacksTrust(report)) return 'the baseline could not be used'
  const { open, explained } = driftRows(report).baseline
  if (open.length > 0) return `${count(open.length, 'difference')} from the baseline`
  if (report.jobs.length > 1) return null
  return explained.length > 0 ? 'nothing unexplained differs from the baseline' : 'nothing differs from the baseline'
}

/** Errors and warnings that neither targets nor integrity nor missing jobs speak of. */
function otherWords({ findings, integrity }: Report): string | null {
  const rest = findings.filter(
    ({ subject, state, source, rule }) =>
      state === 'new' && subject.target === undefined && rule !== MISSING && !(source === 'integrity' && integrity.outcome === 'failed'),
  )
  const amount = (severity: Finding['severity']): number => rest.filter((finding) => finding.severity === severity).length
  const [errors, warnings] = [amount('error'), amount('warning')]
  const parts = [...(errors > 0 ? [count(errors, 'error')] : []), ...(warnings > 0 ? [count(warnings, 'warning')] : [])]
  return parts.length === 0 ? null : parts.join(', ')
}

/** Whether warnings alone, or failures that are known, make the verdict: not the red of a failed run. */
export function isCalm({ verdict, findings, integrity }: Report): boolean {
  return (
    verdict === 'findings' &&
    integrity.outcome !== 'failed' &&
    !findings.some(({ severity, state }) => severity === 'error' && state === 'new')
  )
}

/** A verdict without facts, and what goes before them. */
const WORDS: Readonly<Record<Verdict, readonly [string, string]>> = {
  ok: ['nothing found', ''],
  findings: ['there are findings', ''],
  unknown: ['the verdict is unknown', 'the verdict is unknown: '],
  error: ['the run broke before it could tell', 'the run broke before it could tell everything: '],
}

/** The verdict as one sentence of known words: `1 target newly broken, 1 known, 4 jobs agree, modules verified`. */
export function describeVerdict(report: Report): string {
  const [targets, integrity] = [failureWords(report), integrityWords(report)]
  // What stopped the build comes before what was not built.
  const first = report.integrity.outcome === 'failed' ? [integrity, targets] : [targets]
  const last = report.integrity.outcome === 'failed' ? [] : [integrity]
  const facts = [...first, ...jobWords(report), ...last, otherWords(report), baselineWords(report)]
    .filter((part) => part !== null)
    .join(', ')
  const [alone, before] = WORDS[report.verdict]
  return facts === '' ? alone : `${before}${facts}`
}
