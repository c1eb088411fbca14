import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { compareVersions } from '../../../src/modules/index.js'

/** From the least to the greatest; pseudo-versions stand between their neighbours as go.dev/ref/mod says. */
const ASCENDING = [
  'v0.0.0-20170915032832-14c0d48ead0c',
  'v0.0.0-20190101000000-0123456789ab',
  'v0.0.0',
  'v1.0.0-alpha',
  'v1.0.0-alpha.1',
  'v1.0.0-alpha.beta',
  'v1.0.0-beta',
  'v1.0.0-beta.2',
  'v1.0.0-beta.11',
  'v1.0.0-rc.1',
  'v1.0.0',
  'v1.2.3-pre',
  'v1.2.3-pre.0.20190101000000-0123456789ab',
  'v1.2.3',
  'v1.2.4-0.20190101000000-0123456789ab',
  'v1.2.4',
  'v1.9.0',
  'v1.10.0',
  'v2.0.0+incompatible',
  'v2.0.1-0.20190101000000-0123456789ab+incompatible',
  'v10.0.0',
  'v99999999999999999999.0.0',
]

const INVALID = [
  '',
  'bad',
  'v',
  '1.0.0',
  'v1.2.',
  'v01.0.0',
  'v1.2.3-01',
  'v1.2.3-',
  'v1.2.3-a..b',
  'v1.2-pre',
  'v1+meta',
  'v1.2.3+',
  'v1.2.3+a..b',
  'V1.0.0',
  'v1.0.0\n',
]

describe('compareVersions', () => {
  it('puts versions in the order of Semantic Versioning', () => {
    for (const [i, a] of ASCENDING.entries())
      for (const [j, b] of ASCENDING.entries()) expect([a, b, compareVersions(a, b)]).toEqual([a, b, Math.sign(i - j)])
  })

  it('does not count build metadata, and fills short versions with zeros', () => {
    expect(compareVersions('v1.2.3+meta', 'v1.2.3')).toBe(0)
    expect(compareVersions('v2.0.0+incompatible', 'v2.0.0')).toBe(0)
    expect(compareVersions('v1', 'v1.0.0')).toBe(0)
    expect(compareVersions('v1.2', 'v1.2.0-pre')).toBe(1)
  })

  it.each(INVALID)('takes %j for less than every version', (text) => {
    expect(compareVersions(text, 'v0.0.0-0')).toBe(-1)
    expect(compareVersions('v0.0.0-0', text)).toBe(1)
    expect(compareVersions(text, 'other nonsense')).toBe(0)
  })

  const number = fc.oneof(fc.nat(3), fc.bigInt(0n, 10n ** 30n)).map(String)
  const word = fc.stringMatching(/^(?:0|[1-9]\d{0,3}|\d{0,2}[a-z-][a-z\d-]{0,2})$/)
  const prerelease = fc.array(word, { maxLength: 3 }).map((words) => (words.length === 0 ? '' : `-${words.join('.')}`))
  const version = fc
    .tuple(number, number, number, prerelease, fc.constantFrom('', '+incompatible'))
    .map(([a, b, c, d, e]) => `v${a}.${b}.${c}${d}${e}`)
  const any = fc.oneof(version, version, fc.constantFrom(...ASCENDING, ...INVALID))

  it('is antisymmetric and transitive', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(compareVersions(a, b) + compareVersions(b, a)).toBe(0)
        const [low = '', middle = '', high = ''] = [a, b, c].toSorted(compareVersions)
        expect(compareVersions(low, middle)).toBeLessThanOrEqual(0)
        expect(compareVersions(middle, high)).toBeLessThanOrEqual(0)
        expect(compareVersions(low, high)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('takes a version with a pre-release for less than the version itself', () => {
    fc.assert(
      fc.property(number, word, (patch, pre) => {
        expect(compareVersions(`v1.0.${patch}-${pre}`, `v1.0.${patch}`)).toBe(-1)
      }),
    )
  })

  it('compares numbers as numbers, however long', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 40n), fc.bigInt(0n, 10n ** 40n), (a, b) => {
        const order = a === b ? 0 : a < b ? -1 : 1
        expect(compareVersions(`v1.${String(a)}.0`, `v1.${String(b)}.0`)).toBe(order)
        expect(compareVersions(`v1.0.0-x.${String(a)}`, `v1.0.0-x.${String(b)}`)).toBe(order)
      }),
    )
  })
})
