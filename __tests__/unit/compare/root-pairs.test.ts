import { describe, expect, it } from '@jest/globals'
import { shareRootPairs } from '../../../src/compare/root-pairs.js'
import type { Module, Root } from '../../../src/snapshot/index.js'
import { moduleOf, rootOf } from './fixtures.js'

/** How many pairs are worked out of these. */
function worked(pairs: readonly { readonly before: Root | null; readonly after: Root }[]): number {
  let times = 0
  const work = shareRootPairs(() => {
    times += 1
    return times
  })
  for (const pair of pairs) work(pair)
  return times
}

const module = moduleOf('example.com/a', 'v1.0.0', { replace: { path: 'example.com/b', version: 'v1.0.0' } })

function withModule(more: Partial<Module>): Root {
  return rootOf({ modules: [{ ...module, ...more }] })
}

describe('pairs of roots', () => {
  it('that say the same are worked out once', () => {
    const pairs = Array.from({ length: 9 }, () => ({ before: withModule({}), after: rootOf() }))
    expect(worked(pairs)).toBe(1)
  })

  it.each<[string, Partial<Module>]>([
    ['path', { path: 'example.com/z' }],
    ['version', { version: 'v2.0.0' }],
    ['hash', { sum: 'h1:z' }],
    ['hash of go.mod', { goModSum: 'h1:z' }],
    ['replacement', { replace: { path: 'example.com/z', version: 'v1.0.0' } }],
    ['version of the replacement', { replace: { path: 'example.com/b', version: 'v2.0.0' } }],
    ['being main', { main: true }],
  ])('that differ in nothing but the %s of a module are told apart, before as now', (_, more) => {
    const [one, other] = [withModule({}), withModule(more)]
    expect(
      worked([
        { before: null, after: one },
        { before: null, after: other },
      ]),
    ).toBe(2)
    expect(
      worked([
        { before: one, after: one },
        { before: other, after: one },
      ]),
    ).toBe(2)
  })

  it.each<[string, Partial<Root>]>([
    ['folder', { directory: 'tools' }],
    ['mode', { mode: 'vendor' }],
    ['reason for the mode', { modeReason: 'another' }],
    ['files', { files: { 'go.mod': 'z' } }],
    ['vendored files', { vendor: { files: 1, hash: 'z' } }],
    ['main modules', { main: ['example.com/z'] }],
  ])('that differ in nothing but the %s are told apart', (_, more) => {
    expect(
      worked([
        { before: null, after: rootOf() },
        { before: null, after: rootOf(more) },
      ]),
    ).toBe(2)
  })

  it('that have no baseline are not those that have one', () => {
    expect(
      worked([
        { before: null, after: rootOf() },
        { before: rootOf(), after: rootOf() },
      ]),
    ).toBe(2)
  })
})
