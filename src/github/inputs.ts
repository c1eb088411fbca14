import { INPUTS, inputsOf, nearest, type Input } from '../config/index.js'
import type { FailOn } from '../compare/index.js'
import { ParityError } from '../errors.js'
import type { Environment } from '../host/index.js'

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
  readonly token?: string
}

function rowOf(name: string): Input {
  const row = INPUTS.find((input) => input.name === name)
  if (row === undefined) throw new Error(`there is no input ${name}`)
  return row
}

function refuse(name: string, value: string, allowed: string): ParityError {
  const quoted = JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value)
  return new ParityError('usage', `the input ${name} is ${quoted}, which is not understood`, allowed)
}

/** What stands in `with:`, or the default of the table; empty is not given. Names are as the runner passes them (actions/runner, Handler.cs). */
function readInput(env: Environment, name: string): string {
  const given = (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
  const fallback = rowOf(name).default
  // An expression is for the runner to evaluate; unevaluated it is nothing.
  return given === '' ? (fallback.startsWith('${{') ? '' : fallback) : given
}

/** YAML 1.2 core booleans, as actions take them. */
function readBoolean(env: Environment, name: string): boolean {
  const text = readInput(env, name)
  if (/^(?:true|True|TRUE)$/.test(text)) return true
  if (/^(?:false|False|FALSE)$/.test(text)) return false
  throw refuse(name, text, 'write true or false')
}

function readList(env: Environment, name: string): readonly string[] | undefined {
  const entries = readInput(env, name)
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  return entries.length === 0 ? undefined : entries
}

function readChoice<T extends string>(env: Environment, name: string, choices: readonly T[]): T | undefined {
  const text = readInput(env, name)
  if (text === '') return undefined
  const chosen = choices.find((choice) => choice === text)
  if (chosen !== undefined) return chosen
  const near = nearest(text, choices)
  throw refuse(name, text, `${near === null ? '' : `did you mean ${near}? `}allowed: ${choices.join(', ')}`)
}

/** actions/toolkit, retention.ts: the service cuts it to what the repository allows. */
const MAX_RETENTION_DAYS = 400

function readDays(env: Environment): number | undefined {
  const text = readInput(env, 'retention-days')
  if (text === '') return undefined
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (days < 1 || days > MAX_RETENTION_DAYS)
    throw refuse('retention-days', text, `write a whole number from 1 to ${String(MAX_RETENTION_DAYS)}`)
  return days
}

function readPrefix(env: Environment): string | null {
  const text = readInput(env, 'artifact-prefix')
  if (text === 'none') return null
  if (!/^[A-Za-z0-9._-]{1,80}$/.test(text))
    throw refuse('artifact-prefix', text, 'use letters, digits, dots, dashes and underscores, at most 80; or none for no artifact')
  return text
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

const FAIL_ON: readonly FailOn[] = ['error', 'warning', 'note', 'unknown', 'never']

/** The inputs of the recorder out of the step's environment. Throws `usage` for what is not understood, quoting it. */
export function readRecordInputs(env: Environment): RecordInputs {
  readChecksumDatabase(env)
  const text = (name: string): string | undefined => {
    const value = readInput(env, name)
    return value === '' ? undefined : value
  }
  const packages = readList(env, 'packages')
  const targets = readList(env, 'targets')
  const config = text('config')
  const baseline = text('baseline')
  const failOn = readChoice(env, 'fail-on', FAIL_ON)
  const retentionDays = readDays(env)
  const token = text('github-token')
  return {
    workingDirectory: readInput(env, 'working-directory'),
    verify: readBoolean(env, 'verify'),
    vendor: readBoolean(env, 'vendor'),
    artifactPrefix: readPrefix(env),
    summary: readBoolean(env, 'summary'),
    matrix: readInput(env, 'matrix'),
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
