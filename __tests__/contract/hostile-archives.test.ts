import * as zlib from 'node:zlib'
import { beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { ZipEntry, ZipLimits } from '../../src/archive/index.js'
import { ParityError } from '../../src/errors.js'
import { hostileArchives } from '../support/hostile-archives.js'
import { buildZip } from '../support/hostile-zip.js'

const MIB = 1024 * 1024
/** As the collector of a run's artifacts sets them. */
const LIMITS: ZipLimits = { entries: 4, entryBytes: 32 * MIB, totalBytes: 64 * MIB }

/** Bytes that zlib was allowed to give, of all calls since the test began. */
let allowed = 0

jest.unstable_mockModule('node:zlib', () => ({
  ...zlib,
  inflateRawSync: (data: Buffer, options: zlib.ZlibOptions): Buffer => {
    allowed += options.maxOutputLength ?? Infinity
    return zlib.inflateRawSync(data, options)
  },
}))

const { readZip } = await import('../../src/archive/index.js')

function outcomeOf(bytes: Uint8Array): readonly ZipEntry[] | ParityError {
  try {
    return readZip(bytes, LIMITS)
  } catch (error) {
    if (error instanceof ParityError) return error
    throw error
  }
}

beforeEach(() => {
  allowed = 0
})

describe('a hostile zip', () => {
  it('is one of at least 70, each with a title of its own', () => {
    expect(hostileArchives.length).toBeGreaterThanOrEqual(70)
    expect(new Set(hostileArchives.map(({ title }) => title)).size).toBe(hostileArchives.length)
  })

  it.each(hostileArchives)('is refused when it is or holds $title', ({ bytes, word }) => {
    const outcome = outcomeOf(bytes)
    expect(outcome).toMatchObject({ code: 'archive-refused', message: expect.stringContaining(word) })
    // Whatever the zip is called or holds, the message is one harmless line.
    expect(outcome).toMatchObject({ message: expect.stringMatching(/^[\x20-\x7E…]{1,300}$/) })
    expect(allowed).toBeLessThanOrEqual(LIMITS.totalBytes)
  })

  it('makes zlib unpack nothing when its directory is enough to refuse it', () => {
    const bomb = zlib.deflateRawSync(Buffer.alloc(1_000_000))
    const entries = ['a', 'b', 'c'].map((name) => ({ name, data: bomb, size: 30 * MIB }))
    expect(outcomeOf(buildZip(entries))).toBeInstanceOf(ParityError)
    expect(allowed).toBe(0)
  })

  it('is refused even when it is right up to its last entry', () => {
    const entries = [
      { name: 'a.json', content: 'a' },
      { name: 'b.json', content: 'b', crc: 1 },
    ]
    expect(outcomeOf(buildZip(entries))).toMatchObject({ code: 'archive-refused' })
  })
})

describe('a zip made by the same builder without a lie', () => {
  it('is read, so that only the lie is what refuses the others', () => {
    const entries = [
      { name: 'snapshot.json', content: 'a'.repeat(2 * MIB) },
      { name: 'other.json', method: 0, content: 'b' },
    ]
    expect(readZip(buildZip(entries), LIMITS).map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['snapshot.json', 2 * MIB],
      ['other.json', 1],
    ])
    expect(allowed).toBe(2 * MIB)
  })

  it('is read when it holds a zip, which stays bytes', () => {
    const inner = buildZip([{ name: 'evil', size: 0xfffffffe }])
    expect(readZip(buildZip([{ name: 'a.zip', method: 0, content: inner }]), LIMITS)).toEqual([
      { name: 'a.zip', bytes: new Uint8Array(inner) },
    ])
  })
})
