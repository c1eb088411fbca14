import { INPUTS, nearest, type Input } from '../config/index.js'
import type { FailOn } from '../compare/index.js'
import { ParityError } from '../errors.js'
import type { Environment } from '../host/index.js'

function rowOf(name: string): Input {
  const row = INPUTS.find((input) => input.name === name)
  if (row === undefined) throw new Error(`there is no input ${name}`)
  return row
}

/** The error for an input that is not understood: quotes it and says what is allowed. */
export function refuse(name: string, value: string, allowed: string): ParityError {
  const quoted = JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value)
  return new ParityError('usage', `the input ${name} is ${quoted}, which is not understood`, allowed)
}

/** What stands in `with:`, or the default of the table; empty is not given. Names are as the runner passes them (actions/runner, Handler.cs). */
export function readInput(env: Environment, name: string): string {
  const given = (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
  const fallback = rowOf(name).default
  // An expression is for the runner to evaluate; unevaluated it is nothing.
  return given === '' ? (fallback.startsWith('${{') ? '' : fallback) : given
}

/** YAML 1.2 core booleans, as actions take them. */
export function readBoolean(env: Environment, name: string): boolean {
  const text = readInput(env, name)
  if (/^(?:true|True|TRUE)$/.test(text)) return true
  if (/^(?:false|False|FALSE)$/.test(text)) return false
  throw refuse(name, text, 'write true or false')
}

/** The entries of a list, separated by commas or lines; `undefined` when nothing is given. */
export function readList(env: Environment, name: string): readonly string[] | undefined {
  const entries = readInput(env, name)
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  return entries.length === 0 ? undefined : entries
}

/** One of the choices; `undefined` when nothing is given. */
export function readChoice<T extends string>(env: Environment, name: string, choices: readonly T[]): T | undefined {
  const text = readInput(env, name)
  if (text === '') return undefined
  const chosen = choices.find((choice) => choice === text)
  if (chosen !== undefined) return chosen
  const near = nearest(text, choices)
  throw refuse(name, text, `${near === null ? '' : `did you mean ${near}? `}allowed: ${choices.join(', ')}`)
}

/** actions/toolkit, retention.ts: the service cuts it to what the repository allows. */
const MAX_RETENTION_DAYS = 400

/** `retention-days`. */
export function readDays(env: Environment): number | undefined {
  const text = readInput(env, 'retention-days')
  if (text === '') return undefined
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (days < 1 || days > MAX_RETENTION_DAYS)
    throw refuse('retention-days', text, `write a whole number from 1 to ${String(MAX_RETENTION_DAYS)}`)
  return days
}

/** `artifact-prefix`; `null` for none. */
export function readPrefix(env: Environment): string | null {
  const text = readInput(env, 'artifact-prefix')
  if (text === 'none') return null
  if (!/^[A-Za-z0-9._-]{1,80}$/.test(text))
    throw refuse('artifact-prefix', text, 'use letters, digits, dots, dashes and underscores, at most 80; or none for no artifact')
  return text
}

const FAIL_ON: readonly FailOn[] = ['error', 'warning', 'note', 'unknown', 'unverified', 'never']

/** `fail-on`. */
export function readFailOn(env: Environment): FailOn | undefined {
  return readChoice(env, 'fail-on', FAIL_ON)
}

/** A text; `undefined` when nothing is given. */
export function readText(env: Environment, name: string): string | undefined {
  const value = readInput(env, name)
  return value === '' ? undefined : value
}
