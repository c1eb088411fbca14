import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { ParityError } from '../../../src/errors.js'
import { parseProbe } from '../../../src/probes/index.js'
import { probeOf } from './documents.js'

function refusal(text: string): { readonly code: string; readonly message: string } {
  try {
    parseProbe(text, 'ci.json')
  } catch (error) {
    if (error instanceof ParityError) return { code: error.code, message: error.message }
    throw error
  }
  throw new Error('it was read')
}

/** Any other error goes through. */
function outcome(text: string): 'read' | 'refused' {
  try {
    parseProbe(text, 'ci.json')
    return 'read'
  } catch (error) {
    if (error instanceof ParityError) return 'refused'
    throw error
  }
}

describe('a result of a probe from a file', () => {
  it('is read as it was written', () => {
    expect(parseProbe(JSON.stringify(probeOf()), 'ci.json')).toEqual(probeOf())
  })

  it('may have fields that a later goparity added', () => {
    expect(parseProbe(JSON.stringify({ ...probeOf(), more: [1] }), 'ci.json')).toEqual(probeOf())
  })

  it('is refused with the field that is wrong', () => {
    const [row] = probeOf().waits
    expect(refusal(JSON.stringify(probeOf({ waits: [] })).replace('"waits":[]', '"waits":7'))).toEqual({
      code: 'snapshot-unreadable',
      message: 'ci.json is no result of a probe: waits must be Array',
    })
    expect(refusal(JSON.stringify({ ...probeOf(), waits: [{ ...row, ms: 'long' }] })).message).toContain('waits.0.ms must be number')
    expect(refusal('').message).toBe('ci.json is no result of a probe: it is no JSON')
    expect(refusal('[]').message).toBe('ci.json is no result of a probe: it has no schema')
  })

  it('is refused when it has more rows or longer texts than any probe', () => {
    const [row] = probeOf().forms
    expect(refusal(JSON.stringify({ ...probeOf(), forms: Array.from({ length: 501 }, () => row) })).code).toBe('snapshot-unreadable')
    expect(refusal(JSON.stringify({ ...probeOf(), tool: { version: 'x'.repeat(2001) } })).code).toBe('snapshot-unreadable')
    expect(refusal(' '.repeat(5_000_000)).message).toContain('it has 5000000 characters')
  })

  it('is told apart when a later goparity wrote it', () => {
    expect(refusal(JSON.stringify({ ...probeOf(), schema: 'goparity/probe/2' }))).toEqual({
      code: 'snapshot-newer',
      message: 'ci.json was written by a later goparity (schema goparity/probe/2)',
    })
  })

  it('ends as a document or as an error of ours, whatever is in it', () => {
    const parts = Object.entries(probeOf())
    fc.assert(
      fc.property(fc.nat(parts.length - 1), fc.jsonValue(), (at, value) => {
        const changed = JSON.stringify(Object.fromEntries(parts.map(([key, old], index) => [key, index === at ? value : old])))
        expect(outcome(changed)).toMatch(/^(?:read|refused)$/)
      }),
    )
  })
})
