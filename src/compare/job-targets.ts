import type { Finding } from '../report/index.js'
import type { Snapshot, TargetResult } from '../snapshot/index.js'
import { countJobs, type JobLabel } from './job-labels.js'
import { builds, targetKey } from './target-findings.js'

/** One target over the jobs that tried it. */
interface Attempts {
  readonly failed: { readonly job: JobLabel; readonly result: TargetResult }[]
  readonly built: JobLabel[]
}

/** Reasons and packages that a finding repeats. */
const LISTED = 10

function listed(lines: readonly string[]): readonly string[] {
  const all = [...new Set(lines)]
  return all.length > LISTED ? [...all.slice(0, LISTED), `and ${String(all.length - LISTED)} more`] : all
}

function collect(snapshots: readonly Snapshot[], jobs: readonly JobLabel[]): ReadonlyMap<string, Attempts> {
  const attempts = new Map<string, Attempts>()
  for (const [at, { targets }] of snapshots.entries()) {
    const job = jobs[at]
    if (job === undefined) continue
    for (const result of targets) {
      const key = targetKey(result)
      const entry = attempts.get(key) ?? { failed: [], built: [] }
      attempts.set(key, entry)
      if (result.outcome === 'failed') entry.failed.push({ job, result })
      else if (builds(result)) entry.built.push(job)
    }
  }
  return attempts
}

/** What it says of a failure that other jobs do not have it. */
function describeDifference(built: readonly JobLabel[]): string {
  return `${countJobs(built)} can build it: the difference is in the environment, not in the program.`
}

function failureOf({ failed, built }: Attempts): Finding | null {
  const [first] = failed
  if (first === undefined) return null
  const { target, root, rule } = first.result
  const where = failed.map(({ job }) => job)
  const differs = built.length > 0
  const said = failed.flatMap(({ result }) => {
    const words = [result.rule, result.reason].filter((text) => text !== undefined)
    return words.length === 0 ? [] : [words.join(': ')]
  })
  return {
    rule: differs ? 'target/broken' : (rule ?? 'target/broken'),
    severity: 'error',
    state: 'new',
    title: differs ? `${target} builds in one job and not in another` : `${target} does not build`,
    message: differs
      ? `${countJobs(where)} cannot build it. ${describeDifference(built)}`
      : `No job that tried could build it: ${countJobs(where)}.`,
    subject: { target },
    evidence: [...listed(said), ...listed(failed.flatMap(({ result }) => result.failedPackages))],
    fix: [],
    jobs: where.map(({ id }) => id),
    source: 'targets',
    ...(root === '.' ? {} : { root }),
  }
}

/** A finding for each target that does not build in some job: once over all jobs, told apart by whether others can build it. */
export function compareTargets(snapshots: readonly Snapshot[], jobs: readonly JobLabel[]): readonly Finding[] {
  return [...collect(snapshots, jobs).values()].flatMap((attempts) => failureOf(attempts) ?? [])
}

/**
 * Adds to findings of targets that fail what the other jobs of the run say: one that builds elsewhere is a matter of the environment.
 * So the failure of a target is told once, by the finding that also knows the baseline.
 */
export function addOtherJobs(findings: readonly Finding[], snapshots: readonly Snapshot[], jobs: readonly JobLabel[]): readonly Finding[] {
  const attempts = collect(snapshots, jobs)
  return findings.map((finding) => {
    const { source, state, subject, root = '.' } = finding
    if (source !== 'targets' || state === 'fixed' || finding.severity !== 'error' || subject.target === undefined) return finding
    const found = attempts.get(targetKey({ root, target: subject.target }))
    if (found === undefined || found.failed.length === 0 || found.built.length === 0) return finding
    return { ...finding, message: `${finding.message} ${describeDifference(found.built)}` }
  })
}

/** Findings for modules that did not pass verification in some job, or could not be verified there. */
export function compareIntegrity(snapshots: readonly Snapshot[], jobs: readonly JobLabel[]): readonly Finding[] {
  return snapshots.flatMap(({ integrity }, at): readonly Finding[] => {
    const job = jobs[at]
    if (job === undefined || integrity === null || (integrity.outcome !== 'failed' && integrity.outcome !== 'unknown')) return []
    const layers = integrity.layers.filter(({ outcome }) => outcome === integrity.outcome)
    const failed = integrity.outcome === 'failed'
    return [
      {
        rule: failed ? 'checksum/layer-mismatch' : 'checksum/unknown',
        severity: failed ? 'error' : 'warning',
        state: 'new',
        title: failed ? `the modules of ${job.label} do not pass verification` : `the modules of ${job.label} could not be verified`,
        message: failed ? 'What it built there is not what go.sum says.' : 'Whether it built what go.sum says is not known.',
        subject: {},
        evidence: layers.map(({ layer, reason }) => (reason === undefined ? layer : `${layer}: ${reason}`)),
        fix: [{ command: 'goparity verify', why: 'in that job: names the modules and what to do' }],
        jobs: [job.id],
        source: 'integrity',
      },
    ]
  })
}
