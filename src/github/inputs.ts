import { BUILD_CACHE, CHECKSUM_DATABASE, inputsOf, type BuildCache, type ChecksumDatabase } from '../config/index.js'
import type { FailOn } from '../compare/index.js'
import type { Environment } from '../host/index.js'
import { readBoolean, readChoice, readDays, readFailOn, readInput, readList, readPrefix, readText } from './read-input.js'

/** What the recorder was given in `with:`, understood. Absent: not given. */
export interface RecordInputs {
  /** As written; relative to the workspace. */
  readonly workingDirectory: string
  readonly packages?: readonly string[]
  readonly verify: boolean
  readonly vendor: boolean
  readonly checksumDatabase?: ChecksumDatabase
  readonly buildCache?: BuildCache
  readonly targets?: readonly string[]
  readonly config?: string
  readonly baseline?: string
  readonly failOn?: FailOn
  /** `null`: no artifact is wanted. */
  readonly artifactPrefix: string | null
  readonly retentionDays?: number
  readonly summary: boolean
  /** JSON text; empty outside a matrix. */
  readonly matrix: string
  /** As the runner says it; empty texts where it says nothing. */
  readonly leg: { readonly index: string; readonly total: string }
  readonly token?: string
}

/** The inputs of the recorder out of the step's environment. Throws `usage` for what is not understood, quoting it. */
export function readRecordInputs(env: Environment): RecordInputs {
  const checksumDatabase = readChoice(env, 'checksum-database', CHECKSUM_DATABASE)
  const buildCache = readChoice(env, 'build-cache', BUILD_CACHE)
  const packages = readList(env, 'packages')
  const targets = readList(env, 'targets')
  const config = readText(env, 'config')
  const baseline = readText(env, 'baseline')
  const failOn = readFailOn(env)
  const retentionDays = readDays(env)
  const token = readText(env, 'github-token')
  return {
    workingDirectory: readInput(env, 'working-directory'),
    verify: readBoolean(env, 'verify'),
    vendor: readBoolean(env, 'vendor'),
    artifactPrefix: readPrefix(env),
    summary: readBoolean(env, 'summary'),
    matrix: readInput(env, 'matrix'),
    leg: { index: readInput(env, 'job-index'), total: readInput(env, 'job-total') },
    ...(packages === undefined ? {} : { packages }),
    ...(targets === undefined ? {} : { targets }),
    ...(config === undefined ? {} : { config }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(failOn === undefined ? {} : { failOn }),
    ...(retentionDays === undefined ? {} : { retentionDays }),
    ...(checksumDatabase === undefined ? {} : { checksumDatabase }),
    ...(buildCache === undefined ? {} : { buildCache }),
    ...(token === undefined ? {} : { token }),
  }
}

/** The names that `readRecordInputs` reads: all inputs of the action, so that none is declared and never read. */
export const RECORD_INPUTS: readonly string[] = inputsOf('action').map(({ name }) => name)
