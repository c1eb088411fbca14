import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { findContradictions, findSumLine, findUnknownAlgorithms, indexGoSums, parseGoSum } from '../../../src/modules/index.js'

const A = 'h1:AAAAysjrx7yqtD/aO+QwRjYZOKnaM9Uh2b40tElTs3Y='
const B = 'h1:BBBBysjrx7yqtD/aO+QwRjYZOKnaM9Uh2b40tElTs3Y='

describe('parseGoSum', () => {
  it('tells the hash of a zip from that of a go.mod file', () => {
    expect(parseGoSum(`example.com/a v1.2.3 ${A}\nexample.com/a v1.2.3/go.mod ${B}\n`)).toEqual({
      lines: [
        { line: 1, path: 'example.com/a', version: 'v1.2.3', goMod: false, hash: A },
        { line: 2, path: 'example.com/a', version: 'v1.2.3', goMod: true, hash: B },
      ],
      malformed: [],
      conflictMarkers: [],
    })
  })

  it('reads CRLF line ends and skips empty lines, keeping line numbers', () => {
    const sum = parseGoSum(`\r\n\r\nexample.com/a v1.0.0 ${A}\r\n`)
    expect(sum.malformed).toEqual([])
    expect(sum.lines).toEqual([{ line: 3, path: 'example.com/a', version: 'v1.0.0', goMod: false, hash: A }])
  })

  it('names the lines of a merge conflict and keeps the lines of both sides', () => {
    const text = `<<<<<<< HEAD\nexample.com/a v1.0.0 ${A}\n=======\nexample.com/a v1.1.0 ${B}\n>>>>>>> branch\n`
    const sum = parseGoSum(text)
    expect(sum.conflictMarkers).toEqual([1, 3, 5])
    expect(sum.malformed).toEqual([
      { line: 1, text: '<<<<<<< HEAD' },
      { line: 3, text: '=======' },
      { line: 5, text: '>>>>>>> branch' },
    ])
    expect(sum.lines.map(({ version }) => version)).toEqual(['v1.0.0', 'v1.1.0'])
  })

  it('takes a conflict marker of three words for a marker, not for a module', () => {
    expect(parseGoSum('>>>>>>> feature branch\n')).toMatchObject({ lines: [], conflictMarkers: [1] })
  })

  it('calls a line of two or four fields malformed', () => {
    const sum = parseGoSum(`example.com/a v1.0.0\nexample.com/a v1.0.0 ${A} more\n`)
    expect(sum.malformed.map(({ line }) => line)).toEqual([1, 2])
    expect(sum.conflictMarkers).toEqual([])
  })

  it('skips the hash of an empty go.mod that early Go releases wrote, as go does', () => {
    expect(parseGoSum('example.com/a v1.0.0/go.mod h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=\n').lines).toEqual([])
  })

  it('shows at most 200 characters of a line it cannot read', () => {
    expect(parseGoSum('x'.repeat(100_000)).malformed[0]?.text).toHaveLength(200)
  })

  it('accounts for every line that is not blank', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (lines) => {
        const text = lines.map((line) => line.replaceAll('\n', '')).join('\n')
        const { lines: read, malformed } = parseGoSum(text)
        const numbers = [...read, ...malformed].map(({ line }) => line).toSorted((a, b) => a - b)
        // What is blank for Go: not a byte order mark, which JavaScript trims.
        const blank = /^[\t\v\f\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]*$/
        const expected = text.split('\n').flatMap((line, index) => (blank.test(line) ? [] : [index + 1]))
        expect(numbers).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('gives back every line that go could have written', () => {
    const word = fc.stringMatching(/^[a-z0-9./-]{1,20}$/)
    const written = fc.tuple(word, word, fc.boolean(), fc.base64String({ minLength: 4, maxLength: 44 }))
    fc.assert(
      fc.property(fc.array(written), (lines) => {
        const text = lines.map(([path, version, goMod, hash]) => `${path} ${version}${goMod ? '/go.mod' : ''} h1:${hash}\n`).join('')
        const sum = parseGoSum(text)
        expect(sum.malformed).toEqual([])
        expect(sum.lines.map(({ path, version, goMod, hash }) => `${path} ${version}${goMod ? '/go.mod' : ''} ${hash}\n`).join('')).toBe(
          text,
        )
      }),
    )
  })

  it('separates fields as Go does: by no byte order mark, and by the next-line character', () => {
    expect(parseGoSum(`\uFEFFexample.com/a v1.0.0 ${A}\n`).lines[0]?.path).toBe('\uFEFFexample.com/a')
    expect(parseGoSum(`example.com/a\u0085v1.0.0\u3000${A}\n`).lines[0]?.version).toBe('v1.0.0')
  })

  it('reads megabytes of spaces, of one word and of markers in one pass', () => {
    const many = 300_000
    const text = [' '.repeat(many), 'x'.repeat(many), `<<<<<<< ${'a '.repeat(many)}`, '=======\n'.repeat(many)].join('\n')
    const { lines, malformed, conflictMarkers } = parseGoSum(text)
    expect([lines.length, malformed.length, conflictMarkers.length]).toEqual([0, many + 2, many + 1])
  })
})

describe('findContradictions', () => {
  it('finds two hashes for one version and names both lines', () => {
    const sum = parseGoSum(`example.com/a v1.0.0 ${A}\nexample.com/b v1.0.0 ${A}\nexample.com/a v1.0.0 ${B}\n`)
    expect(findContradictions(sum).map(({ first, second }) => [first.line, second.line])).toEqual([[1, 3]])
  })

  it('has nothing against a repeated line, another version, a go.mod line or another algorithm', () => {
    const other = B.replace('h1:', 'h2:')
    const text = `m v1.0.0 ${A}\nm v1.0.0 ${A}\nm v1.0.1 ${B}\nm v1.0.0/go.mod ${B}\nm v1.0.0 ${other}\n`
    expect(findContradictions(parseGoSum(text))).toEqual([])
  })
})

describe('findUnknownAlgorithms', () => {
  it('finds hashes go cannot compare with, and tells whether another line covers the version', () => {
    const text = `m v1.0.0 h2:x\nn v1.0.0 ${A}\nn v1.0.0 h9:y\nn v1.0.0/go.mod nonsense\n`
    expect(findUnknownAlgorithms(parseGoSum(text)).map(({ line, covered }) => [line.line, covered])).toEqual([
      [1, false],
      [3, true],
      [4, false],
    ])
  })
})

describe('indexGoSums', () => {
  it('leaves out hashes of an unknown algorithm: for go such a version has none', () => {
    expect([...indexGoSums([parseGoSum(`m v1.0.0 h2:x\nn v1.0.0 h2:x\nn v1.0.0 ${A}\n`)])]).toEqual([['n@v1.0.0', [A]]])
  })

  it('holds the lines of several files, in their order', () => {
    const index = indexGoSums([parseGoSum(`m v1.0.0 ${A}\n`), parseGoSum(`m v1.0.0 ${B}\nm v1.0.0 ${A}\nn v1.0.0/go.mod ${A}\n`)])
    expect([...index]).toEqual([
      ['m@v1.0.0', [A, B]],
      ['n@v1.0.0/go.mod', [A]],
    ])
  })
})

describe('findSumLine', () => {
  it('gives the line of exactly that hash', () => {
    const text = `m v1.0.0/go.mod ${A}\nm v1.0.0 ${A}\n`
    expect(findSumLine(text, 'm', 'v1.0.0', false)).toBe(2)
    expect(findSumLine(text, 'm', 'v1.0.0', true)).toBe(1)
    expect(findSumLine(text, 'm', 'v1.0.1', true)).toBeNull()
  })
})
