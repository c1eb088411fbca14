import { describe, expect, it } from '@jest/globals'
import { findDisabledVerification, matchesEveryModule, matchesModulePatterns } from '../../../src/environment/index.js'
import type { GoEnvironment } from '../../../src/snapshot/index.js'

type Origins = GoEnvironment['origins']

function environment(values: Readonly<Record<string, string>>, origins: Origins = {}): GoEnvironment {
  return { values: { GOENV: '$HOME/.config/go/env', GOSUMDB: 'sum.golang.org', ...values }, origins, unknownKeys: 0 }
}

function titles(values: Readonly<Record<string, string>>, origins: Origins = {}): readonly string[] {
  return findDisabledVerification(environment(values, origins)).map(({ severity, title }) => `${severity}: ${title}`)
}

describe('findDisabledVerification', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['nothing is set', {}],
    [
      'private modules are named',
      {
        GOPRIVATE: 'git.example.com,*.corp.example.com,github.com/acme/*',
        GONOSUMDB: 'git.example.com,*.corp.example.com,github.com/acme/*',
      },
    ],
    ['flags are harmless', { GOFLAGS: '-trimpath -mod=readonly -buildvcs=false -tags=toolexec' }],
    ['-mod=mod is overruled', { GOFLAGS: '-mod=mod -mod=vendor' }],
    ['module mode is on or auto', { GO111MODULE: 'auto' }],
    ['GOFLAGS cannot be split', { GOFLAGS: `'-toolexec` }],
  ])('finds nothing when %s', (_name, values) => {
    expect(titles(values)).toEqual([])
  })

  it.each<[Readonly<Record<string, string>>, string]>([
    [{ GO111MODULE: 'off' }, 'error: GO111MODULE is off'],
    [{ GOSUMDB: 'off' }, 'warning: GOSUMDB is off'],
    [{ GOPRIVATE: '*', GONOSUMDB: '*' }, 'warning: GOPRIVATE matches every module'],
    [{ GONOSUMDB: '*.*' }, 'warning: GONOSUMDB matches every module'],
    [{ GOPRIVATE: 'a.example.com', GONOSUMDB: '?*' }, 'warning: GONOSUMDB matches every module'],
    [{ GOINSECURE: 'git.example.com' }, 'warning: GOINSECURE is set'],
    [{ GOINSECURE: '*' }, 'warning: GOINSECURE matches every module'],
    [{ GOFLAGS: '-insecure' }, 'warning: GOFLAGS holds -insecure'],
    [{ GOFLAGS: '-a --mod=mod' }, 'warning: GOFLAGS holds --mod=mod'],
    [{ GOFLAGS: '-mod=vendor -mod=mod' }, 'warning: GOFLAGS holds -mod=mod'],
    [{ GOFLAGS: '-toolexec=/tmp/evil' }, 'warning: GOFLAGS holds -toolexec=/tmp/evil'],
    [{ GOFLAGS: '-modfile=x.mod' }, 'warning: GOFLAGS holds -modfile=x.mod'],
    [{ GOFLAGS: '-overlay=o.json' }, 'warning: GOFLAGS holds -overlay=o.json'],
  ])('finds %j', (values, title) => {
    expect(titles(values)).toEqual([title])
  })

  it('does not blame GOPRIVATE when GONOSUMDB was set to something narrow', () => {
    expect(titles({ GOPRIVATE: '*', GONOSUMDB: 'git.example.com' }, { GONOSUMDB: 'process' })).toEqual([])
  })

  it.each([
    ['process', 'set in the environment of this process', 'unset GONOSUMDB'],
    ['goenv', 'set in the go env file $HOME/.config/go/env', 'go env -u GONOSUMDB'],
  ] as const)('says where it is set and how to take it back: %s', (origin, place, command) => {
    const [found] = findDisabledVerification(environment({ GONOSUMDB: '*' }, { GONOSUMDB: origin }))
    expect(found?.message).toContain(place)
    expect(found?.evidence).toEqual([`GONOSUMDB=* (${place})`])
    expect(found?.fix[0]?.command).toBe(command)
  })

  it('takes one flag out of GOFLAGS and keeps the others', () => {
    const [found] = findDisabledVerification(environment({ GOFLAGS: '-mod=mod -trimpath' }, { GOFLAGS: 'process' }))
    expect(found?.fix[0]?.command).toBe('export GOFLAGS=-trimpath')
  })

  it('notes GONOSUMCHECK, which no Go reads any more', () => {
    const found = findDisabledVerification(environment({}), { GONOSUMCHECK: '1' })
    expect(found.map(({ severity, subject }) => [severity, subject.key])).toEqual([['note', 'GONOSUMCHECK']])
  })
})

describe('matchesModulePatterns', () => {
  // Cases of TestMatchPrefixPatterns in golang.org/x/mod/module.
  it.each<[string, string, boolean]>([
    ['*.corp.example.com,rsc.io/private', 'git.corp.example.com/a', true],
    ['*', 'rsc.io/quote', true],
    ['rsc.io/', 'rsc.io/quote', true],
    ['*/quote', 'rsc.io/quote', true],
    ['*/*/quote', 'rsc.io/quote', false],
    ['rsc.io/quote/v2', 'rsc.io/quote', false],
    ['rsc.io', 'rsc.io.evil/x', false],
    ['rsc.*', 'rsc.io/quote', true],
    ['r?c.io', 'rsc.io/quote', true],
    ['r[a-z]c.io', 'rsc.io/quote', true],
    ['r[^a-z]c.io', 'rsc.io/quote', false],
    ['r[]c.io', 'rsc.io/quote', false],
    ['r[', 'rsc.io/quote', false],
    [String.raw`r\sc.io`, 'rsc.io/quote', true],
    [',,', 'rsc.io/quote', false],
    ['github.com/acme/*', 'github.com/acme', false],
    ['github.com/acme/*', 'github.com/acme/x/v2', true],
    ['a*b*c', 'axxbxxbc/d', true],
  ])('%s against %s: %s', (list, path, matches) => {
    expect(matchesModulePatterns(list, path)).toBe(matches)
  })

  it('ends in time on a pattern made to be slow', () => {
    expect(matchesModulePatterns(`${'*a'.repeat(200)}b`, `${'a'.repeat(5000)}/x`)).toBe(false)
  })
})

describe('matchesEveryModule', () => {
  it.each(['*', '**', '*.*', '?*', '*.com,*.org,*.in,*.io,*.net', 'x,*', '[a-z]*'])('%s leaves no module out', (list) => {
    expect(matchesEveryModule(list)).toBe(true)
  })

  it.each(['', 'github.com', '*.com', '*/*/*', 'corp.example.com/*'])('%j leaves some out', (list) => {
    expect(matchesEveryModule(list)).toBe(false)
  })
})
