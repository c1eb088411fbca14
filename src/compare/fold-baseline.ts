import type { EnvironmentDrift, Finding, ModuleDrift, ReportTarget } from '../report/index.js'
import { byteOrder, type Root, type Snapshot } from '../snapshot/index.js'
import { compareBuildLists, compareEnvironment } from './baseline.js'
import type { ChangeFacts } from './change.js'
import { indexChange, type ChangedFiles } from './changed-files.js'
import type { ComparedRoot, ComparedToBaseline } from './compared-job.js'
import { foldTargets } from './fold-targets.js'
import type { JobLabel } from './job-labels.js'
import { findingKey, fitFixes, mergeBy } from './merge-jobs.js'
import type { IgnoreRule } from './policy.js'
import { shareRootPairs } from './root-pairs.js'

/** The jobs of a run and what they are held against. */
export interface BaselineFoldInput {
  readonly snapshots: readonly Snapshot[]
  /** One per snapshot, in the same order. */
  readonly labels: readonly JobLabel[]
  /** `null`: there is none; nothing is compared and targets have no state. */
  readonly baseline: readonly Snapshot[] | null
  /** `null`: not known what was changed. */
  readonly change: ChangeFacts | null
  readonly ignore: readonly IgnoreRule[]
}

/** What differs from a baseline over all jobs: each row and finding once, with the ids of its jobs. */
export interface BaselineFold {
  readonly findings: readonly Finding[]
  /** Sorted by key, `from: 'baseline'`. */
  readonly environment: readonly EnvironmentDrift[]
  /** Sorted by root and path, `from: 'baseline'`. */
  readonly modules: readonly ModuleDrift[]
  /** Every target of every job, in the order of the jobs; `durationMs` is 0, as snapshots hold no time. */
  readonly targets: readonly ReportTarget[]
}

/** Only what was recorded this time is compared: a job that was stopped early has no modules, which is not "all removed". */
function recordedRoots({ roots }: Snapshot): readonly Root[] {
  return roots.filter(({ modules }) => modules.length > 0)
}

function rootIn(snapshot: Snapshot, directory: string): Root | null {
  return snapshot.roots.find((root) => root.directory === directory) ?? null
}

function withRoots(snapshot: Snapshot, roots: readonly Root[]): Snapshot {
  return { ...snapshot, roots }
}

const FROM = { from: 'baseline' } as const

function byText(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [at, text] of a.entries()) {
    const order = byteOrder(text ?? '', b[at] ?? '')
    if (order !== 0) return order
  }
  return 0
}

/** Compares a job with the same job of the baseline. */
type Comparer = (
  label: JobLabel,
  present: Snapshot,
  before: Snapshot | null,
) => ComparedToBaseline & { readonly findings: readonly Finding[] }

function comparer(template: Snapshot, ignore: readonly IgnoreRule[], change: ChangedFiles | null): Comparer {
  const compareRoot = shareRootPairs(({ before, after }): ComparedRoot => {
    const { modules, findings } = compareBuildLists(
      withRoots(template, before === null ? [] : [before]),
      withRoots(template, [after]),
      ignore,
      change,
    )
    return { before, after, drifts: modules, findings: findings.map(fitFixes) }
  })
  return (label, present, before) => {
    if (before === null) return { label, present, before, environment: [], roots: new Map(), findings: [] }
    const recorded = recordedRoots(present)
    const roots = new Map(recorded.map((after) => [after.directory, compareRoot({ before: rootIn(before, after.directory), after })]))
    const { environment, findings } = compareEnvironment(before, present, ignore, change)
    return { label, present, before, environment, roots, findings: findings.map(fitFixes) }
  }
}

/**
 * Folds what every job says against the same job of the baseline. A job that the baseline does not have is not compared:
 * nothing stands in for it. Linear in jobs times modules; jobs with the same build lists are compared once.
 */
export function foldBaseline({ snapshots, labels, baseline, change, ignore }: BaselineFoldInput): BaselineFold {
  const [template] = snapshots
  if (template === undefined) return { findings: [], environment: [], modules: [], targets: [] }
  const files = change === null ? null : indexChange(change)
  // Of two recordings of one job the first counts.
  const known = new Map((baseline ?? []).toReversed().map((snapshot) => [snapshot.job.id, snapshot]))
  const compare = comparer(template, ignore, files)
  const environment = mergeBy<EnvironmentDrift>(({ key, before, after, explained }) => JSON.stringify([key, before, after, explained]))
  const modules = mergeBy<ModuleDrift>(({ root, path, change: what, before, after, explained }) =>
    JSON.stringify([root, path, what, before, after, explained]),
  )
  const ofLists = mergeBy<Finding>(findingKey)
  const ofEnvironment = mergeBy<Finding>(findingKey)
  const jobs: ComparedToBaseline[] = []
  for (const [at, present] of snapshots.entries()) {
    const label = labels[at]
    if (label === undefined) continue
    const job = compare(label, present, known.get(present.job.id) ?? null)
    jobs.push(job)
    environment.add(job.environment, label.id)
    ofEnvironment.add(job.findings, label.id)
    for (const { drifts, findings } of job.roots.values()) {
      modules.add(drifts, label.id)
      ofLists.add(findings, label.id)
    }
  }
  const { targets, findings } = foldTargets(jobs, files, baseline !== null)
  return {
    findings: [...findings, ...ofLists.read(), ...ofEnvironment.read()],
    environment: environment
      .read()
      .map((row) => Object.assign(row, FROM))
      .toSorted((a, b) => byText([a.key, a.before, a.after], [b.key, b.before, b.after])),
    modules: modules
      .read()
      .map((row) => Object.assign(row, FROM))
      .toSorted((a, b) => byText([a.root, a.path, a.change, a.before, a.after], [b.root, b.path, b.change, b.before, b.after])),
    targets,
  }
}
