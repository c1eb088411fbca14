import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { axesOf, explainByAxes, isTested } from '../../../src/compare/axes.js'
import { consensusOf, outliersOf } from '../../../src/compare/consensus.js'
import type { EnvironmentDrift } from '../../../src/report/index.js'
import type { Json } from '../../../src/snapshot/index.js'
import { jobOf } from './fixtures.js'

type Matrix = Readonly<Record<string, Json>>

function explain(
  legs: readonly Matrix[],
  values: readonly (string | null | undefined)[],
  class_: EnvironmentDrift['class'],
): string | null {
  return explainByAxes(values, class_, axesOf(legs.map((leg) => jobOf('check', leg))))
}

const CLASSES = ['platform', 'version', 'path', 'verification', 'build', 'volatile', 'runner'] as const

/** What each axis of the random matrices may move; `n` is of no kind. */
const MAY_MOVE: Readonly<Record<string, readonly string[]>> = {
  os: ['platform', 'runner', 'path'],
  arch: ['platform', 'runner'],
  go: ['version'],
  n: [],
}

const matrices = fc.array(
  fc.record(
    {
      os: fc.constantFrom('ubuntu-latest', 'windows-latest', 'macos-26'),
      arch: fc.constantFrom('amd64', 'arm64'),
      go: fc.constantFrom<Json>('1.25', '1.26', 1.26),
      n: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: [] },
  ),
  { minLength: 2, maxLength: 7 },
)

const cases = matrices.chain((legs) =>
  fc.record({
    legs: fc.constant(legs),
    values: fc.array(fc.constantFrom('x', 'y', '1', '2', null), { minLength: legs.length, maxLength: legs.length }),
    class_: fc.constantFrom(...CLASSES),
  }),
)

/** The rule, said as plainly as can be: each value of the axis has one value of the key, and the axis may move the key. */
function accounts(name: string, legs: readonly Matrix[], values: readonly (string | null)[], class_: string): boolean {
  const own = (leg: Matrix): string => (Object.hasOwn(leg, name) ? JSON.stringify(leg[name]) : 'absent')
  const groups = new Set(legs.map(own))
  const isDecided = [...groups].every((group) => new Set(values.filter((_, at) => own(legs[at] ?? {}) === group)).size === 1)
  const isOfKind = MAY_MOVE[name]?.includes(class_) === true
  const isVersionsOwn = name === 'go' && values.includes(null) && new Set(values).size === 2
  const writes = legs.every((leg, at) => !Object.hasOwn(leg, name) || JSON.stringify(leg[name]).replaceAll('"', '') === values[at])
  return groups.size > 1 && isDecided && (isOfKind || isVersionsOwn || writes)
}

function words(text: string | null): readonly string[] | undefined {
  return text?.split(/[ ,:]+/).toSorted()
}

describe('a difference', () => {
  it('is explained if and only if an axis accounts for it that may move it', () => {
    fc.assert(
      fc.property(cases, ({ legs, values, class_ }) => {
        const names = [...new Set(legs.flatMap((leg) => Object.keys(leg)))]
        const causes = names.filter((name) => accounts(name, legs, values, class_))
        const said = explain(legs, values, class_)
        expect(said === null).toBe(causes.length === 0)
        const named = names.filter((name) => said !== null && new RegExp(`\\b${name}\\b`).test(said.split(':')[0] ?? ''))
        expect(causes).toEqual(expect.arrayContaining(named))
      }),
      { numRuns: 2000 },
    )
  })

  it('is explained by the same axes in whatever order the jobs come', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ legs, values, class_ }, by) => {
        // A rotation keeps every leg with its value; names are told in the order in which they appear.
        const turn = <T>(list: readonly T[]): readonly T[] => [...list.slice(by % list.length), ...list.slice(0, by % list.length)]
        expect(words(explain(turn(legs), turn(values), class_))).toEqual(words(explain(legs, values, class_)))
      }),
    )
  })

  it('that follows one axis of a full matrix is laid to that one alone', () => {
    const full = ['ubuntu-latest', 'windows-latest'].flatMap((os) => ['1.25', '1.26'].map((go) => ({ os, go })))
    const byOs = full.map(({ os }) => (os.startsWith('u') ? 'linux' : 'windows'))
    const byGo = full.map(({ go }) => `go${go}.3`)
    expect(explain(full, byOs, 'platform')).toBe('the os axis')
    expect(explain(full, byGo, 'version')).toBe('the go axis')
    // The right axis, and a class that it does not move.
    expect(explain(full, byOs, 'version')).toBeNull()
    expect(
      explain(
        full,
        byGo.map((value) => `with ${value}`),
        'platform',
      ),
    ).toBeNull()
  })
})

describe('the values of an axis', () => {
  it('are told apart by type: 1.2 is not "1.2"', () => {
    expect(explain([{ go: 1.2 }, { go: '1.2' }], ['go1.2', 'go1.20.14'], 'version')).toBe('the go axis')
    expect(explain([{ go: '1.2' }, { go: '1.2', n: 1 }], ['go1.2', 'go1.20.14'], 'version')).toBeNull()
  })

  it.each([
    ['CGO_ENABLED as 0 and 1', [{ cgo: '0' }, { cgo: '1' }], ['0', '1']],
    ['CGO_ENABLED as numbers', [{ cgo: 0 }, { cgo: 1 }], ['0', '1']],
    ['GOARCH', [{ goarch: '386' }, { goarch: 'riscv64' }, { goarch: 'wasm' }], ['386', 'riscv64', 'wasm']],
    ['flags', [{ flags: '-race' }, { flags: '-trimpath' }, { flags: '' }], ['-race', '-trimpath', '']],
    ['one leg that sets what the others leave', [{ n: 1 }, { n: 2 }, { n: 2, flags: '-race' }], ['', '', '-race']],
  ] as const)('explain a key of any class when they are its own: %s', (_, legs, values) => {
    expect(explain(legs, values, 'build')).toMatch(/^the (?:cgo|goarch|flags) axis$/)
  })

  it('explain nothing when they are those of another job', () => {
    expect(explain([{ flags: '-race' }, { flags: '-trimpath' }], ['-trimpath', '-race'], 'build')).toBeNull()
  })

  it('that a matrix does not write say "absent", which is a value: a leg that include added', () => {
    const legs = [{ go: '1.25' }, { go: '1.26' }, { experimental: true }]
    expect(explain(legs, ['go1.25.3', 'go1.26.1', 'go1.24.9'], 'version')).toBe('the go axis')
    expect(explain([...legs, { experimental: false }], ['go1.25.3', 'go1.26.1', 'go1.24.9', 'go1.23.1'], 'version')).toBeNull()
  })
})

describe('a job of another matrix', () => {
  const axes = axesOf([jobOf('check', { os: 'ubuntu-latest' }), jobOf('check', { os: 'windows-latest' }), jobOf('lint')])

  it('is of no matter to an axis that it does not have, as long as it has nothing new', () => {
    expect(explainByAxes(['linux', 'windows', 'linux'], 'platform', axes)).toBe('the os axis')
  })

  it('has what no axis accounts for, when none of the legs has it', () => {
    expect(explainByAxes(['linux', 'windows', 'darwin'], 'platform', axes)).toBeNull()
  })
})

describe('two axes', () => {
  const together = [
    { os: 'ubuntu-latest', arch: 'amd64' },
    { os: 'macos-26', arch: 'arm64' },
    { os: 'ubuntu-latest', arch: 'amd64', n: 2 },
  ]

  it('that always move together cannot be told apart, and it says so', () => {
    expect(explain(together, ['linux', 'darwin', 'linux'], 'platform')).toBe(
      'the os or the arch axis: they always move together, cannot tell which',
    )
  })

  it('of which only one may move the key are no doubt', () => {
    expect(explain(together, ['/usr/bin', '/opt/bin', '/usr/bin'], 'path')).toBe('the os axis')
  })
})

describe('the jobs that say nothing', () => {
  it('are left out of an explanation', () => {
    const legs = [{ go: '1.25' }, { go: '1.26' }, { go: '1.26', n: 2 }]
    expect(explain(legs, ['a', 'b', 'c'], 'version')).toBeNull()
    expect(explain(legs, ['a', 'b', undefined], 'version')).toBe('the go axis')
  })

  it('test no axis', () => {
    const [axis] = axesOf([jobOf('check', { go: '1.25' }), jobOf('check', { go: '1.26' }), jobOf('check', { go: '1.26', n: 2 })])
    if (axis === undefined) throw new Error('no axis')
    expect(isTested(['a', 'b', 'b'], axis)).toBe(true)
    expect(isTested(['a', 'b', undefined], axis)).toBe(false)
  })
})

describe('what most jobs have', () => {
  it.each([
    ['of equally many the first', ['b', 'a', 'a', 'b'], 'b'],
    ['not what says nothing', [undefined, undefined, 'a'], 'a'],
    ['also that it is not there', [null, 'a', null], null],
    ['nothing of nothing', [], null],
  ] as const)('is %s', (_, values, expected) => {
    expect(consensusOf(values)).toBe(expected)
  })

  it('and the others are all of them', () => {
    const values = fc.array(fc.constantFrom('a', 'b', 'c', null, undefined), { maxLength: 9 })
    fc.assert(
      fc.property(values, (said) => {
        const most = consensusOf(said)
        const outliers = outliersOf(said, most)
        const amount = said.filter((value) => value === most).length
        expect(outliers.flatMap(({ places }) => places).length + amount).toBe(said.filter((value) => value !== undefined).length)
        for (const { value, places } of outliers) {
          expect(places.every((at) => said[at] === value)).toBe(true)
          expect(places.length).toBeLessThanOrEqual(amount)
        }
      }),
    )
  })
})
