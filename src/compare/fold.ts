import type { EnvironmentDrift, Finding, ModuleDrift, ReportTarget, SumDrift } from '../report/index.js'
import type { Snapshot } from '../snapshot/index.js'
import { axesOf } from './axes.js'
import { indexChange } from './changed-files.js'
import type { ChangeFacts } from './change.js'
import type { ExpectedJobs } from './expected.js'
import { foldBaseline } from './fold-baseline.js'
import { compareEnvironments } from './job-environment.js'
import { arrangeJobs, type JobLabel } from './job-labels.js'
import { findMissingJobs } from './job-missing.js'
import { compareModules } from './job-modules.js'
import { compareSums } from './job-sums.js'
import { addOtherJobs, compareIntegrity, compareTargets } from './job-targets.js'
import { listJobs, type ComparedJob, type NamedSnapshot } from './jobs.js'
import { findingKey } from './merge-jobs.js'
import type { IgnoreRule } from './policy.js'

/** All that is known of one run. */
export interface FoldInput {
  /** One per job, the newest attempt of each. */
  readonly snapshots: readonly NamedSnapshot[]
  readonly expected: ExpectedJobs
  /** The snapshots of the trusted run; `null`: none, nothing is compared with one. */
  readonly baseline: readonly Snapshot[] | null
  /** `null`: not known what was changed. */
  readonly change: ChangeFacts | null
  readonly ignore: readonly IgnoreRule[]
}

/** One run as one answer. */
export interface Fold {
  /** Two in the order given, more by their ids. */
  readonly jobs: readonly ComparedJob[]
  readonly findings: readonly Finding[]
  readonly targets: readonly ReportTarget[]
  readonly environment: readonly EnvironmentDrift[]
  readonly modules: readonly ModuleDrift[]
  readonly sums: readonly SumDrift[]
}

function asKnown(finding: Finding): Finding {
  return { ...finding, state: 'known' }
}

/** The environments of the jobs, and which of their findings the same jobs of the baseline made, too. */
function foldEnvironments(
  snapshots: readonly Snapshot[],
  jobs: readonly JobLabel[],
  { baseline, ignore }: FoldInput,
): ReturnType<typeof compareEnvironments> {
  const now = compareEnvironments(snapshots, axesOf(snapshots.map(({ job }) => job)), jobs, ignore)
  if (baseline === null || now.findings.length === 0) return now
  const byId = new Map(baseline.toReversed().map((snapshot) => [snapshot.job.id, snapshot]))
  const before = snapshots.map(({ job }) => byId.get(job.id)).filter((snapshot) => snapshot !== undefined)
  if (before.length !== snapshots.length) return now
  const then = compareEnvironments(before, axesOf(before.map(({ job }) => job)), jobs, ignore)
  const told = new Set(then.findings.map(findingKey))
  return { rows: now.rows, findings: now.findings.map((finding) => (told.has(findingKey(finding)) ? asKnown(finding) : finding)) }
}

/**
 * Folds the jobs of a run: against what was expected, against one another (two in the order given, more whatever their order),
 * and each against itself in the baseline. What fails is told once: of a target the baseline's finding, where there is one,
 * with what the other jobs say of it. Linear in jobs times modules.
 */
export function foldRun(input: FoldInput): Fold {
  const { baseline, change, ignore, expected } = input
  const arranged = arrangeJobs(input.snapshots)
  const snapshots = arranged.map(({ snapshot }) => snapshot)
  const jobs = listJobs(arranged)
  const axes = axesOf(snapshots.map(({ job }) => job))
  const against = foldBaseline({ snapshots, labels: jobs, baseline, change, ignore })
  const modules = compareModules(snapshots, axes, jobs, ignore)
  const sums = compareSums({ snapshots, axes, jobs, ignore, modules: modules.rows })
  const environment = foldEnvironments(snapshots, jobs, input)
  const files = change === null ? null : indexChange(change)
  return {
    jobs,
    findings: [
      ...findMissingJobs({ expected, snapshots, labels: jobs, baseline, change: files }),
      ...compareIntegrity(snapshots, jobs),
      ...(baseline === null ? compareTargets(snapshots, jobs) : []),
      ...addOtherJobs(against.findings, snapshots, jobs),
      ...modules.findings,
      ...sums.findings,
      ...environment.findings,
    ],
    targets: against.targets,
    environment: [...environment.rows, ...against.environment],
    modules: [...modules.rows, ...against.modules],
    sums: sums.rows,
  }
}
