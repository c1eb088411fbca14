import { describe, expect, it } from '@jest/globals'
import { compareGoVersions, isInGoRange, parseGoRange, parseGoVersion } from '../../../src/environment/index.js'

// The cases of compareTests in Go's internal/gover/gover_test.go, and some of ours.
const ORDERED = [
  '',
  'go1.5',
  'go1.19rc1',
  'go1.19',
  'go1.19.1',
  'go1.20',
  'go1.20.1',
  'go1.21',
  'go1.21alpha1',
  'go1.21beta1',
  'go1.21rc1',
  'go1.21rc2',
  'go1.21rc10',
  'go1.21.0',
  'go1.21.1',
  'go1.21.10',
  'go1.22',
  'go1.99999999998',
  'go1.99999999999',
  'go2',
]

describe('compareGoVersions', () => {
  it('orders releases as go/version does', () => {
    for (const [at, a] of ORDERED.entries()) {
      for (const [other, b] of ORDERED.entries()) expect([a, b, Math.sign(compareGoVersions(a, b))]).toEqual([a, b, Math.sign(at - other)])
    }
  })

  it.each([
    ['go1.19', 'go1.19.0', 0],
    ['go1', 'go1.0.0', 0],
    ['1.26.8', 'go1.26.8', 0],
    ['go1.26.8-custom', 'go1.26.8', 0],
    ['go1.26.8 X:boringcrypto', 'go1.26.8', 0],
    ['devel go1.27-1234abcd Tue', 'go1.26.8', 1],
    ['nonsense', 'go1.0', -1],
    ['nonsense', 'go01.2', 0],
  ])('compares %s with %s', (a, b, order) => {
    expect(Math.sign(compareGoVersions(a, b))).toBe(order)
  })
})

describe('parseGoVersion', () => {
  it.each(['', 'go', '1.', '1.2.', '1.2.3.4', '01.2', '1.02', '1.2.3rc1', '1.2rc1x', 'v1.2', 'x1.2'])('refuses %j', (version) => {
    expect(parseGoVersion(version)).toBeNull()
  })
})

describe('isInGoRange', () => {
  it.each([
    ['1.26', 'go1.26.8', true],
    ['1.26.x', 'go1.26.0', true],
    ['go1.26', 'go1.26rc1', true],
    ['1.26', 'go1.27.0', false],
    ['1.26.8', 'go1.26.8', true],
    ['1.26.8', 'go1.26.9', false],
    ['1.x', 'go1.9.1', true],
    ['>=1.24 <1.27', 'go1.24.0', true],
    ['>=1.24 <1.27', 'go1.26.8', true],
    ['>=1.24 <1.27', 'go1.27rc1', false],
    ['>=1.24 <1.27', 'go1.23.12', false],
    ['>= 1.24.3, < 1.27', 'go1.24.2', false],
    ['<=1.26', 'go1.26.8', true],
    ['>1.26', 'go1.26.8', false],
    ['>1.26.7', 'go1.26.8', true],
    ['=1.26.8', 'go1.26.8-custom', true],
    ['>=1.26.0', 'go1.26rc1', false],
    ['>=1', 'go1.26.8', true],
  ])('%s holds for %s: %s', (range, running, holds) => {
    expect(isInGoRange(parseGoRange(range), running)).toBe(holds)
  })

  it('does not know about a version that cannot be read', () => {
    expect(isInGoRange(parseGoRange('1.26'), 'unknown')).toBeNull()
  })
})

describe('parseGoRange', () => {
  it.each(['', ' ', 'latest', '^1.24', '~1.24', '1.24 || 1.25', '>=', '1.24 -', '1.x.3', 'v1.24', '1.2.3.4', '>=1.24;', 'x'.repeat(2000)])(
    'refuses %j and quotes it',
    (text) => {
      expect(() => parseGoRange(text)).toThrow(
        expect.objectContaining({
          code: 'config-invalid',
          message: expect.stringContaining(JSON.stringify(text.slice(0, 80)).slice(0, -1)),
        }),
      )
    },
  )
})
