import { applyPolicy, exitCodeOf, verdictOf, type FailOn } from '../compare/index.js'
import type { Ledger } from '../integrity/index.js'
import type { Config } from '../config/index.js'
import type { Comparison, Degrade, Finding, Report, ReportTarget } from '../report/index.js'
import type { Integrity, Job, Snapshot } from '../snapshot/index.js'

/** What an operation on a project gives to its face. */
export interface Outcome {
  readonly report: Report
  readonly snapshot: Snapshot
  readonly exitCode: 0 | 3
  /** What the module cache held when it was verified; `null` when nothing was. */
  readonly ledger?: Ledger | null
}

/** Everything that is known when the work is done. */
export interface Conclusion {
  readonly job: Job
  readonly findings: readonly Finding[]
  readonly integrity: Integrity
  readonly targets: readonly ReportTarget[]
  readonly degraded: readonly Degrade[]
  readonly comparison?: Comparison
  /** Why something that was asked for cannot be told. */
  readonly unknown?: readonly string[]
  /** Whether nothing forbids to build (default true). */
  readonly sound?: boolean
  readonly timings: Report['timings']
}

const NO_COMPARISON: Comparison = { baseline: null, environment: [], modules: [] }

/** Applies the project's policy and makes the report and the exit code of it. */
export function conclude(
  { job, findings, integrity, targets, degraded, comparison = NO_COMPARISON, unknown = [], sound, timings }: Conclusion,
  { config, version, failOn = config.failOn ?? 'error' }: { readonly config: Config; readonly version: string; readonly failOn?: FailOn },
): { readonly report: Report; readonly exitCode: 0 | 3 } {
  const policy = applyPolicy(findings, config)
  const verdict = verdictOf({ findings: policy.findings, integrity, unknown, failOn })
  const suppressed = policy.suppressed.map(({ finding, reason }) => ({
    what: `${finding.rule} is not reported: ${finding.title}`,
    why: reason,
  }))
  const report: Report = {
    schema: 'goparity/report/1',
    tool: { version },
    verdict,
    jobs: [{ id: job.id, label: job.label, matrix: job.matrix, outcome: verdict }],
    findings: policy.findings,
    integrity: { outcome: integrity.outcome, layers: integrity.layers },
    targets,
    comparison,
    degraded: [...degraded, ...suppressed],
    timings,
  }
  return { report, exitCode: exitCodeOf(verdict, policy.findings, failOn, sound) }
}
