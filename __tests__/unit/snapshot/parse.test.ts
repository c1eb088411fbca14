import { describe, expect, it } from '@jest/globals'
import { toJsonSchema } from '@valibot/to-json-schema'
import { Ajv } from 'ajv'
import { ParityError } from '../../../src/errors.js'
import { canonicalJson, MAX_SNAPSHOT_LENGTH, parseSnapshot } from '../../../src/snapshot/index.js'
import { snapshotSchema } from '../../../src/snapshot/schema.js'
import { fullSnapshot } from './full-snapshot.js'

function failure(text: string): ParityError {
  try {
    parseSnapshot(text, 'a.json')
  } catch (error) {
    if (error instanceof ParityError) return error
    throw error
  }
  throw new Error('it was read')
}

type Path = readonly (string | number)[]

/** The full snapshot as text, one place in it changed. */
function changed(path: Path, value: unknown): string {
  const copy: unknown = JSON.parse(canonicalJson(fullSnapshot))
  let place: unknown = copy
  for (const key of path.slice(0, -1)) {
    if (typeof place !== 'object' || place === null) throw new Error(`nothing at ${path.join('.')}`)
    place = Reflect.get(place, key)
  }
  if (typeof place !== 'object' || place === null) throw new Error(`nothing at ${path.join('.')}`)
  const key = path.at(-1) ?? ''
  if (value === undefined) Reflect.deleteProperty(place, key)
  else Object.defineProperty(place, key, { value, enumerable: true, configurable: true, writable: true })
  return JSON.stringify(copy)
}

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value)
  return [path, ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))]
}

/** The full snapshot with a matrix value of so many levels. */
function deep(levels: number): string {
  return canonicalJson(fullSnapshot).replace('"deep": "x"', `"deep": ${'['.repeat(levels)}${']'.repeat(levels)}`)
}

describe('parseSnapshot', () => {
  it('reads back what canonicalJson wrote, with every field', () => {
    expect(parseSnapshot(canonicalJson(fullSnapshot), 'a.json')).toEqual(fullSnapshot)
  })

  it('refuses every field with another type, but for the free values of the matrix', () => {
    const fixed = pathsOf(fullSnapshot).filter((path) => path.length > 0 && path.slice(0, 2).join('.') !== 'job.matrix')
    expect(fixed.length).toBeGreaterThan(80)
    for (const path of fixed) expect(failure(changed(path, 0.5)).code).toBe('snapshot-unreadable')
  })

  it('refuses every object with a field too many', () => {
    const open = new Set(['', 'job.matrix', 'environment.values', 'environment.origins', 'roots.0.files'])
    const objects = pathsOf(fullSnapshot).filter((path) => {
      const at = path.reduce<unknown>(
        (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
        fullSnapshot,
      )
      return typeof at === 'object' && at !== null && !Array.isArray(at) && !open.has(path.join('.')) && path[1] !== 'matrix'
    })
    expect(objects.map((path) => path.join('.'))).toContain('roots.0.modules.1.replace')
    for (const path of objects) {
      const error = failure(changed([...path, 'stranger'], 1))
      expect(error.message).toMatch(/it has an unknown field .*stranger$/)
    }
  })

  it.each<[string, Path, unknown, string]>([
    [
      'a wrong type',
      ['roots', 0, 'modules', 1, 'version'],
      3,
      'a.json cannot be read as a snapshot: roots[0].modules[1].version must be string, and is number 3',
    ],
    [
      'a missing field',
      ['toolchain', 'running'],
      undefined,
      'a.json cannot be read as a snapshot: toolchain.running must be "running", and is nothing',
    ],
    [
      'an unknown word',
      ['libc', 'kind'],
      'uclibc',
      'a.json cannot be read as a snapshot: libc.kind must be ("glibc" | "musl" | "other"), and is the text "uclibc"',
    ],
    [
      'a negative number',
      ['environment', 'unknownKeys'],
      -1,
      'a.json cannot be read as a snapshot: environment.unknownKeys must be >=0, and is number -1',
    ],
    [
      'half a key',
      ['environment', 'unknownKeys'],
      0.5,
      'a.json cannot be read as a snapshot: environment.unknownKeys must be a whole number, and is number 0.5',
    ],
  ])('names file, field and what was expected for %s', (_name, path, value, message) => {
    expect(failure(changed(path, value)).message).toBe(message)
  })

  it('never shows control characters or long values of the file in a message', () => {
    const { message } = failure(changed(['schema'], `\u001B[31m${'x'.repeat(10_000)}`))
    expect(message.length).toBeLessThan(400)
    expect(message).toContain(String.raw`\u001b[31m`)
  })

  it('refuses a later schema with the advice to update', () => {
    const error = failure(JSON.stringify({ schema: 'goparity/snapshot/2', anything: true }))
    expect([error.code, error.hint]).toEqual(['snapshot-newer', 'update goparity'])
    expect(error.message).toContain('goparity/snapshot/2')
  })

  it.each(['goparity/snapshot/0', 'goparity/snapshot/01', 'goparity/report/2', 'x'])('takes the schema %s for no snapshot', (schema) => {
    expect(failure(changed(['schema'], schema)).code).toBe('snapshot-unreadable')
  })

  it.each([
    ['empty', ' \n', 'it is empty'],
    ['truncated', canonicalJson(fullSnapshot).slice(0, 900), 'perhaps truncated'],
    ['a list', '[]', 'it must be an object, and is a list'],
    ['null', 'null', 'it must be an object, and is null'],
    ['malformed', '{"a":}', 'it is no JSON'],
  ])('says so when the file is %s', (_name, text, part) => {
    expect(failure(text).message).toContain(part)
  })

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s wherever it stands, and names the place', (key) => {
    const text = canonicalJson(fullSnapshot).replace('"CGO_ENABLED": "1"', `${JSON.stringify(key)}: "1"`)
    expect(failure(text).message).toContain(`"environment.values.${key}" is a name that is not allowed`)
  })

  it('refuses a value that nests too deep, also one of a hundred thousand levels', () => {
    expect(parseSnapshot(deep(20), 'a.json').job.name).toBe('build')
    expect(failure(deep(60)).message).toContain('is nested deeper than 40 levels')
    expect(failure(deep(100_000)).message).toContain('is nested deeper than 40 levels')
  })

  it('refuses a text over the size limit before it looks at it', () => {
    expect(failure(' '.repeat(MAX_SNAPSHOT_LENGTH + 1)).message).toContain('at most 33554432 are read')
  })
})

describe('snapshotSchema', () => {
  it('becomes a JSON Schema that accepts a full snapshot and nothing more', () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(JSON.stringify(toJsonSchema(snapshotSchema))))
    const good: unknown = JSON.parse(canonicalJson(fullSnapshot))
    expect(validate(good)).toBe(true)
    expect(validate(JSON.parse(changed(['libc', 'stranger'], 1)))).toBe(false)
    expect(validate(JSON.parse(changed(['toolchain', 'running'], undefined)))).toBe(false)
  })
})
