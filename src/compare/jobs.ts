import type { EnvironmentDrift, Finding, ModuleDrift, Report, Verdict } from '../report/index.js'
import type { Snapshot } from '../snapshot/index.js'
import { axesOf } from './axes.js'
import { compareEnvironments } from './job-environment.js'
import { arrangeJobs, labelJobs } from './job-labels.js'
import { compareModules } from './job-modules.js'
import { compareIntegrity, compareTargets } from './job-targets.js'
import type { IgnoreRule } from './policy.js'

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
  /** Two in the order given, more by their ids. */
  readonly jobs: readonly ComparedJob[]
}

function outcomeOf({ integrity, targets }: Snapshot): Verdict {
  if (integrity?.outcome === 'failed' || targets.some(({ outcome }) => outcome === 'failed')) return 'findings'
  return integrity?.outcome === 'unknown' ? 'unknown' : 'ok'
}

/** Jobs as reports list them, in the order given. */
export function listJobs(snapshots: readonly NamedSnapshot[]): readonly ComparedJob[] {
  const labels = labelJobs(snapshots.map(({ name, snapshot }) => ({ name, job: snapshot.job })))
  return snapshots.map(({ snapshot }, at) => ({
    id: labels[at]?.id ?? snapshot.job.id,
    label: labels[at]?.label ?? snapshot.job.label,
    matrix: snapshot.job.matrix,
    outcome: outcomeOf(snapshot),
  }))
}

/**
 * Compares jobs with one another: two as first against second, more against what most of them have, whatever their order.
 * A difference that one axis of the matrix accounts for is explained, and so is one that an ignore rule names.
 * Linear in jobs times modules.
 */
export function compareJobs(snapshots: readonly NamedSnapshot[], ignore: readonly IgnoreRule[] = []): JobsComparison {
  const arranged = arrangeJobs(snapshots)
  const all = arranged.map(({ snapshot }) => snapshot)
  const jobs = listJobs(arranged)
  const axes = axesOf(all.map(({ job }) => job))
  const environment = compareEnvironments(all, axes, jobs, ignore)
  const modules = compareModules(all, axes, jobs, ignore)
  return {
    environment: environment.rows,
    modules: modules.rows,
    findings: [...compareIntegrity(all, jobs), ...compareTargets(all, jobs), ...modules.findings, ...environment.findings],
    jobs,
  }
}
