import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { readZip } from '../../src/archive/index.js'
import { parseBaseline, type Baseline } from '../../src/baseline/index.js'
import { ParityError } from '../../src/errors.js'
import { canonicalJson, identifyJob, isOwnId, parseSnapshot, type Snapshot } from '../../src/snapshot/index.js'
import { benignBaselineText, benignText, hostileBaselines, hostileSnapshots } from '../support/hostile-documents.js'
import { buildZip } from '../support/hostile-zip.js'

const MIB = 1024 * 1024

/** The way of a file of an artifact: out of its zip, decoded, parsed. */
function textOf(content: Buffer): string {
  const [entry] = readZip(buildZip([{ name: 'a.json', method: 0, content }]), { entries: 4, entryBytes: 32 * MIB, totalBytes: 64 * MIB })
  return new TextDecoder().decode(entry?.bytes)
}

function readSnapshot(content: Buffer): Snapshot {
  const snapshot = parseSnapshot(textOf(content), 'a.json')
  if (!isOwnId(snapshot.job)) throw new ParityError('snapshot-unreadable', 'the id of its job is not its own')
  return snapshot
}

function readBaseline(content: Buffer): Baseline {
  return parseBaseline(textOf(content), 'baseline.json')
}

function refusal(read: () => unknown): ParityError {
  try {
    read()
  } catch (error) {
    if (error instanceof ParityError) return error
    throw error
  }
  throw new Error('it was read')
}

/** One short line that a terminal and a runner take for nothing but text. */
const HARMLESS = /^(?!\s*::)(?!.*##\[)[\x20-\x7E\u2026\uFFFD]{1,400}$/

describe('a hostile snapshot', () => {
  it('is one of at least 35, each with a title of its own', () => {
    expect(hostileSnapshots.length).toBeGreaterThanOrEqual(35)
    expect(new Set(hostileSnapshots.map(({ title }) => title)).size).toBe(hostileSnapshots.length)
  })

  it.each(hostileSnapshots)('is refused when it is or has $title', ({ bytes, code, word }) => {
    const { code: found, message } = refusal(() => readSnapshot(bytes()))
    expect({ found, message }).toEqual({ found: code, message: expect.stringContaining(word) })
    expect(message).toMatch(HARMLESS)
  })

  it('leaves nothing behind on the prototypes of the program', () => {
    for (const { bytes, code } of hostileSnapshots) if (code !== 'archive-refused') refusal(() => readSnapshot(bytes()))
    const empty: Readonly<Record<string, unknown>> = {}
    expect([empty['go'], empty['prototype'], empty['schema'], Object.keys(Object.prototype)]).toEqual([undefined, undefined, undefined, []])
  })
})

describe('a hostile baseline', () => {
  it.each(hostileBaselines)('is refused when it is or has $title', ({ bytes, code, word }) => {
    const { code: found, message } = refusal(() => readBaseline(bytes()))
    expect({ found, message }).toEqual({ found: code, message: expect.stringContaining(word) })
    expect(message).toMatch(HARMLESS)
  })
})

describe('what hostile files are made of', () => {
  it('is refused for no id that goparity itself made, whatever the job and its matrix are called', () => {
    const text = fc.string({ unit: 'binary' })
    // identifyJob refuses these itself.
    const axis = text.filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name))
    const matrix = fc.dictionary(axis, fc.oneof(text, fc.double(), fc.boolean()), { maxKeys: 4 })
    fc.assert(
      fc.property(text, text, matrix, (name, workflow, axes) => {
        const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKFLOW_REF: `o/r/${workflow}@refs/heads/main` }
        const job = identifyJob(env, { name, matrix: JSON.stringify(axes), hostLabel: 'x' })
        const snapshot: unknown = { ...JSON.parse(benignText), job }
        expect(readSnapshot(Buffer.from(canonicalJson(snapshot))).job.id).toBe(job.id)
      }),
    )
  })

  it('is read, so that only the change is what refuses the others', () => {
    expect(readSnapshot(Buffer.from(benignText)).job.matrix).toEqual({ go: '1.20' })
    expect(readBaseline(Buffer.from(benignBaselineText)).snapshots).toHaveLength(1)
  })

  it.each([
    ['a byte order mark', `\uFEFF${benignText}`],
    ['Windows line ends', benignText.replaceAll('\n', '\r\n')],
    ['a field twice, of which the last counts', benignText.replace('"GOOS": "linux"', '"GOOS": "plan9", "GOOS": "linux"')],
    ['no blank', JSON.stringify(JSON.parse(benignText))],
  ])('means the same with %s', (_title, text) => {
    expect(readSnapshot(Buffer.from(text))).toEqual(readSnapshot(Buffer.from(benignText)))
  })

  it.each(['toString', 'valueOf', 'hasOwnProperty', '', 'length', '0'])(
    'may name an axis, a key and a file %j, which stay mere data',
    (name) => {
      const text = benignText.replace('"CGO_ENABLED": "1"', `${JSON.stringify(name)}: "1"`).replace('"go.mod":', `${JSON.stringify(name)}:`)
      const { environment, roots } = readSnapshot(Buffer.from(text))
      expect(Object.keys(environment.values)).toContain(name)
      expect(Object.keys(roots[0]?.files ?? {})).toContain(name)
    },
  )
})
