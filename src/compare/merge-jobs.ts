import type { Finding } from '../report/index.js'

/** What several jobs may say alike, with the ids of those that do. */
interface Told<T> {
  readonly value: T
  readonly jobs: string[]
}

/** Collects what jobs say, each saying once with all its jobs, in order of first appearance. */
export interface Merger<T> {
  add(values: readonly T[], job: string): void
  /** Each with its jobs. */
  read(): readonly (T & { readonly jobs: readonly string[] })[]
}

/** A merger; two values are one when their keys are. */
export function mergeBy<T extends object>(keyOf: (value: T) => string): Merger<T> {
  const told = new Map<string, Told<T>>()
  // Values that jobs share are recognised without writing them out again.
  const seen = new Map<T, Told<T>>()
  return {
    add: (values, job) => {
      for (const value of values) {
        let entry = seen.get(value)
        if (entry === undefined) {
          const key = keyOf(value)
          entry = told.get(key) ?? { value, jobs: [] }
          told.set(key, entry)
          seen.set(value, entry)
        }
        if (entry.jobs.at(-1) !== job) entry.jobs.push(job)
      }
    },
    read: () => [...told.values()].map(({ value, jobs }) => Object.assign({}, value, { jobs })),
  }
}

/** Two findings say the same when a person would read the same. */
export function findingKey({ rule, severity, state, title, message, subject, location, evidence, root }: Finding): string {
  return JSON.stringify([rule, severity, state, title, message, subject, location, evidence, root])
}

/** A finding whose ways out fit a run of several jobs: the baseline of a run moves by itself, and one job cannot save it for all. */
export function fitFixes(finding: Finding): Finding {
  return { ...finding, fix: finding.fix.filter(({ command }) => command !== 'goparity baseline save') }
}
