import { describe, expect, it } from '@jest/globals'
import { diffEnvironments, goEnvTable } from '../../../src/environment/index.js'
import { canonicalJson, parseSnapshot, type Snapshot } from '../../../src/snapshot/index.js'
import { fullSnapshot } from '../snapshot/full-snapshot.js'

/** A snapshot whose go env has every key of the table. */
const base: Snapshot = {
  ...fullSnapshot,
  environment: {
    values: { ...Object.fromEntries(goEnvTable.map(({ key }) => [key, `value of ${key}`])), GOVERSION: 'go1.26.8', GOTOOLCHAIN: 'local' },
    origins: {},
    unknownKeys: 0,
  },
}

type Values = Readonly<Record<string, string | undefined>>

function withValues(values: Values, origins: Snapshot['environment']['origins'] = {}, from: Snapshot = base): Snapshot {
  const all = Object.entries({ ...from.environment.values, ...values }).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...from, environment: { values: Object.fromEntries(all), origins, unknownKeys: 0 } }
}

function summary(before: Snapshot, after: Snapshot): readonly string[] {
  return diffEnvironments(before, after).map(({ key, explained }) => (explained === undefined ? key : `${key}: ${explained}`))
}

describe('diffEnvironments', () => {
  it('finds nothing between a snapshot and itself, also after it was written and read', () => {
    expect(diffEnvironments(base, base)).toEqual([])
    expect(diffEnvironments(base, parseSnapshot(canonicalJson(base), 'x'))).toEqual([])
  })

  it.each(goEnvTable.map((row) => [row.key, row.class] as const))(
    'tells exactly of %s when that key changes, appears or goes, unexplained',
    (key, keyClass) => {
      const value = base.environment.values[key] ?? ''
      expect(diffEnvironments(base, withValues({ [key]: 'another' }))).toEqual([{ key, class: keyClass, before: value, after: 'another' }])
      expect(diffEnvironments(base, withValues({ [key]: undefined }))).toEqual([{ key, class: keyClass, before: value, after: null }])
      expect(diffEnvironments(withValues({ [key]: undefined }), base)).toEqual([{ key, class: keyClass, before: null, after: value }])
    },
  )

  it('tells empty from not there', () => {
    expect(diffEnvironments(withValues({ GOFLAGS: '' }), withValues({ GOFLAGS: undefined }))).toEqual([
      { key: 'GOFLAGS', class: 'build', before: '', after: null },
    ])
  })

  it('tells of another Go once, though go env and the toolchain both say it', () => {
    const after = { ...withValues({ GOVERSION: 'go1.27.0' }), toolchain: { ...base.toolchain, running: 'go1.27.0' } }
    expect(summary(base, after)).toEqual(['GOVERSION'])
    const wanted = { ...withValues({ GOTOOLCHAIN: 'auto' }), toolchain: { ...base.toolchain, requested: 'auto' } }
    expect(summary(base, wanted)).toEqual(['GOTOOLCHAIN'])
  })

  it('tells of the toolchain where go env does not', () => {
    expect(summary(base, { ...base, toolchain: { running: 'go1.27.0', requested: 'auto', host: 'linux/arm64' } })).toEqual([
      'toolchain.running',
      'toolchain.requested',
      'toolchain.host',
    ])
  })

  it('explains keys that go works out from another one that changed', () => {
    const after = withValues({ GOOS: 'windows', GOEXE: '.exe', CGO_ENABLED: '0', GOGCCFLAGS: 'x', CC: 'clang' })
    expect(summary(base, after)).toEqual([
      'CC: follows GOOS',
      'CGO_ENABLED: follows GOOS',
      'GOEXE: follows GOOS',
      'GOGCCFLAGS: follows GOOS',
      'GOOS',
    ])
  })

  it('explains the keys of an architecture by GOARCH', () => {
    const before = withValues({ GOARM64: undefined })
    const after = withValues({ GOARCH: 'arm64', GOAMD64: undefined })
    expect(summary(before, after)).toEqual(['GOAMD64: follows GOARCH', 'GOARCH', 'GOARM64: follows GOARCH'])
  })

  it('explains nothing that somebody has set', () => {
    const after = withValues({ GOOS: 'windows', CGO_ENABLED: '0' }, { CGO_ENABLED: 'process' })
    expect(summary(base, after)).toEqual(['CGO_ENABLED', 'GOOS'])
  })

  it('explains GONOSUMDB by GOPRIVATE, and does not when it was set by itself', () => {
    const values = { GOPRIVATE: 'b', GONOSUMDB: 'b' }
    expect(summary(base, withValues(values, { GONOSUMDB: 'derived', GOPRIVATE: 'process' }))).toEqual([
      'GONOSUMDB: follows GOPRIVATE',
      'GOPRIVATE',
    ])
    expect(summary(base, withValues(values, { GONOSUMDB: 'goenv' }))).toEqual(['GONOSUMDB', 'GOPRIVATE'])
  })

  it('explains GOROOT and GOTOOLDIR by the Go that moved', () => {
    const after = withValues({ GOVERSION: 'go1.27.0', GOROOT: '/opt/go1.27.0', GOTOOLDIR: '/x' })
    expect(summary(base, after)).toEqual(['GOROOT: follows GOVERSION', 'GOTOOLDIR: follows GOROOT', 'GOVERSION'])
  })

  it('explains a key that only the newer Go prints', () => {
    const old = { ...withValues({ GOAUTH: undefined, GOVERSION: 'go1.23.12' }), toolchain: { ...base.toolchain, running: 'go1.23.12' } }
    expect(summary(old, base)).toEqual(['GOAUTH: go env prints it since Go 1.24', 'GOVERSION'])
    expect(summary(base, old)).toEqual(['GOAUTH: go env prints it since Go 1.24', 'GOVERSION'])
  })

  it('explains another Go by the line of go.mod or go.work that was edited', () => {
    const root = base.roots[0]
    if (root === undefined) throw new Error('no root')
    const after = (change: object): Snapshot => ({ ...withValues({ GOVERSION: 'go1.27.0' }), roots: [{ ...root, ...change }] })
    expect(summary(base, after({}))).toEqual(['GOVERSION'])
    expect(summary(base, after({ goLine: '1.27' }))).toEqual(['GOVERSION: the go line of go.mod was edited'])
    expect(summary(base, after({ goLine: '1.27', toolchainLine: 'go1.27.0' }))).toEqual([
      'GOVERSION: the toolchain line of go.mod was edited',
    ])
    const work = { ...base, roots: [{ ...root, mode: 'workspace' as const, directory: 'app' }] }
    expect(summary(work, after({ mode: 'workspace', directory: 'app', goLine: '1.27' }))).toEqual([
      'GOVERSION: the go line of app/go.work was edited',
    ])
    expect(summary(base, after({ directory: 'other', goLine: '1.27' }))).toEqual(['GOVERSION'])
  })

  it('tells of the machine field by field, and of a part that is gone as one', () => {
    const after: Snapshot = {
      ...base,
      cCompiler: { command: 'gcc', path: '/usr/bin/gcc', version: 'gcc 13', target: null },
      libc: null,
      runner: { os: 'Linux', arch: 'X64', image: 'ubuntu24', version: '2', environment: null },
    }
    expect(diffEnvironments(base, after)).toEqual([
      { key: 'cCompiler.target', class: 'runner', before: 'x86_64-linux-gnu', after: null },
      { key: 'cCompiler.version', class: 'runner', before: 'gcc (Debian 12.2.0-14) 12.2.0', after: 'gcc 13' },
      { key: 'libc', class: 'runner', before: 'glibc', after: null },
      { key: 'runner.environment', class: 'runner', before: 'github-hosted', after: null },
      { key: 'runner.version', class: 'runner', before: '20261101.1', after: '2' },
    ])
    expect(summary(after, base)).toHaveLength(5)
    expect(
      summary({ ...base, runner: null }, { ...base, runner: { os: null, arch: null, image: null, version: null, environment: null } }),
    ).toEqual(['runner'])
  })

  it('explains another C compiler by CC', () => {
    const after: Snapshot = {
      ...withValues({ CC: 'clang' }),
      cCompiler: { command: 'clang', path: '/usr/bin/clang', version: 'clang 17', target: 'x86_64-linux-gnu' },
    }
    expect(summary(base, after)).toEqual([
      'CC',
      'cCompiler.command: follows CC',
      'cCompiler.path: follows CC',
      'cCompiler.version: follows CC',
    ])
  })

  it('explains the flags for the C compiler by the C compiler', () => {
    const after: Snapshot = {
      ...withValues({ GOGCCFLAGS: 'x' }),
      cCompiler: { command: 'gcc', path: '/usr/bin/gcc', version: 'gcc 13', target: 'x86_64-linux-gnu' },
    }
    expect(summary(base, after)).toEqual(['GOGCCFLAGS: follows cCompiler', 'cCompiler.version'])
  })

  it('takes keys named like properties of objects for keys', () => {
    expect(summary(base, withValues({ constructor: 'x' }))).toEqual(['constructor'])
  })
})
