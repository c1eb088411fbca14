import { byteOrder, type Job } from '../snapshot/index.js'

/** How a compared job is named: its id, made unique where one job was recorded several times. */
export interface JobLabel {
  readonly id: string
  readonly label: string
}

/**
 * The order in which jobs are compared: two as they are given, as first against second;
 * more by id and name, so that who is asked first decides nothing.
 */
export function arrangeJobs<T extends { readonly name: string; readonly snapshot: { readonly job: Job } }>(
  jobs: readonly T[],
): readonly T[] {
  return jobs.length < 3 ? jobs : jobs.toSorted((a, b) => byteOrder(a.snapshot.job.id, b.snapshot.job.id) || byteOrder(a.name, b.name))
}

/** Names for jobs; `names` (file names, say) tell recordings of one job apart. */
export function labelJobs(jobs: readonly { readonly name: string; readonly job: Job }[]): readonly JobLabel[] {
  const times = new Map<string, number>()
  for (const { job } of jobs) times.set(job.id, (times.get(job.id) ?? 0) + 1)
  const taken = new Set<string>()
  return jobs.map(({ name, job }) => {
    const repeated = (times.get(job.id) ?? 0) > 1
    let id = repeated ? `${job.id} (${name})` : job.id
    for (let more = 2; taken.has(id); more += 1) id = `${job.id} (${name}, ${String(more)})`
    taken.add(id)
    return { id, label: repeated ? `${job.label} (${name})` : job.label }
  })
}

/** Names that one evidence line spells out. */
const NAMED = 8

/** `the job ci / build` or `3 jobs`. */
export function countJobs(jobs: readonly JobLabel[]): string {
  const [only, ...others] = jobs
  return only !== undefined && others.length === 0 ? only.label : `${String(jobs.length)} jobs`
}

/** `ci / build (go=1.25), ci / build (go=1.26) and 6 more`. */
export function nameJobs(jobs: readonly JobLabel[]): string {
  const names = jobs.slice(0, NAMED).map(({ label }) => label)
  return jobs.length > NAMED ? `${names.join(', ')} and ${String(jobs.length - NAMED)} more` : names.join(', ')
}
