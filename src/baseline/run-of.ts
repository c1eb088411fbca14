import * as v from 'valibot'

/** The workflow run that a baseline was made by, in its own words: believed only where the API says the same. */
export interface BaselineRun {
  /** `owner/name` */
  readonly repository: string
  readonly repositoryId: number
  readonly runId: number
  readonly runNumber: number
  readonly attempt: number
  readonly sha: string
  /** Path of the workflow file from the top of the repository. */
  readonly workflow: string
}

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const text = v.pipe(v.string(), v.maxLength(1000))

/** A run as a baseline names it, field by field and nothing else. */
export const baselineRunSchema: v.GenericSchema<unknown, BaselineRun> = v.strictObject({
  repository: text,
  repositoryId: id,
  runId: id,
  runNumber: id,
  attempt: id,
  sha: v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)),
  workflow: text,
})
