import { byteOrder, type Job, type Snapshot } from '../snapshot/index.js'

/** A job of the baseline, and why it is the one to compare with. */
export interface PickedJob {
  readonly snapshot: Snapshot
  /** One sentence without a full stop. */
  readonly reason: string
  /** Another job stands in for this one: differences may be those of the two jobs. */
  readonly standsIn: boolean
}

/**
 * The baseline's snapshot for a job: the same job; else the only one; else the first on the same platform (`linux/amd64`).
 * `null` when none of them fits.
 */
export function pickBaselineJob(snapshots: readonly Snapshot[], job: Job, platform?: string): PickedJob | null {
  const same = snapshots.find((snapshot) => snapshot.job.id === job.id)
  if (same !== undefined) return { snapshot: same, reason: `the same job, ${job.label}`, standsIn: false }
  const [only, ...others] = snapshots
  if (only === undefined) return null
  if (others.length === 0)
    return { snapshot: only, reason: `the baseline does not have ${job.label}; its only job is ${only.job.label}`, standsIn: true }
  const alike = snapshots.filter((snapshot) => snapshot.toolchain.host === platform).toSorted((a, b) => byteOrder(a.job.id, b.job.id))
  const [first] = alike
  if (first === undefined) return null
  const which = alike.length === 1 ? 'its only job' : `the first of its ${String(alike.length)} jobs`
  return {
    snapshot: first,
    reason: `the baseline does not have ${job.label}; ${which} on ${first.toolchain.host} is ${first.job.label}`,
    standsIn: true,
  }
}
