import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { byteOrder } from '../../../src/snapshot/index.js'

describe('byteOrder', () => {
  it('puts characters outside the BMP after those of the BMP, as UTF-8 does and UTF-16 does not', () => {
    const [high, emoji] = ['\uFB01', '\u{1F600}']
    expect([emoji, high].toSorted()).toEqual([emoji, high])
    expect([emoji, high].toSorted(byteOrder)).toEqual([high, emoji])
  })

  it('puts a text before those that it begins', () => {
    expect(['a/b', 'a', 'a-b', 'a.b'].toSorted(byteOrder)).toEqual(['a', 'a-b', 'a.b', 'a/b'])
  })

  it('agrees with the comparison of UTF-8 bytes for any two texts', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('a', '\uD7FF', '\uE000', '\uFFFF', '\u{10000}', '\u{10FFFF}'),
        fc.string({ unit: 'binary', maxLength: 1 }),
      ),
    })
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(byteOrder(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
      }),
      { numRuns: 500 },
    )
  })
})
