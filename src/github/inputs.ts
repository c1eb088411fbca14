import { inputsOf } from '../config/index.js'
import type { FailOn } from '../compare/index.js'
import { ParityError } from '../errors.js'
import type { Environment } from '../host/index.js'
import { readBoolean, readDays, readFailOn, readInput, readList, readPrefix, readText, refuse } from './read-input.js'

/** What the recorder was given in `with:`, understood. Absent: not given. */
export interface RecordInputs {
  /** As written; relative to the workspace. */
  readonly workingDirectory: string
  readonly packages?: readonly string[]
  readonly verify: boolean
  readonly vendor: boolean
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

function readChecksumDatabase(env: Environment): void {
  const text = readInput(env, 'checksum-database')
  if (text === 'on')
    throw new ParityError(
      'usage',
      'the input checksum-database is "on", but this version cannot ask the checksum database about modules that go.sum has',
      'leave it out or write off: go itself still asks the database for modules that go.sum lacks, as GOSUMDB says',
    )
  if (text !== 'off') throw refuse('checksum-database', text, 'write off')
}

/** The inputs of the recorder out of the step's environment. Throws `usage` for what is not understood, quoting it. */
export function readRecordInputs(env: Environment): RecordInputs {
  readChecksumDatabase(env)
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
    ...(token === undefined ? {} : { token }),
  }
}

/** The names that `readRecordInputs` reads: all inputs of the action, so that none is declared and never read. */
export const RECORD_INPUTS: readonly string[] = inputsOf('action').map(({ name }) => name)
