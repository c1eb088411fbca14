import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { compareJobs, foldRun, type Fold, type FoldInput, type NamedSnapshot } from '../../../src/compare/index.js'
import type { Finding } from '../../../src/report/index.js'
import type { Json, Module, Snapshot, TargetResult } from '../../../src/snapshot/index.js'
import { jobOf, moduleOf, rootOf, snapshotOf, targetOf } from './fixtures.js'

type Matrix = Readonly<Record<string, Json>>

function leg(matrix: Matrix, values: Readonly<Record<string, string>> = {}, more: Partial<Snapshot> = {}): Snapshot {
  return snapshotOf({ job: jobOf('check', matrix), ...more }, values)
}

function fold(snapshots: readonly Snapshot[], more: Partial<FoldInput> = {}): Fold {
  const named = snapshots.map((snapshot): NamedSnapshot => ({ name: `${snapshot.job.label}.json`, snapshot }))
  return foldRun({ snapshots: named, expected: { total: null, jobs: [] }, baseline: null, change: null, ignore: [], ...more })
}

function told(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, state, jobs = [] }) => `${rule} ${state} in ${String(jobs.length)}`)
}

const TARGET = 'linux/arm64-cgo'
const ok = targetOf(TARGET)
const failed = targetOf(TARGET, 'failed')
const elsewhere = targetOf(TARGET, 'failed', { failedPackages: ['example.com/other'] })
const skipped = targetOf(TARGET, 'skipped')

/** Jobs in which a target came to this; `null`: it was not tried there. */
function jobsWith(results: readonly (TargetResult | null)[]): readonly Snapshot[] {
  return results.map((result, n) => leg({ n }, {}, { targets: result === null ? [] : [result] }))
}

describe('a target that fails', () => {
  /** What became of the target in each job; the same of the baseline, or no baseline. */
  it.each<readonly [string, readonly (TargetResult | null)[], readonly (TargetResult | null)[] | null, readonly string[]]>([
    ['nowhere', [ok, ok], null, []],
    ['everywhere', [failed, failed], null, ['code/compile-error new in 2']],
    ['in one of two', [failed, ok], null, ['target/broken new in 1']],
    ['in the only one that tried', [failed, skipped, null], null, ['code/compile-error new in 1']],
    ['everywhere, and built in the baseline', [failed, failed], [ok, ok], ['target/broken new in 2']],
    ['in one of two, and built in the baseline', [failed, ok], [ok, ok], ['target/broken new in 1']],
    ['everywhere, as in the baseline', [failed, failed], [failed, failed], ['code/compile-error known in 2']],
    ['in one of two, as in the baseline', [failed, ok], [failed, ok], ['code/compile-error known in 1']],
    [
      'in one of two, and in both of the baseline',
      [failed, ok],
      [failed, failed],
      ['code/compile-error known in 1', 'target/fixed fixed in 1'],
    ],
    ['everywhere, in one as in the baseline', [failed, failed], [failed, ok], ['target/broken new in 1', 'code/compile-error known in 1']],
    ['in another way than in the baseline', [elsewhere, ok], [failed, ok], ['target/broken new in 1']],
    ['in a job that the baseline does not have', [ok, failed], [ok, null], ['code/compile-error new in 1']],
    ['nowhere, but in the baseline', [ok, ok], [failed, failed], ['target/fixed fixed in 2']],
  ])('%s is told once for each state', (_, now, before, expected) => {
    const baseline = before === null ? null : jobsWith(before).filter((_snapshot, n) => before[n] !== null)
    const { findings } = fold(jobsWith(now), { baseline })
    expect(told(findings.filter(({ source }) => source === 'targets')).filter((text) => !text.startsWith('target/added'))).toEqual(expected)
  })

  it('elsewhere builds, says so, with or without a baseline', () => {
    const now = [leg({ n: 1 }, {}, { targets: [failed] }), leg({ n: 2 }, {}, { targets: [ok] }), leg({ n: 3 }, {}, { targets: [ok] })]
    const before = now.map((snapshot) => ({ ...snapshot, targets: [ok] }))
    for (const baseline of [null, before]) {
      const [finding] = fold(now, { baseline }).findings
      expect(finding?.message).toContain('2 jobs can build it: the difference is in the environment, not in the program.')
    }
    const everywhere = jobsWith([failed, failed, failed])
    const messages = fold(everywhere, { baseline: before }).findings.flatMap(({ source, message }) =>
      source === 'targets' ? [message] : [],
    )
    expect(messages).toHaveLength(1)
    expect(messages[0]).not.toContain('can build it')
  })

  it('has the rule, the reason and the packages as evidence, each once over all jobs', () => {
    const { findings } = fold([leg({ n: 1 }, {}, { targets: [failed] }), leg({ n: 2 }, {}, { targets: [failed, elsewhere] })])
    expect(findings[0]?.evidence).toEqual(['code/compile-error: undefined: x', 'example.com/hello', 'example.com/other'])
  })

  it('is a row for each job, and has a state only against a baseline', () => {
    const now = [leg({ n: 1 }, {}, { targets: [failed] }), leg({ n: 2 }, {}, { targets: [ok] })]
    expect(fold(now).targets.map(({ job, outcome, state }) => [job, outcome, state])).toEqual([
      ['github:ci.yml#check{"n":1}', 'failed', undefined],
      ['github:ci.yml#check{"n":2}', 'ok', undefined],
    ])
    const before = now.map((snapshot) => ({ ...snapshot, targets: [ok] }))
    expect(fold(now, { baseline: before }).targets.map(({ state }) => state)).toEqual(['broken', undefined])
  })
})

describe('in a matrix of two legs', () => {
  const own = { path: 'example.com/hello', version: null, main: true as const }
  const list = (module: Module): Partial<Snapshot> => ({ roots: [rootOf({ modules: [own, module] })] })
  const axes: readonly (readonly [string, readonly [Matrix, Matrix]])[] = [
    ['os', [{ os: 'ubuntu-latest' }, { os: 'windows-latest' }]],
    ['arch', [{ arch: 'amd64' }, { arch: 'arm64' }]],
    ['go', [{ go: '1.25' }, { go: '1.26' }]],
    ['goflags', [{ goflags: 'one' }, { goflags: 'two' }]],
    [
      'everything',
      [
        { os: 'ubuntu-latest', go: '1.25', GOPROXY: 1 },
        { os: 'windows-latest', go: '1.26', GOPROXY: 2 },
      ],
    ],
  ]
  const differences: readonly (readonly [string, readonly [Snapshot, Snapshot], string])[] = [
    ['GOFLAGS', [leg({}), leg({}, { GOFLAGS: '-mod=mod' })], 'env/drift warning'],
    ['GOPROXY', [leg({}), leg({}, { GOPROXY: 'https://other.example.org' })], 'env/drift warning'],
    ['GOSUMDB', [leg({}), leg({}, { GOSUMDB: 'off' })], 'env/drift warning'],
    [
      'a module',
      [leg({}, {}, list(moduleOf('example.com/a', 'v1.0.0'))), leg({}, {}, list(moduleOf('example.com/a', 'v1.0.1')))],
      'modules/drift error',
    ],
    [
      'a hash',
      [leg({}, {}, list(moduleOf('example.com/a', 'v1.0.0'))), leg({}, {}, list(moduleOf('example.com/a', 'v1.0.0', { sum: 'h1:evil' })))],
      'modules/sum-drift error',
    ],
  ]
  it.each(axes.flatMap(([axis, legs]) => differences.map(([what, pair, rule]) => [what, axis, legs, pair, rule] as const)))(
    '%s that differs stays unexplained, whatever the axis: %s',
    (_what, _axis, legs, pair, rule) => {
      const snapshots = pair.map((snapshot, at) => ({ ...snapshot, job: jobOf('check', legs[at]) }))
      const { findings, environment, modules } = fold(snapshots)
      expect(findings.map((finding) => `${finding.rule} ${finding.severity}`)).toEqual([rule])
      expect([...environment, ...modules].map(({ explained }) => explained)).toEqual([undefined])
    },
  )
})

describe('rows', () => {
  it('say whose value they are held against, and which jobs have the other one', () => {
    const now = [leg({ n: 1 }), leg({ n: 2 }, { GOFLAGS: '-mod=mod' }), leg({ n: 3 })]
    const { environment } = fold(now, { baseline: now.map(({ job }) => snapshotOf({ job })) })
    expect(environment.map(({ key, from, jobs }) => [key, from, jobs])).toEqual([
      ['GOFLAGS', 'jobs', ['github:ci.yml#check{"n":2}']],
      ['GOFLAGS', 'baseline', ['github:ci.yml#check{"n":2}']],
    ])
  })

  it('that an ignore rule names are explained by it, and make no finding', () => {
    const poisoned = rootOf({ modules: [moduleOf('example.com/a', 'v1.0.1'), moduleOf('example.com/b', 'v1.2.3', { sum: 'h1:other' })] })
    const plain = rootOf({ modules: [moduleOf('example.com/a', 'v1.0.0'), moduleOf('example.com/b', 'v1.2.3')] })
    const now = [leg({ n: 1 }, { GOFLAGS: '-v' }, { roots: [poisoned] }), ...[2, 3].map((n) => leg({ n }, {}, { roots: [plain] }))]
    const ignore = [
      { key: 'GOFLAGS', reason: 'wanted' },
      { module: 'example.com/*', reason: 'vetted' },
    ]
    const { environment, modules, findings } = fold(now, { ignore })
    expect(environment.map(({ explained }) => explained)).toEqual(['ignored: wanted'])
    expect(modules.map(({ explained }) => explained)).toEqual(['ignored: vetted', 'ignored: vetted'])
    expect(findings).toEqual([])
    expect(fold(now).findings).toHaveLength(3)
  })
})

function compilerOf(version: string): Snapshot['cCompiler'] {
  return { command: 'gcc', path: '/usr/bin/gcc', version, target: 'x86_64-linux-gnu' }
}

describe('a difference of the environment between jobs', () => {
  const now = [leg({ n: 1 }), leg({ n: 2 }, { GOFLAGS: '-mod=mod' }), leg({ n: 3 })]

  it('is known when the same jobs of the baseline differ alike', () => {
    expect(told(fold(now, { baseline: now }).findings)).toEqual(['env/drift known in 1'])
  })

  it.each<readonly [string, readonly Snapshot[]]>([
    ['do not differ', [leg({ n: 1 }), leg({ n: 2 }), leg({ n: 3 })]],
    ['differ otherwise', [leg({ n: 1 }), leg({ n: 2 }, { GOFLAGS: '-v' }), leg({ n: 3 })]],
    ['are not all there', now.slice(0, 2)],
  ])('is new when those of the baseline %s', (_, baseline) => {
    const between = fold(now, { baseline }).findings.filter(({ title }) => title === 'GOFLAGS is not the same in all jobs')
    expect(told(between)).toEqual(['env/drift new in 1'])
  })

  it('in the machine is told against one that has all its parts: a job without a compiler says nothing of its version', () => {
    const { environment } = fold([
      ...[1, 2].map((n) => leg({ n }, {}, { cCompiler: null })),
      ...['12', '13', '13'].map((version, at) => leg({ n: at + 3 }, {}, { cCompiler: compilerOf(version) })),
    ])
    expect(environment.map(({ key, before, after, jobs = [] }) => [key, before, after, jobs.length])).toEqual([
      ['cCompiler', 'gcc', null, 2],
      ['cCompiler.version', '13', '12', 1],
    ])
  })
})

describe('the order of jobs', () => {
  const modules = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('v1', 'v2'), fc.constantFrom('h1:x', 'h1:y', undefined)),
    { maxLength: 4 },
  )
  const legs = fc.uniqueArray(
    fc.record({
      go: fc.constantFrom('1.25', '1.26'),
      n: fc.nat({ max: 8 }),
      flags: fc.constantFrom('', '-v'),
      modules,
      others: fc.subarray(['x v1 h1:x', 'x v1 h1:y', 'y v1/go.mod h1:z']),
      compiler: fc.boolean(),
      target: fc.constantFrom(ok, failed, elsewhere, skipped),
    }),
    { minLength: 3, maxLength: 7, selector: ({ go, n }) => `${go} ${String(n)}` },
  )
  const snapshotsOf = (all: typeof legs extends fc.Arbitrary<infer T> ? T : never): readonly Snapshot[] =>
    all.map(({ go, n, flags, modules: listed, others, compiler, target }) => {
      const byPath = new Map(listed.map(([path, version, sum]) => [path, { path, version, ...(sum === undefined ? {} : { sum }) }]))
      const root = rootOf({
        modules: [...byPath.values()],
        otherSums: others,
        files: { 'go.mod': 'a', 'go.sum': JSON.stringify([listed, others]) },
      })
      return leg(
        { go, n },
        { GOVERSION: `go${go}.1`, GOFLAGS: flags },
        { roots: [root], targets: [target], ...(compiler ? {} : { cCompiler: null }) },
      )
    })

  it('changes nothing when there are three or more', () => {
    fc.assert(
      fc.property(legs, fc.boolean(), fc.array(fc.nat(), { minLength: 7, maxLength: 7 }), (all, withBaseline, keys) => {
        const snapshots = snapshotsOf(all)
        const shuffled = snapshots.map((snapshot, at) => ({ snapshot, key: keys[at] ?? 0 })).toSorted((a, b) => a.key - b.key)
        const baseline = withBaseline ? snapshots.map((snapshot) => ({ ...snapshot, targets: [ok] })) : null
        expect(
          fold(
            shuffled.map(({ snapshot }) => snapshot),
            { baseline },
          ),
        ).toEqual(fold(snapshots, { baseline }))
      }),
    )
  })

  it('of two is the order of the comparison', () => {
    const [first, second] = [leg({ n: 2 }, { GOFLAGS: '-v' }), leg({ n: 1 })]
    expect(fold([first, second]).environment).toMatchObject([{ before: '-v', after: '' }])
    expect(fold([second, first]).environment).toMatchObject([{ before: '', after: '-v' }])
  })

  it('is that of their ids in the list of jobs', () => {
    const { jobs } = compareJobs([3, 1, 2].map((n) => ({ name: `${String(n)}.json`, snapshot: leg({ n }) })))
    expect(jobs.map(({ matrix }) => matrix['n'])).toEqual([1, 2, 3])
  })
})

describe('a run', () => {
  it('without any job is empty', () => {
    expect(fold([])).toEqual({ jobs: [], findings: [], targets: [], environment: [], modules: [], sums: [] })
  })

  it('of one job that agrees with its baseline has nothing to tell', () => {
    const snapshot = leg({})
    expect(fold([snapshot], { baseline: [snapshot] })).toMatchObject({ findings: [], environment: [], modules: [], sums: [] })
  })

  it('is folded the same way when keys are named like those of every object', () => {
    const names = ['__proto__', 'constructor', 'toString']
    const matrix = Object.fromEntries(names.map((name) => [`x${name}`, name]))
    const odd = Object.fromEntries([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
    const root = rootOf({ directory: '__proto__', modules: [moduleOf('__proto__', 'v1.0.0'), moduleOf('constructor', 'v1.0.0')] })
    const { modules, environment } = fold([
      leg({ ...matrix, n: 1 }, odd, { roots: [root] }),
      leg({ ...matrix, n: 2 }, {}, { roots: [{ ...root, modules: [moduleOf('__proto__', 'v1.0.1')] }] }),
      leg({ ...matrix, n: 3 }, odd, { roots: [root] }),
    ])
    expect(modules.map(({ path, change }) => `${path} ${change}`)).toEqual(['__proto__ moved', 'constructor removed'])
    expect(environment.map(({ key }) => key)).toContain('constructor')
  })
})
