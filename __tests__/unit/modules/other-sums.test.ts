import { describe, expect, it } from '@jest/globals'
import { otherSums, parseGoSum, sumsOf } from '../../../src/modules/index.js'
import type { Module } from '../../../src/snapshot/index.js'

const used: Module = { path: 'example.com/a', version: 'v1.1.0', sum: 'h1:a', goModSum: 'h1:am' }
const replaced: Module = { path: 'example.com/b', version: 'v1.0.0', replace: { path: 'example.com/fork', version: 'v2.0.0' }, sum: 'h1:f' }
const goSum = parseGoSum(
  [
    'example.com/b v1.0.0 h1:b',
    'example.com/fork v2.0.0 h1:f',
    'example.com/a v1.1.0 h1:a',
    'example.com/a v1.1.0/go.mod h1:am',
    'example.com/a v1.0.0/go.mod h1:old',
    'example.com/a v1.1.0 h1:OTHER',
    'one two',
    '',
  ].join('\n'),
)

describe('the lines of go.sum beyond the build list', () => {
  it('are those that no module stands for, sorted by bytes, malformed ones left out', () => {
    expect(otherSums([goSum], [used, replaced])).toStrictEqual([
      'example.com/a v1.0.0/go.mod h1:old',
      'example.com/a v1.1.0 h1:OTHER',
      'example.com/b v1.0.0 h1:b',
    ])
  })

  it('are each named once, however many files have them', () => {
    expect(otherSums([goSum, goSum], [used, replaced])).toHaveLength(3)
  })

  it('make up go.sum as a set, together with those of the modules', () => {
    const all = new Set([...otherSums([goSum], [used, replaced]), ...[used, replaced].flatMap(sumsOf)])
    const written = goSum.lines.map(({ path, version, goMod, hash }) => `${path} ${version}${goMod ? '/go.mod' : ''} ${hash}`)
    expect(all).toStrictEqual(new Set(written))
  })

  it('know no line of a module that a directory replaces', () => {
    expect(sumsOf({ ...used, replace: { path: '../a', version: null } })).toStrictEqual([])
  })
})
