import type { Finding, Severity, Verdict } from '../report/index.js'
import type { Integrity } from '../snapshot/index.js'

/**
 * From which severity on findings fail a run; `unknown`: errors, and a verdict `unknown` too; `unverified`: only what keeps the
 * modules from being built as verified, everything else is left to a report over all jobs.
 */
export type FailOn = 'error' | 'warning' | 'note' | 'unknown' | 'unverified' | 'never'

const RANK: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 }

/** New findings count. A known failure was there before this change, and what is fixed is good news. */
function counts(finding: Finding): boolean {
  return finding.state === 'new'
}

export interface VerdictFacts {
  /** After the policy. */
  readonly findings: readonly Finding[]
  /** `null`: nobody asked for it. */
  readonly integrity: Pick<Integrity, 'outcome'> | null
  /** Reasons why something that was asked for could not be told: a baseline that cannot be trusted, … */
  readonly unknown?: readonly string[]
  /** The run itself broke. */
  readonly failed?: boolean
  /** Notes make a verdict only where they fail the run. */
  readonly failOn?: FailOn
}

/**
 * One word for a run. Unknown is never ok: it gives way to errors only.
 * Notes alone are `ok`; a known failure is still `findings`, though it does not fail the run.
 */
export function verdictOf({ findings, integrity, unknown = [], failed = false, failOn = 'error' }: VerdictFacts): Verdict {
  if (failed) return 'error'
  const open = findings.filter((finding) => finding.state !== 'fixed')
  if (integrity?.outcome === 'failed' || open.some((finding) => finding.severity === 'error' && counts(finding))) return 'findings'
  if (integrity?.outcome === 'unknown' || unknown.length > 0) return 'unknown'
  const from = failOn === 'note' ? RANK.note : RANK.warning
  return open.some((finding) => RANK[finding.severity] >= from) ? 'findings' : 'ok'
}

/**
 * 3 when the run fails: findings at or above `failOn` (known and fixed ones never count), or `unknown` when asked for.
 * `sound`: whether every module may be built; `unverified` asks for nothing but that, and for no error in the modules' integrity.
 */
export function exitCodeOf(verdict: Verdict, findings: readonly Finding[], failOn: FailOn, sound = true): 0 | 3 {
  if (failOn === 'never') return 0
  if (verdict === 'error') return 3
  if (failOn === 'unknown' && verdict === 'unknown') return 3
  if (failOn === 'unverified' && !sound) return 3
  const from = RANK[failOn === 'unknown' || failOn === 'unverified' ? 'error' : failOn]
  const failing = findings.filter((finding) => counts(finding) && RANK[finding.severity] >= from)
  return failing.some(({ source }) => failOn !== 'unverified' || source === 'integrity') ? 3 : 0
}
