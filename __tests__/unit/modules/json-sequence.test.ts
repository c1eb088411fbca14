import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { parseJsonSequence } from '../../../src/modules/index.js'

describe('parseJsonSequence', () => {
  it('gives back every object of a sequence, however it is written', () => {
    const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()))
    fc.assert(
      fc.property(objects, fc.constantFrom('', '\t', '  '), fc.constantFrom('', '\n'), (values, indent, separator) => {
        const plain: unknown = JSON.parse(JSON.stringify(values))
        const text = values.map((value) => JSON.stringify(value, null, indent)).join(separator)
        expect(parseJsonSequence(text, 'go list')).toEqual(plain)
      }),
    )
  })

  it('has nothing for an empty output', () => {
    expect(parseJsonSequence(' \n', 'go list')).toEqual([])
  })

  it.each(['{"a":1}{"a":', '{"a":1} trailing', 'go: warning\n{"a":1}', '[1]', '}'])('refuses %j and says whose output it is', (text) => {
    expect(() => parseJsonSequence(text, 'go mod download')).toThrow(/^go mod download printed/)
  })

  it('reads deep nesting of braces in strings in one pass', () => {
    const value = { text: '{"}\\"{'.repeat(20_000) }
    expect(parseJsonSequence(JSON.stringify(value).repeat(3), 'x')).toEqual([value, value, value])
  })
})
