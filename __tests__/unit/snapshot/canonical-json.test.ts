import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { canonicalJson, compactJson } from '../../../src/snapshot/index.js'

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => reversed(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]: [string, unknown]) => [key, reversed(item)]),
  )
}

describe('canonicalJson', () => {
  it('sorts keys, indents by two and ends with a newline', () => {
    expect(canonicalJson({ b: [1, { d: null, c: true }], a: 'x', empty: {}, none: [] })).toBe(
      '{\n  "a": "x",\n  "b": [\n    1,\n    {\n      "c": true,\n      "d": null\n    }\n  ],\n  "empty": {},\n  "none": []\n}\n',
    )
  })

  it('leaves out what is undefined', () => {
    expect(compactJson({ a: undefined, b: 1 })).toBe('{"b":1}')
  })

  it('keeps numeric keys in the order of bytes, which no object of JavaScript does', () => {
    expect(compactJson({ 2: 'b', 10: 'a' })).toBe('{"10":"a","2":"b"}')
  })

  it.each([
    ['NaN', Number.NaN],
    ['Infinity', Infinity],
    ['bigint', 1n],
    ['function', () => 1],
  ])('refuses %s', (_name, value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError)
  })

  it('refuses what nests without end', () => {
    const loop: unknown[] = []
    loop.push(loop)
    expect(() => canonicalJson(loop)).toThrow('nested deeper')
  })

  it('writes the same bytes whatever the order of keys, and loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
