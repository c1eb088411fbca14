import { lstatSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import * as fc from 'fast-check'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { readZip, type ZipEntry, type ZipLimits } from '../../../src/archive/index.js'
import { ParityError } from '../../../src/errors.js'
import { buildZip } from '../../support/hostile-zip.js'
import { makeFolder } from '../../support/project.js'

const LIMITS: ZipLimits = { entries: 8, entryBytes: 1_000_000, totalBytes: 2_000_000 }
const TEXT = '{"a":1}'.repeat(50)

/** The two files of TEXT and of nothing, and one more, as programs wrote them. */
const SAMPLES = {
  'Info-ZIP 3.0':
    'UEsDBBQAAAAIAFYSd1303sUUDgAAAF4BAAAGABwAcy5qc29uVVQJAAOEogNrhKIDa3V4CwABBAAAAAAEAAAAAKtWSlSyMqytHqVoQQEAUEsDBAoAAAAAAFYSd10AAAAAAAAAAAAAAAAGABwAZS5qc29uVVQJAAOEogNrhKIDa3V4CwABBAAAAAAEAAAAAFBLAQIeAxQAAAAIAFYSd1303sUUDgAAAF4BAAAGABgAAAAAAAEAAACkgQAAAABzLmpzb25VVAUAA4SiA2t1eAsAAQQAAAAABAAAAABQSwECHgMKAAAAAABWEnddAAAAAAAAAAAAAAAABgAYAAAAAAAAAAAApIFOAAAAZS5qc29uVVQFAAOEogNrdXgLAAEEAAAAAAQAAAAAUEsFBgAAAAACAAIAmAAAAI4AAAAAAA==',
  'Info-ZIP 3.0 into a pipe':
    'UEsDBBQACAAIAFYSd10AAAAAAAAAAF4BAAAGABwAcy5qc29uVVQJAAOEogNrhKIDa3V4CwABBAAAAAAEAAAAAKtWSlSyMqytHqVoQQEAUEsHCPTexRQOAAAAXgEAAFBLAwQKAAgAAABWEnddAAAAAAAAAAAAAAAABgAcAGUuanNvblVUCQADhKIDa4SiA2t1eAsAAQQAAAAABAAAAABQSwcIAAAAAAAAAAAAAAAAUEsBAh4DFAAIAAgAVhJ3XfTexRQOAAAAXgEAAAYAGAAAAAAAAQAAAKSBAAAAAHMuanNvblVUBQADhKIDa3V4CwABBAAAAAAEAAAAAFBLAQIeAwoACAAAAFYSd10AAAAAAAAAAAAAAAAGABgAAAAAAAAAAACkgV4AAABlLmpzb25VVAUAA4SiA2t1eAsAAQQAAAAABAAAAABQSwUGAAAAAAIAAgCYAAAArgAAAAAA',
  'the zipfile of Python':
    'UEsDBBQAAAAIAFYSd1303sUUDgAAAF4BAAAGAAAAcy5qc29uq1ZKVLIyrK0epWhBAQBQSwECFAMUAAAACABWEndd9N7FFA4AAABeAQAABgAAAAAAAAAAAAAApIEAAAAAcy5qc29uUEsFBgAAAAABAAEANAAAADIAAAAAAA==',
  // `zip - -` gives a zip64 with one small entry.
  'Info-ZIP 3.0 from a pipe into a pipe':
    'UEsDBC0AAAAIAFYSd1303sUU//////////8BABQALQEAEABeAQAAAAAAAA4AAAAAAAAAq1ZKVLIyrK0epWhBAQBQSwECHgMtAAAACABWEndd9N7FFA4AAABeAQAAAQAAAAAAAAABAAAAgBEAAAAALVBLBgYsAAAAAAAAAB4DLQAAAAAAAAAAAAEAAAAAAAAAAQAAAAAAAAAvAAAAAAAAAEEAAAAAAAAAUEsGBwAAAABwAAAAAAAAAAEAAABQSwUGAAAAAAEAAQAvAAAAQQAAAAAA',
}

function textsOf(entries: readonly ZipEntry[]): Readonly<Record<string, string>> {
  return Object.fromEntries(entries.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]))
}

/** The entries, or `null` when the zip is refused; any other error is the test's failure. */
function readOrRefuse(bytes: Uint8Array): readonly ZipEntry[] | null {
  try {
    return readZip(bytes, LIMITS)
  } catch (error) {
    if (error instanceof ParityError && error.code === 'archive-refused') return null
    throw error
  }
}

/** Names and bytes as one text: comparing that is fast. */
function digest(entries: readonly ZipEntry[]): string {
  return entries.map(({ name, bytes }) => `${name}=${Buffer.from(bytes).toString('latin1')}`).join('\n')
}

/** The message about a zip with one entry of a wrong checksum. */
function messageAbout(name: string): string {
  try {
    readZip(buildZip([{ name, crc: 1 }]), LIMITS)
  } catch (error) {
    return error instanceof ParityError ? error.message : ''
  }
  return ''
}

/** The zip that @actions/artifact itself makes of files, to upload it. */
async function uploaded(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const module: unknown = await import(new URL('../../../node_modules/@actions/artifact/lib/internal/upload/zip.js', import.meta.url).href)
  if (typeof module !== 'object' || module === null || !('createZipUploadStream' in module)) throw new Error('the uploader has moved')
  const { createZipUploadStream: create } = module
  if (typeof create !== 'function') throw new Error('the uploader has changed')
  const folder = makeFolder()
  const list = Object.entries(files).map(([name, text]) => {
    const sourcePath = join(folder, name)
    writeFileSync(sourcePath, text)
    return { sourcePath, destinationPath: name, stats: lstatSync(sourcePath) }
  })
  const stream: AsyncIterable<Uint8Array> = await create(list)
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

const small = zipSync({ 's.json': strToU8(TEXT), 'e.json': new Uint8Array(0), 'plain.txt': [strToU8('plain'), { level: 0 }] })
const contents = readZip(small, LIMITS)

describe('readZip', () => {
  it('reads what the uploader of GitHub Actions makes, streamed and with descriptors', async () => {
    // The uploader tells the runner's log what it does.
    jest.spyOn(process.stdout, 'write').mockReturnValue(true)
    const files = { 'snapshot.json': TEXT, 'empty.json': '' }
    expect(textsOf(readZip(await uploaded(files), LIMITS))).toEqual(files)
  })

  it.each(['Info-ZIP 3.0', 'Info-ZIP 3.0 into a pipe'] as const)('reads what %s makes', (program) => {
    expect(textsOf(readZip(Buffer.from(SAMPLES[program], 'base64'), LIMITS))).toEqual({ 's.json': TEXT, 'e.json': '' })
  })

  it('reads what the zipfile of Python makes', () => {
    expect(textsOf(readZip(Buffer.from(SAMPLES['the zipfile of Python'], 'base64'), LIMITS))).toEqual({ 's.json': TEXT })
  })

  it('refuses a zip64, also a small and honest one', () => {
    expect(readOrRefuse(Buffer.from(SAMPLES['Info-ZIP 3.0 from a pipe into a pipe'], 'base64'))).toBeNull()
  })

  it('gives an empty list for a zip without entries', () => {
    expect(readZip(zipSync({}), LIMITS)).toEqual([])
  })

  it('reads a zip that is a part of a larger buffer', () => {
    const larger = Buffer.concat([Buffer.from('before'), small, Buffer.from('behind')])
    expect(readZip(larger.subarray(6, 6 + small.length), LIMITS)).toEqual(contents)
  })

  it('takes names of letters, digits, dots, lines and dashes, and keeps their case and order', () => {
    const names = ['b.JSON', '-a', '_', '.hidden', 'nullable', 'x'.repeat(255)]
    expect(readZip(buildZip(names.map((name) => ({ name }))), LIMITS).map(({ name }) => name)).toEqual(names)
  })

  it('stands at its limits and falls one beyond', () => {
    const zip = buildZip([
      { name: 'a', content: 'x'.repeat(100) },
      { name: 'b', content: 'y'.repeat(60) },
    ])
    const exact: ZipLimits = { entries: 2, entryBytes: 100, totalBytes: 160 }
    expect(readZip(zip, exact)).toHaveLength(2)
    for (const limit of ['entries', 'entryBytes', 'totalBytes'] as const) {
      expect(() => readZip(zip, { ...exact, [limit]: exact[limit] - 1 })).toThrow(ParityError)
    }
  })

  it('names the entry in its message, escaped and cut', () => {
    expect(messageAbout('a.json')).toBe('the zip is refused: its entry "a.json" does not have the checksum (CRC-32) it declares')
    expect(messageAbout('a"\u001b[2J')).toContain('"a\\x22\\x1b[2J" has control characters')
    expect(messageAbout('\u202e'.repeat(80)).length).toBeLessThan(200)
    expect(messageAbout('\u202e'.repeat(80))).toContain('\\xe2\\x80\\xae')
  })
})

const fileName = fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}\.json$/)
const fileBytes = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc
    .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 60_000 }))
    .map(([byte, length]) => new Uint8Array(length).fill(byte)),
)
const files = fc.uniqueArray(fc.tuple(fileName, fileBytes, fc.constantFrom(0, 6, 9)), {
  selector: ([name]) => name.replace(/\..*$/, ''),
  maxLength: 8,
})

describe('any zip', () => {
  it('of fflate reads back as the files it was made of', () => {
    fc.assert(
      fc.property(files, (list) => {
        const device = /^(?:con|prn|aux|nul|com\d|lpt\d)\./
        const kept = list.filter(([name]) => !device.test(name))
        const zippable: Zippable = Object.fromEntries(kept.map(([name, bytes, level]) => [name, [bytes, { level }] as const]))
        expect(digest(readZip(zipSync(zippable), LIMITS))).toBe(digest(kept.map(([name, bytes]) => ({ name, bytes }))))
      }),
    )
  })

  it('with any one bit turned is refused or gives the same files', () => {
    let refused = 0
    const others: number[] = []
    for (let at = 0; at < small.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const copy = Uint8Array.from(small)
        copy[at] = (copy[at] ?? 0) ^ (1 << bit)
        const entries = readOrRefuse(copy)
        if (entries === null) refused += 1
        else if (digest(entries) !== digest(contents)) others.push(at)
      }
    }
    expect(others).toEqual([])
    // What may differ: who made it, permissions, the kind of text.
    expect(refused).toBeGreaterThan(small.length * 8 * 0.8)
  })

  it('cut anywhere is refused', () => {
    for (let length = 0; length < small.length; length += 1) expect(readOrRefuse(small.subarray(0, length))).toBeNull()
    for (let from = 1; from < small.length; from += 1) expect(readOrRefuse(small.subarray(from))).toBeNull()
  })

  it('with anything put in or taken out is refused', () => {
    for (let at = 0; at <= small.length; at += 1) {
      expect(readOrRefuse(Buffer.concat([small.subarray(0, at), Buffer.from([0]), small.subarray(at)]))).toBeNull()
    }
    for (let at = 0; at < small.length; at += 1) {
      expect(readOrRefuse(Buffer.concat([small.subarray(0, at), small.subarray(at + 1)]))).toBeNull()
    }
  })

  it('mutated at random is refused or holds the same bytes, and no other error comes', () => {
    const place = fc.nat({ max: small.length - 1 })
    const edit = fc.oneof(
      fc.record({ at: place, byte: fc.integer({ min: 0, max: 255 }) }),
      fc.record({ at: place, field: fc.constantFrom(0, 1, 0x7fffffff, 0xfffffffe, 0xffffffff, small.length) }),
      fc.record({ at: place, from: place, length: fc.nat({ max: 80 }) }),
    )
    // Several edits may agree on another name; the checksum holds the bytes.
    const expected = digest(contents.map(({ bytes }) => ({ name: '', bytes })))
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const copy = Buffer.from(small)
        for (const change of edits) {
          if ('byte' in change) copy[change.at] = change.byte
          else if ('field' in change) copy.writeUInt32LE(change.field, Math.min(change.at, copy.length - 4))
          else copy.copy(copy, change.at, change.from, change.from + change.length)
        }
        const entries = readOrRefuse(copy) ?? contents
        expect(digest(entries.map(({ bytes }) => ({ name: '', bytes })))).toBe(expected)
      }),
      { numRuns: 5000 },
    )
  })

  it('that is no zip at all is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readOrRefuse(bytes)).toBeNull()
      }),
    )
  })
})
