import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from '@jest/globals'
import { array, assert, integer, nat, property } from 'fast-check'
import { classify, openScan, type Incident } from '../../../src/incidents/index.js'
import { readCorpus } from '../../corpus/read-corpus.js'

const MEBIBYTE = 1024 * 1024
const NOISE = `${'go: compiling something that says nothing at all, over and over again '.repeat(2)}\n`
const FAILURE = '# example.com/app\n./main.go:4:10: fatal error: sqlite3.h: No such file or directory\ncompilation terminated.\n'

function scan(chunks: Iterable<string | Uint8Array>): readonly Incident[] {
  const encoder = new TextEncoder()
  const opened = openScan()
  for (const chunk of chunks) opened.push(typeof chunk === 'string' ? encoder.encode(chunk) : chunk)
  return opened.end()
}

/** Bytes outside of the heap that are really in use. */
function used(): number {
  runInNewContext('gc()')
  return process.memoryUsage().arrayBuffers
}

/** Pieces of noise of about 64 KiB, as a pipe gives them. */
function* noise(mebibytes: number): Generator<string> {
  const piece = NOISE.repeat(Math.ceil(65_536 / NOISE.length))
  for (let size = 0; size < mebibytes * MEBIBYTE; size += piece.length) yield piece
}

function linesOf(texts: Iterable<string>): number {
  let count = 0
  for (const text of texts) count += text.split('\n').length - 1
  return count
}

describe('a log that comes in pieces', () => {
  it('says what the same log says as a whole, wherever it is cut', () => {
    const logs = readCorpus().map(({ log }) => log)
    assert(
      property(nat(logs.length - 1), array(integer({ min: 1, max: 4000 }), { maxLength: 20 }), (index, cuts) => {
        const log = logs[index] ?? ''
        const bytes = new TextEncoder().encode(log)
        const chunks: Uint8Array[] = []
        let at = 0
        for (const size of cuts) {
          chunks.push(bytes.subarray(at, at + size))
          at += size
        }
        chunks.push(bytes.subarray(at))
        expect(scan(chunks)).toStrictEqual(classify(log))
      }),
      { numRuns: 300 },
    )
  })

  it('loses nothing when it has no end of line', () => {
    expect(scan([FAILURE.trimEnd()]).map(({ rule }) => rule)).toEqual(['cgo/header-missing'])
  })
})

describe('a log longer than what is kept of it', () => {
  it.each([
    ['the beginning', 0, 20],
    ['the middle', 10, 10],
    ['the end', 20, 0],
  ])('is understood where it fails at %s, by its lines', (_name, before, after) => {
    const [incident, ...more] = scan([...noise(before), FAILURE, ...noise(after)])
    expect(more).toEqual([])
    expect(incident).toMatchObject({ rule: 'cgo/header-missing', culprit: { package: 'example.com/app' } })
    expect(incident?.evidence[0]?.line).toBe(linesOf(noise(before)) + 2)
  })

  it('is understood where the failure is cut by the border of a piece', () => {
    for (let at = 1; at < FAILURE.length; at += 7) {
      const chunks = [...noise(9), FAILURE.slice(0, at), FAILURE.slice(at), ...noise(9)]
      const [incident] = scan(chunks)
      expect(incident).toMatchObject({ rule: 'cgo/header-missing', culprit: { package: 'example.com/app' } })
    }
  })

  it('is understood in each of several places, in their order', () => {
    const second = FAILURE.replaceAll('sqlite3.h', 'zlib.h').replaceAll('example.com/app', 'example.com/other')
    const found = scan([...noise(8), FAILURE, ...noise(2), second, ...noise(8)])
    expect(found.map(({ culprit }) => culprit.package)).toEqual(['example.com/app', 'example.com/other'])
  })

  it('that looks like failures all over is kept in bounded memory', () => {
    const line = 'x.h: No such file or directory: fatal error: and then nothing that makes sense\n'
    const piece = new TextEncoder().encode(line.repeat(1000))
    const opened = openScan()
    setFlagsFromString('--expose-gc')
    const before = used()
    for (let size = 0; size < 100 * MEBIBYTE; size += piece.length) opened.push(piece.slice())
    expect(used() - before).toBeLessThan(20 * MEBIBYTE)
    expect(Array.isArray(opened.end())).toBe(true)
  })
})
