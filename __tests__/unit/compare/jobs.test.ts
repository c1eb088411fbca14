import { describe, expect, it } from '@jest/globals'
import { compareJobs, type JobsComparison, type NamedSnapshot } from '../../../src/compare/index.js'
import type { Json, Snapshot } from '../../../src/snapshot/index.js'
import { jobOf, moduleOf, rootOf, snapshotOf, targetOf } from './fixtures.js'

function leg(
  matrix: { readonly [axis: string]: Json },
  values: Readonly<Record<string, string>> = {},
  more: Partial<Snapshot> = {},
): NamedSnapshot {
  const job = jobOf('build', matrix)
  return { name: `${job.label}.json`, snapshot: snapshotOf({ job, ...more }, values) }
}

/** `KEY explained` for each row of the environment. */
function explanations({ environment }: JobsComparison): readonly (readonly [string, string | undefined])[] {
  return environment.map(({ key, explained }) => [key, explained])
}

function rules({ findings }: JobsComparison): readonly string[] {
  return findings.map(({ rule, severity }) => `${rule} ${severity}`)
}

const host = snapshotOf().toolchain

/** GOOS as go chose it, and GOEXE as it follows from that. */
function derived(goos: string, exe: string): Partial<Snapshot> {
  return {
    toolchain: host,
    environment: { values: { GOOS: goos, GOEXE: exe }, origins: { GOOS: 'default', GOEXE: 'derived' }, unknownKeys: 0 },
  }
}

describe('jobs that are the same', () => {
  it('agree', () => {
    const all = compareJobs([leg({ shard: 1 }), leg({ shard: 2 }), leg({ shard: 3 })])
    expect(all).toMatchObject({ environment: [], modules: [], findings: [] })
    expect(all.jobs.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok'])
  })

  it('are told apart by the files they were read from', () => {
    const snapshot = snapshotOf()
    const { jobs } = compareJobs([
      { name: 'a.json', snapshot },
      { name: 'b.json', snapshot },
      { name: 'b.json', snapshot },
    ])
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(3)
    expect(jobs[0]?.label).toBe('ci / build (a.json)')
  })

  it('can be none', () => {
    expect(compareJobs([])).toEqual({ environment: [], modules: [], findings: [], jobs: [] })
  })
})

describe('a difference that one axis accounts for', () => {
  it('is explained, and makes no finding: the platform by the os axis', () => {
    const all = compareJobs([
      leg({ os: 'ubuntu-latest', n: 1 }, { GOHOSTOS: 'linux' }),
      leg({ os: 'ubuntu-latest', n: 2 }, { GOHOSTOS: 'linux' }),
      leg({ os: 'windows-latest', n: 1 }, { GOHOSTOS: 'windows' }, { libc: null, cCompiler: null }),
      leg({ os: 'windows-latest', n: 2 }, { GOHOSTOS: 'windows' }, { libc: null, cCompiler: null }),
    ])
    expect(explanations(all)).toContainEqual(['GOHOSTOS', 'the os axis'])
    expect(explanations(all)).toContainEqual(['libc', 'the os axis'])
    expect(all.findings).toEqual([])
  })

  it('is explained: the version by the go axis', () => {
    const all = compareJobs([leg({ go: '1.25' }, { GOVERSION: 'go1.25.3' }), leg({ go: '1.26' }, { GOVERSION: 'go1.26.8' })])
    expect(explanations(all)).toEqual([['GOVERSION', 'the go axis']])
    expect(all.findings).toEqual([])
  })

  it.each([
    ['the very value', { flags: '-trimpath' }, { flags: '-v' }, 'GOFLAGS', '-trimpath', '-v', 'the flags axis'],
    ['a number', { cgo: 0 }, { cgo: 1 }, 'CGO_ENABLED', '0', '1', 'the cgo axis'],
    ['a truth value', { cgo: false }, { cgo: true }, 'CGO_ENABLED', '0', '1', 'the cgo axis'],
  ] as const)('is explained where the axis writes the value of the key: %s', (_, one, two, key, before, after, explained) => {
    expect(explanations(compareJobs([leg(one, { [key]: before }), leg(two, { [key]: after })]))).toEqual([[key, explained]])
  })

  it('takes keys with it that follow the explained one', () => {
    const all = compareJobs([
      leg({ runner: 'linux' }, {}, derived('linux', '')),
      leg({ runner: 'windows' }, {}, derived('windows', '.exe')),
    ])
    expect(explanations(all).map(([key]) => key)).toEqual(['GOEXE', 'GOOS'])
    expect(all.environment.every(({ explained }) => explained !== undefined)).toBe(true)
    expect(all.findings).toEqual([])
  })

  it('is explained by the coarser axis where two would do', () => {
    const all = compareJobs([
      leg({ image: 'ubuntu-22.04', os: 'linux' }, { GOHOSTOS: 'linux' }),
      leg({ image: 'ubuntu-24.04', os: 'linux' }, { GOHOSTOS: 'linux' }),
      leg({ image: 'windows-2025', os: 'windows' }, { GOHOSTOS: 'windows' }),
    ])
    expect(explanations(all)).toEqual([['GOHOSTOS', 'the os axis']])
  })

  it('cannot be laid to one of two axes that always move together', () => {
    const all = compareJobs([
      leg({ os: 'linux', arch: 'amd64' }, { GOHOSTARCH: 'amd64' }),
      leg({ os: 'darwin', arch: 'arm64' }, { GOHOSTARCH: 'arm64' }),
    ])
    const row = all.environment.find(({ key }) => key === 'GOHOSTARCH')
    expect(row?.explained).toMatch(/os or the arch axis.*cannot tell which/)
  })
})

describe('a difference that no axis accounts for', () => {
  it('is one finding that names the jobs that differ', () => {
    const all = compareJobs([leg({ n: 1 }), leg({ n: 2 }, { GOFLAGS: '-mod=mod' }), leg({ n: 3 })])
    expect(rules(all)).toEqual(['env/drift warning'])
    const odd = ['github:ci.yml#build{"n":2}']
    expect(all.environment).toEqual([{ key: 'GOFLAGS', class: 'build', before: '', after: '-mod=mod', from: 'jobs', jobs: odd }])
    expect(all.findings[0]).toMatchObject({ subject: { key: 'GOFLAGS' }, jobs: ['github:ci.yml#build{"n":2}'] })
  })

  it('is found though the odd one comes first', () => {
    const all = compareJobs([leg({ n: 1 }, { GOFLAGS: '-mod=mod' }), leg({ n: 2 }), leg({ n: 3 })])
    expect(all.environment).toMatchObject([{ before: '', after: '-mod=mod' }])
    expect(all.findings[0]?.jobs).toEqual(['github:ci.yml#build{"n":1}'])
  })

  it('is not laid to an axis of another kind, however well it fits', () => {
    const all = compareJobs([leg({ os: 'ubuntu-latest' }, { GOFLAGS: '' }), leg({ os: 'windows-latest' }, { GOFLAGS: '-mod=mod' })])
    expect(rules(all)).toEqual(['env/drift warning'])
    const shards = compareJobs([leg({ shard: 1 }, { GOVERSION: 'go1.25.3' }), leg({ shard: 2 })])
    expect(rules(shards)).toEqual(['toolchain/drift warning'])
  })

  it('is not laid to an axis within one of whose values the key differs', () => {
    const all = compareJobs([
      leg({ go: '1.26', n: 1 }, { GOVERSION: 'go1.26.8' }),
      leg({ go: '1.26', n: 2 }, { GOVERSION: 'go1.26.1' }),
      leg({ go: '1.25', n: 1 }, { GOVERSION: 'go1.25.3' }),
    ])
    expect(rules(all)).toEqual(['toolchain/drift warning'])
  })

  it('between two machines goes from the first to the second', () => {
    const laptop = snapshotOf(
      { job: { ...jobOf('laptop'), provider: 'local', id: 'local:laptop', label: 'local:laptop' } },
      { GOFLAGS: '-mod=mod' },
    )
    const all = compareJobs([{ name: 'laptop.json', snapshot: laptop }, leg({})])
    expect(all.environment).toMatchObject([{ key: 'GOFLAGS', before: '-mod=mod', after: '' }])
  })
})

describe('the modules of all jobs', () => {
  const other = rootOf({
    modules: [
      { path: 'example.com/hello', version: null, main: true },
      moduleOf('example.com/a', 'v1.0.1'),
      moduleOf('example.com/b', 'v1.2.3'),
    ],
  })
  const poisoned = rootOf({
    modules: [
      { path: 'example.com/hello', version: null, main: true },
      moduleOf('example.com/a', 'v1.0.0', { sum: 'h1:evil' }),
      moduleOf('example.com/b', 'v1.2.3'),
    ],
  })

  it('must have the same versions', () => {
    const all = compareJobs([leg({ n: 1 }), leg({ n: 2 }, {}, { roots: [other] }), leg({ n: 3 })])
    expect(rules(all)).toEqual(['modules/drift error'])
    expect(all.findings[0]).toMatchObject({ subject: { module: 'example.com/a' }, jobs: ['github:ci.yml#build{"n":2}'] })
  })

  it('may differ along the go axis', () => {
    const all = compareJobs([
      leg({ go: '1.25', n: 1 }, { GOVERSION: 'go1.25.3' }, { roots: [other] }),
      leg({ go: '1.26', n: 1 }),
      leg({ go: '1.26', n: 2 }),
    ])
    expect(all.modules).toMatchObject([{ path: 'example.com/a', explained: 'the go axis' }])
    expect(rules(all)).toEqual(['modules/drift note'])
  })

  it('never have two hashes for one version, not even along the go axis', () => {
    const all = compareJobs([leg({ go: '1.25' }, { GOVERSION: 'go1.25.3' }, { roots: [poisoned] }), leg({ go: '1.26' })])
    expect(rules(all)).toEqual(['modules/sum-drift error'])
    expect(all.findings[0]?.evidence.join(' ')).toContain('h1:evil')
  })

  it('are compared where both have the root, and it says what only some have', () => {
    const all = compareJobs([leg({ n: 1 }), leg({ n: 2 }, {}, { roots: [rootOf(), rootOf({ directory: 'tools' })] })])
    expect(rules(all)).toEqual(['modules/drift note'])
    expect(all.findings[0]?.title).toContain('tools')
    expect(all.modules).toEqual([])
  })

  it('of 64 jobs of 2,000 modules each are compared row by row once', () => {
    const modules = Array.from({ length: 2000 }, (_, at) => moduleOf(`example.com/m${String(at).padStart(4, '0')}`, 'v1.0.0'))
    const legs = Array.from({ length: 64 }, (_, at) => {
      const own = modules.map((module, place) => (place === at ? moduleOf(module.path, 'v1.0.1') : module))
      return leg({ n: at }, {}, { roots: [rootOf({ modules: at === 63 ? modules : own })] })
    })
    const all = compareJobs(legs)
    expect(rules(all)).toEqual(['modules/drift error'])
    expect(new Set(all.modules.map(({ path }) => path)).size).toBe(63)
  })
})

describe('outcomes', () => {
  it('that differ for one target lie in the environment', () => {
    const all = compareJobs([
      leg({ n: 1 }),
      leg({ n: 2 }, {}, { targets: [targetOf('linux/amd64+cgo'), targetOf('linux/arm64-cgo', 'failed')] }),
    ])
    expect(all.findings).toMatchObject([
      { rule: 'target/broken', subject: { target: 'linux/arm64-cgo' }, jobs: ['github:ci.yml#build{"n":2}'] },
    ])
    expect(all.jobs.map(({ outcome }) => outcome)).toEqual(['ok', 'findings'])
  })

  it('that are bad everywhere keep their rule', () => {
    const targets = [targetOf('linux/arm64-cgo', 'failed')]
    const all = compareJobs([leg({ n: 1 }, {}, { targets }), leg({ n: 2 }, {}, { targets })])
    expect(rules(all)).toEqual(['code/compile-error error'])
    expect(all.findings[0]?.jobs).toHaveLength(2)
  })

  it('of verification are told job by job', () => {
    const failed = { outcome: 'failed' as const, layers: [{ layer: 'zip' as const, outcome: 'failed' as const, checked: 2, failed: 1 }] }
    const unknown = {
      outcome: 'unknown' as const,
      layers: [{ layer: 'zip' as const, outcome: 'unknown' as const, checked: 0, failed: 0, reason: 'offline' }],
    }
    const all = compareJobs([leg({ n: 1 }, {}, { integrity: failed }), leg({ n: 2 }, {}, { integrity: unknown }), leg({ n: 3 })])
    expect(rules(all)).toEqual(['checksum/layer-mismatch error', 'checksum/unknown warning'])
    expect(all.jobs.map(({ outcome }) => outcome)).toEqual(['findings', 'unknown', 'ok'])
  })
})
