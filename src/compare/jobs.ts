import type { EnvironmentDrift, Finding, ModuleDrift, Report, Verdict } from '../report/index.js'
import type { Snapshot } from '../snapshot/index.js'
import { axesOf } from './axes.js'
import { compareEnvironments } from './job-environment.js'
import { labelJobs } from './job-labels.js'
import { compareModules } from './job-modules.js'
import { compareOutcomes } from './job-targets.js'

/** A snapshot and what it was read from: tells recordings of one job apart. */
export interface NamedSnapshot {
  readonly name: string
  readonly snapshot: Snapshot
}

/** A job as reports list it. */
export type ComparedJob = Report['jobs'][number]

/** What differs between jobs, and what of it a person should see. `before` is what most jobs have (of two, the first). */
export interface JobsComparison {
  readonly environment: readonly EnvironmentDrift[]
  readonly modules: readonly ModuleDrift[]
  readonly findings: readonly Finding[]
  /** In the order given. */
  readonly jobs: readonly ComparedJob[]
}

function outcomeOf({ integrity, targets }: Snapshot): Verdict {
  if (integrity?.outcome === 'failed' || targets.some(({ outcome }) => outcome === 'failed')) return 'findings'
  return integrity?.outcome === 'unknown' ? 'unknown' : 'ok'
}

/**
 * Compares jobs with one another: two as first against second, more against what most of them have.
 * A difference that one axis of the matrix accounts for is explained. Linear in jobs times modules.
 */
export function compareJobs(snapshots: readonly NamedSnapshot[]): JobsComparison {
  const all = snapshots.map(({ snapshot }) => snapshot)
  const labels = labelJobs(snapshots.map(({ name, snapshot }) => ({ name, job: snapshot.job })))
  const axes = axesOf(all.map(({ job }) => job))
  const environment = compareEnvironments(all, axes, labels)
  const modules = compareModules(all, axes, labels)
  const jobs = all.map((snapshot, at) => ({
    id: labels[at]?.id ?? snapshot.job.id,
    label: labels[at]?.label ?? snapshot.job.label,
    matrix: snapshot.job.matrix,
    outcome: outcomeOf(snapshot),
  }))
  return {
    environment: environment.rows,
    modules: modules.rows,
    findings: [...compareOutcomes(all, labels), ...modules.findings, ...environment.findings],
    jobs,
  }
}
