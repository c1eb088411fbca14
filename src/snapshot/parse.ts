import * as v from 'valibot'
import { ParityError } from '../errors.js'
import { findObjection, type JsonObjection } from './inspect-json.js'
import { snapshotSchema } from './schema.js'
import type { Snapshot } from './snapshot.js'

/** Characters of a snapshot that are read at most; one of 5,000 modules has about two million. */
export const MAX_SNAPSHOT_LENGTH: number = 32 * 1024 * 1024

/** A snapshot nests seven levels; the rest is for matrix values. */
const MAX_DEPTH = 40

function unreadable(name: string, why: string, cause?: unknown): ParityError {
  return new ParityError(
    'snapshot-unreadable',
    `${name} cannot be read as a snapshot: ${why}`,
    'record it again: goparity record -o FILE',
    {
      cause,
    },
  )
}

const OBJECTIONS: Readonly<Record<JsonObjection['kind'], string>> = {
  depth: `is nested deeper than ${String(MAX_DEPTH)} levels`,
  'prototype-key': 'is a name that is not allowed',
  number: 'is a number too large to be kept',
}

/** A part of a hostile text, fit for one line of a message. */
function excerpt(text: string, length = 60): string {
  return JSON.stringify(text.length > length ? `${text.slice(0, length)}…` : text)
}

/** What a value is, without its content unless that is short and plain. */
function describe(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return `the text ${excerpt(value)}`
  if (typeof value === 'number' || typeof value === 'boolean') return `${typeof value} ${String(value)}`
  return 'an object'
}

function fieldPath(issue: v.BaseIssue<unknown>): string {
  const items = issue.path ?? []
  return items
    .map(({ key }, at) => {
      if (typeof key === 'number') return `[${String(key)}]`
      const name = String(key)
      const shown = /^[\w-]{1,60}$/.test(name) ? name : excerpt(name)
      return at === 0 ? shown : `.${shown}`
    })
    .join('')
}

function explain(issue: v.BaseIssue<unknown>): string {
  const path = fieldPath(issue)
  // valibot says `never` where a strict object has a field too many.
  if (issue.expected === 'never') return `it has an unknown field ${path}`
  return `${path === '' ? 'the whole' : path} must be ${issue.expected ?? 'a whole number'}, and is ${describe(issue.input)}`
}

function schemaVersion(value: object): number | null {
  const schema: unknown = Object.hasOwn(value, 'schema') ? Reflect.get(value, 'schema') : undefined
  const found = typeof schema === 'string' ? /^goparity\/snapshot\/([1-9]\d{0,8})$/.exec(schema) : null
  return found === null ? null : Number(found[1])
}

/**
 * Reads a snapshot of unknown origin; `name` is what errors call it (a path).
 * Throws `snapshot-unreadable`, naming the field and what it should be, or `snapshot-newer`.
 */
export function parseSnapshot(text: string, name: string): Snapshot {
  if (text.length > MAX_SNAPSHOT_LENGTH) {
    throw unreadable(name, `it has ${String(text.length)} characters; at most ${String(MAX_SNAPSHOT_LENGTH)} are read`)
  }
  if (text.trim() === '') throw unreadable(name, 'it is empty')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw unreadable(name, /[}\]]\s*$/.test(text.slice(-100)) ? 'it is no JSON' : 'it is no complete JSON, perhaps truncated', error)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw unreadable(name, `it must be an object, and is ${describe(value)}`)
  const version = schemaVersion(value)
  if (version !== null && version > 1) {
    throw new ParityError(
      'snapshot-newer',
      `${name} was written by a later goparity (schema goparity/snapshot/${String(version)}; this one reads goparity/snapshot/1)`,
      'update goparity',
    )
  }
  const objection = findObjection(value, MAX_DEPTH)
  if (objection !== null) throw unreadable(name, `${excerpt(objection.path, 120)} ${OBJECTIONS[objection.kind]}`)
  const parsed = v.safeParse(snapshotSchema, value, { abortEarly: true })
  if (!parsed.success) throw unreadable(name, explain(parsed.issues[0]))
  return parsed.output
}
