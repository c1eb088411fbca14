import type { Finding } from '../report/index.js'
import type { Snapshot, TargetResult } from '../snapshot/index.js'
import { countJobs, type JobLabel } from './job-labels.js'
import { targetKey } from './target-findings.js'

interface Attempt {
  readonly job: JobLabel
  readonly result: TargetResult
}

function failureOf(attempts: readonly Attempt[]): Finding | null {
  const failed = attempts.filter(({ result }) => result.outcome === 'failed')
  const built = attempts.filter(({ result }) => result.outcome === 'ok' || result.outcome === 'proved')
  const [first] = failed
  if (first === undefined) return null
  const { target, root, rule } = first.result
  const where = failed.map(({ job }) => job)
  const differs = built.length > 0
  const reasons = [...new Set(failed.flatMap(({ result }) => result.reason ?? []))]
  return {
    rule: differs ? 'target/broken' : (rule ?? 'target/broken'),
    severity: 'error',
    state: 'new',
    title: differs ? `${target} builds in one job and not in another` : `${target} does not build`,
    message: differs
      ? `${countJobs(where)} cannot build it, ${countJobs(built.map(({ job }) => job))} can: the difference is in the environment, not in the program.`
      : `No job that tried could build it: ${countJobs(where)}.`,
    subject: { target },
    evidence: reasons.slice(0, 10),
    fix: [],
    jobs: where.map(({ id }) => id),
    source: 'targets',
    ...(root === '.' ? {} : { root }),
  }
}

/** Findings for targets that do not build in some job, and for modules that did not pass verification in one. */
export function compareOutcomes(snapshots: readonly Snapshot[], jobs: readonly JobLabel[]): readonly Finding[] {
  const attempts = new Map<string, Attempt[]>()
  const findings: Finding[] = []
  for (const [at, { targets, integrity }] of snapshots.entries()) {
    const job = jobs[at]
    if (job === undefined) continue
    for (const result of targets) attempts.set(targetKey(result), [...(attempts.get(targetKey(result)) ?? []), { job, result }])
    if (integrity === null || (integrity.outcome !== 'failed' && integrity.outcome !== 'unknown')) continue
    const layers = integrity.layers.filter(({ outcome }) => outcome === integrity.outcome)
    const failed = integrity.outcome === 'failed'
    findings.push({
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
    })
  }
  return [...findings, ...[...attempts.values()].flatMap((group) => failureOf(group) ?? [])]
}
