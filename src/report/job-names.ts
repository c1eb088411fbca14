import type { Json } from '../snapshot/index.js'
import type { Report } from './model.js'

function valueName(axis: string, value: Json): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : `${axis}=${JSON.stringify(value)}`
}

/** `both jobs`, `all 4 jobs`. */
export function allJobs(amount: number): string {
  return amount === 2 ? 'both jobs' : `all ${String(amount)} jobs`
}

/** Names the jobs of a report. */
export interface JobNames {
  /** Whether the report has several jobs. */
  readonly several: boolean
  /** The matrix values of a job where they tell it from all others (`1.26 ubuntu-24.04`), else its label; an id that no job has stands for itself. */
  readonly of: (id: string) => string
  /** As `allJobs` when it is all of several, else their names, so many of them at most, each as `write` gives it. */
  readonly some: (ids: readonly string[], shown: number, write: (name: string) => string) => string
  /** Whether these are all jobs of a report that has several. */
  readonly areAll: (ids: readonly string[]) => boolean
}

export function nameJobs({ jobs }: Pick<Report, 'jobs'>): JobNames {
  const short = jobs.map(({ label, matrix }) => {
    const axes = Object.entries(matrix)
    return axes.length === 0 ? label : axes.map(([axis, value]) => valueName(axis, value)).join(' ')
  })
  const times = new Map<string, number>()
  for (const name of short) times.set(name, (times.get(name) ?? 0) + 1)
  const names = new Map(jobs.map(({ id, label }, at) => [id, times.get(short[at] ?? '') === 1 ? (short[at] ?? label) : label]))
  const known = new Set(jobs.map(({ id }) => id))
  const areAll = (ids: readonly string[]): boolean => {
    const here = new Set(ids)
    return jobs.length > 1 && known.size === here.size && [...known].every((id) => here.has(id))
  }
  const of = (id: string): string => names.get(id) ?? id
  return {
    several: jobs.length > 1,
    of,
    areAll,
    some(ids, shown, write) {
      if (areAll(ids)) return allJobs(jobs.length)
      const named = ids.slice(0, shown).map((id) => write(of(id)))
      return `${named.join(', ')}${ids.length > shown ? ` and ${String(ids.length - shown)} more` : ''}`
    },
  }
}
