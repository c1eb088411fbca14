import { describe, expect, it } from '@jest/globals'
import { findGoEnvKey, goEnvTable } from '../../../src/environment/index.js'
import { byteOrder } from '../../../src/snapshot/index.js'

describe('goEnvTable', () => {
  it('has each key once, sorted by bytes', () => {
    const keys = goEnvTable.map(({ key }) => key)
    expect(keys).toEqual([...new Set(keys)].toSorted(byteOrder))
  })

  it('follows only keys of its own and facts of the machine', () => {
    const known = new Set([...goEnvTable.map(({ key }) => key), 'cCompiler'])
    for (const { key, followsKeys = [] } of goEnvTable) {
      expect(followsKeys.filter((other) => !known.has(other) || other === key)).toEqual([])
    }
  })

  it('never follows in a circle', () => {
    const leads = (from: string, to: string, depth = 0): boolean =>
      depth < 10 && (findGoEnvKey(from)?.followsKeys ?? []).some((other) => other === to || leads(other, to, depth + 1))
    for (const { key } of goEnvTable) expect([key, leads(key, key)]).toEqual([key, false])
  })

  it('counts every key that may hold free text or a URL as one that may hold a credential', () => {
    const free = goEnvTable.filter(({ normalise }) => ['go-flags', 'c-flags', 'gcc-flags', 'proxy-list'].includes(normalise))
    expect(free.filter(({ secret }) => !secret)).toEqual([])
  })

  it('knows no key by the name of a property of objects', () => {
    expect(findGoEnvKey('constructor')).toBeNull()
    expect(findGoEnvKey('__proto__')).toBeNull()
  })
})
