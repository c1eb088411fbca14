import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { textDiff } from '../../../src/modules/index.js'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const diff = (expected: string, found: string, lines = 12): readonly string[] => textDiff(encode(expected), encode(found), { lines })
const numbered = (count: number, word: string): string => Array.from({ length: count }, (_, at) => `${word} ${String(at)}\n`).join('')

describe('the difference of two texts', () => {
  it('shows the lines that differ with one line around them', () => {
    expect(diff('package a\n\nfunc F() int {\n\treturn 1\n}\n', 'package a\n\nfunc F() int {\n\treturn 2\n}\n')).toEqual([
      '@@ -3,3 +3,3 @@',
      ' func F() int {',
      '-    return 1',
      '+    return 2',
      ' }',
    ])
  })

  it('says how many lines it left out', () => {
    const shown = diff(numbered(40, 'old'), numbered(40, 'new'), 5)
    expect(shown).toHaveLength(5)
    expect(shown.at(-1)).toBe('… 77 more lines')
  })

  it('shows letters that are not seen, or turn the line round, as such', () => {
    expect(diff('a\n', 'a\u202Eb\u001B[31m\u200B\uFEFF\u2028c\n')).toEqual(['@@ -1,1 +1,1 @@', '-a', '+a�b�[31m���c'])
  })

  it('shows a byte order mark that was put in front', () => {
    expect(diff('a\n', '\uFEFFa\n')).toEqual(['@@ -1,1 +1,1 @@', '-a', '+�a'])
  })

  it('cuts long lines, never within a letter', () => {
    const [, removed, added] = diff(`${'x'.repeat(500)}\n`, `${'y'.repeat(197)}😀${'y'.repeat(300)}\n`)
    expect(removed).toBe(`-${'x'.repeat(198)}…`)
    expect(added).toBe(`+${'y'.repeat(197)}…`)
  })

  it('calls other line ends what they are', () => {
    expect(diff('a\nb\n', 'a\r\nb\r\n')).toEqual(['the same lines, with other line ends (CRLF, LF)'])
  })

  it.each<[string, Uint8Array, Uint8Array]>([
    ['binary content', Uint8Array.of(1, 0, 2), Uint8Array.of(1, 0, 3)],
    ['content over 64 KiB', new Uint8Array(65 * 1024).fill(97), encode('a')],
    ['texts with hardly a line in common', encode(numbered(900, 'old')), encode(numbered(900, 'new'))],
    ['bytes that are no UTF-8 and look alike', Uint8Array.of(97, 0xfe), Uint8Array.of(97, 0xff)],
  ])('says only the sizes of %s', (_name, expected, found) => {
    expect(textDiff(expected, found, { lines: 12 })).toEqual([
      `${String(expected.length)} bytes expected, ${String(found.length)} bytes found`,
    ])
  })

  it('keeps its bounds for any bytes', () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }).map(encode))
    fc.assert(
      fc.property(bytes, bytes, fc.integer({ min: 1, max: 12 }), (expected, found, lines) => {
        const shown = textDiff(expected, found, { lines })
        expect(shown.length).toBeGreaterThan(0)
        expect(shown.length).toBeLessThanOrEqual(lines)
        // oxlint-disable-next-line no-control-regex -- none may be left
        expect(shown.filter((line) => line.length > 200 || /[\u0000-\u001F\u007F-\u009F\u202A-\u202E]/.test(line))).toEqual([])
      }),
    )
  })
})
