import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { mergeIntegrity } from '../../../src/integrity/index.js'
import { assemble, LAYERS, lookedAt, notApplicable, notLookedAt, outcomeOf, refusedLayer } from '../../../src/integrity/layers.js'

describe('outcomeOf', () => {
  it('is never ok with a failed or an unknown layer, and never counts what is not applicable', () => {
    const facts = fc.constantFrom(lookedAt(3, 0), lookedAt(3, 1), notLookedAt('offline'), notApplicable('none'))
    fc.assert(
      fc.property(fc.array(facts), (layers) => {
        const has = (outcome: string): boolean => layers.some((layer) => layer.outcome === outcome)
        const expected = has('failed') ? 'failed' : has('unknown') ? 'unknown' : has('ok') ? 'ok' : 'not-applicable'
        expect(outcomeOf(layers)).toBe(expected)
      }),
    )
  })
})

describe('assemble', () => {
  it('names every layer in order, and gives a reason for each that is unknown or not applicable', () => {
    const { outcome, layers } = assemble({ 'go.sum': lookedAt(4, 0) }, notLookedAt('the step before it failed'))
    expect(outcome).toBe('unknown')
    expect(layers.map(({ layer }) => layer)).toEqual(LAYERS)
    expect(layers.filter(({ reason }) => reason === undefined).map(({ layer }) => layer)).toEqual(['go.sum'])
  })
})

describe('mergeIntegrity', () => {
  it('adds up the roots of a project and keeps the worst of each layer with its reasons', () => {
    const good = assemble({ 'go.sum': lookedAt(4, 0), vendor: notApplicable('no vendor folder') }, lookedAt(2, 0))
    const bad = assemble({ 'go.sum': lookedAt(3, 1), vendor: notLookedAt('offline') }, notLookedAt('not looked at'))
    const merged = mergeIntegrity([good, bad])
    expect(merged.outcome).toBe('failed')
    expect(merged.layers.slice(0, 2)).toEqual([
      { layer: 'go.sum', outcome: 'failed', checked: 7, failed: 1 },
      { layer: 'ziphash', outcome: 'unknown', checked: 2, failed: 0, reason: 'not looked at' },
    ])
    expect(merged.layers[5]).toEqual({ layer: 'vendor', outcome: 'unknown', checked: 0, failed: 0, reason: 'offline' })
  })

  it('is the same for one root', () => {
    const one = assemble({ vendor: notApplicable('no vendor folder') }, lookedAt(2, 0))
    expect(mergeIntegrity([one])).toEqual(one)
  })
})

describe('refusedLayer', () => {
  it('tells a refused zip from a refused go.mod file from any other failure', () => {
    expect(refusedLayer('verifying rsc.io/quote@v1.5.2: checksum mismatch\n\tdownloaded: h1:…')).toBe('ziphash')
    expect(refusedLayer('go: rsc.io/q@v1.5.2 requires\n\tx@v1: verifying rsc.io/quote@v1.5.2/go.mod: checksum mismatch')).toBe('go.mod')
    expect(refusedLayer('go: example.com/x@v1.0.0: module lookup disabled by GOPROXY=off')).toBeNull()
  })
})
