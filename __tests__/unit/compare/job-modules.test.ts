import { describe, expect, it } from '@jest/globals'
import { compareJobs, type JobsComparison, type NamedSnapshot } from '../../../src/compare/index.js'
import type { Json, Module, Root, Snapshot } from '../../../src/snapshot/index.js'
import { jobOf, moduleOf, rootOf, snapshotOf } from './fixtures.js'

const MAIN: Module = { path: 'example.com/hello', version: null, main: true }

interface Leg {
  readonly matrix: Readonly<Record<string, Json>>
  readonly modules?: readonly Module[]
  readonly root?: Partial<Root>
  readonly more?: Partial<Snapshot>
}

function compare(legs: readonly Leg[]): JobsComparison {
  return compareJobs(
    legs.map(({ matrix, modules = [moduleOf('example.com/a', 'v1.0.0')], root = {}, more = {} }): NamedSnapshot => {
      const job = jobOf('check', matrix)
      return { name: job.label, snapshot: snapshotOf({ job, roots: [rootOf({ modules: [MAIN, ...modules], ...root })], ...more }) }
    }),
  )
}

function rows({ modules }: JobsComparison): readonly string[] {
  return modules.map(
    ({ path, change, before, after, explained, jobs = [] }) =>
      `${path} ${change} ${String(before)} → ${String(after)} in ${String(jobs.length)}${explained === undefined ? '' : `: ${explained}`}`,
  )
}

function rules({ findings }: JobsComparison): readonly string[] {
  return findings.map(({ rule, severity }) => `${severity} ${rule}`)
}

const a = (version: string, sum?: string): Module => moduleOf('example.com/a', version, sum === undefined ? {} : { sum })

function manyWith(sum: string): readonly Module[] {
  return Array.from({ length: 80 }, (_, at) => moduleOf(`example.com/m${String(at)}`, 'v1.0.0', { sum }))
}

describe('a module of all jobs', () => {
  it.each<readonly [string, readonly (readonly Module[])[], readonly string[]]>([
    [
      'is held against what most have of it, whichever comes first',
      [[a('v1.0.1')], [a('v1.0.0')], [a('v1.0.0')]],
      ['example.com/a moved v1.0.0 → v1.0.1 in 1'],
    ],
    [
      'is held against what most have of it, though no two jobs have the same list',
      [
        [a('v1.0.1'), moduleOf('b', 'v1')],
        [a('v1.0.0'), moduleOf('b', 'v2')],
        [a('v1.0.0'), moduleOf('b', 'v1'), moduleOf('c', 'v1')],
      ],
      ['b moved v1 → v2 in 1', 'c added null → v1 in 1', 'example.com/a moved v1.0.0 → v1.0.1 in 1'],
    ],
    ['is removed, where most have it', [[], [a('v1.0.0')], [a('v1.0.0')]], ['example.com/a removed v1.0.0 → null in 1']],
    [
      'is replaced',
      [[{ ...a('v1.0.0'), replace: { path: '../a', version: null } }], [a('v1.0.0')], [a('v1.0.0')]],
      ['example.com/a replaced v1.0.0 → v1.0.0 => ../a in 1'],
    ],
    [
      'has one row for each other version',
      [[a('v1.0.1')], [a('v1.0.2')], [a('v1.0.0')], [a('v1.0.0')]],
      ['example.com/a moved v1.0.0 → v1.0.1 in 1', 'example.com/a moved v1.0.0 → v1.0.2 in 1'],
    ],
    [
      'has another hash',
      [[a('v1.0.0', 'h1:evil')], [a('v1.0.0', 'h1:good')], [a('v1.0.0', 'h1:good')]],
      ['example.com/a sum h1:good → h1:evil in 1'],
    ],
    [
      'has another hash though most have no line for it',
      [
        [a('v1.0.0', 'h1:evil')],
        ...Array.from({ length: 3 }, () => [{ path: 'example.com/a', version: 'v1.0.0' }]),
        [a('v1.0.0', 'h1:good')],
      ],
      ['example.com/a sum h1:evil → h1:good in 1'],
    ],
    [
      'has another hash though most have another version',
      [[a('v1.0.0', 'h1:evil')], [a('v1.0.0', 'h1:good')], [a('v1.0.1')], [a('v1.0.1')], [a('v1.0.1')]],
      ['example.com/a moved v1.0.1 → v1.0.0 in 2', 'example.com/a sum h1:evil → h1:good in 1'],
    ],
  ])('%s', (_, lists, expected) => {
    expect(rows(compare(lists.map((modules, n) => ({ matrix: { n }, modules }))))).toEqual(expected)
  })

  it('is named with the jobs that have it otherwise', () => {
    const { modules } = compare([1, 2, 3].map((n) => ({ matrix: { n }, modules: [a(n === 2 ? 'v1.0.1' : 'v1.0.0')] })))
    expect(modules).toEqual([
      {
        root: '.',
        path: 'example.com/a',
        change: 'moved',
        before: 'v1.0.0',
        after: 'v1.0.1',
        from: 'jobs',
        jobs: ['github:ci.yml#check{"n":2}'],
      },
    ])
  })

  it('has no other hash because of another Go, whatever the go axis says', () => {
    const all = compare(
      ['1.25', '1.26', '1.26'].map((go, n) => ({ matrix: { go, n }, modules: [a('v1.0.0', n === 0 ? 'h1:evil' : 'h1:good')] })),
    )
    expect([rows(all), rules(all)]).toEqual([['example.com/a sum h1:good → h1:evil in 1'], ['error modules/sum-drift']])
  })

  it('with three hashes is one finding', () => {
    const all = compare(['h1:x', 'h1:y', 'h1:z'].map((sum, n) => ({ matrix: { n }, modules: [a('v1.0.0', sum)] })))
    expect(rules(all)).toEqual(['error modules/sum-drift'])
    expect(all.findings[0]).toMatchObject({ title: 'example.com/a v1.0.0 has 3 hashes', subject: { module: 'example.com/a@v1.0.0' } })
    expect(all.findings[0]?.evidence).toEqual(['ci / check{"n":0}: h1:x', 'ci / check{"n":1}: h1:y', 'ci / check{"n":2}: h1:z'])
  })

  it('that is one of very many with two hashes is in one finding with the rest', () => {
    const all = compare([0, 1].map((n) => ({ matrix: { n }, modules: manyWith(`h1:${String(n)}`) })))
    expect(all.modules).toHaveLength(80)
    expect(all.findings).toHaveLength(51)
    expect(all.findings.at(-1)?.title).toBe('30 more modules have several hashes for one version')
  })

  it('is not removed by a job that was stopped before it was listed', () => {
    const all = compare([{ matrix: { n: 1 } }, { matrix: { n: 2 }, root: { modules: [] } }, { matrix: { n: 3 } }])
    expect([rows(all), rules(all)]).toEqual([[], []])
  })

  it('is not removed by a list that comes from vendor/modules.txt, which names only what is vendored', () => {
    const vendored = { modeReason: 'vendor/ is there; build list read from vendor/modules.txt' }
    const all = compare([
      { matrix: { n: 1 }, modules: [], root: { ...vendored, modules: [MAIN, moduleOf('example.com/b', 'v2.0.0')] } },
      { matrix: { n: 2 }, modules: [a('v1.0.0'), moduleOf('example.com/b', 'v1.0.0')] },
      { matrix: { n: 3 }, modules: [a('v1.0.0'), moduleOf('example.com/b', 'v1.0.0')] },
    ])
    expect(rows(all)).toEqual(['example.com/b moved v1.0.0 → v2.0.0 in 1'])
  })
})

/** So many jobs, of which the first builds another version. */
function oddFirst(matrix: (n: number) => Leg['matrix'], legs: number, root: Partial<Root> = {}): JobsComparison {
  return compare(
    Array.from({ length: legs }, (_, n) => ({
      matrix: matrix(n),
      modules: [a(n === 0 ? 'v1.0.1' : 'v1.0.0')],
      root: n === 0 ? root : {},
    })),
  )
}

describe('another build list', () => {
  it('is explained by the go axis when two jobs with one Go agree', () => {
    const all = oddFirst((n) => ({ go: n === 0 ? '1.25' : '1.26', n }), 3)
    expect(rows(all)).toEqual(['example.com/a moved v1.0.0 → v1.0.1 in 1: the go axis'])
    expect(rules(all)).toEqual(['note modules/drift'])
  })

  it('stays open where every job has a Go of its own, and it says that this may be the cause', () => {
    const all = oddFirst((n) => ({ go: `1.2${String(4 + n)}` }), 2)
    expect(rules(all)).toEqual(['error modules/drift'])
    expect(all.findings[0]?.message).toContain('two jobs with one and the same Go would tell')
  })

  it.each([
    ['os', ['ubuntu-latest', 'windows-latest', 'windows-latest']],
    ['arch', ['amd64', 'arm64', 'arm64']],
    ['modules', ['v1.0.1', 'v1.0.0', 'v1.0.0']],
  ])('is not explained by the %s axis', (name, values) => {
    expect(rules(oddFirst((n) => ({ [name]: values[n] ?? null, n }), 3))).toEqual(['error modules/drift'])
  })

  it('is not explained by another go.mod within one run: one commit has one', () => {
    const all = oddFirst((n) => ({ n }), 3, { files: { 'go.mod': 'c'.repeat(64) } })
    expect(rules(all)).toEqual(['error modules/drift'])
    expect(all.findings[0]?.message).toContain('do not have the same go.mod, though they are jobs of one run: a step edits it')
  })

  it('is explained by another go.mod between a laptop and a job', () => {
    const laptop = { ...jobOf('laptop'), provider: 'local' as const, id: 'local:laptop', workflow: null }
    const all = compare([
      { matrix: {}, modules: [a('v1.0.1')], root: { files: { 'go.mod': 'c'.repeat(64) } }, more: { job: laptop } },
      { matrix: { n: 1 }, modules: [a('v1.0.0')] },
    ])
    expect(rows(all)).toEqual(['example.com/a moved v1.0.1 → v1.0.0 in 1: go.mod is not the same'])
  })
})

describe('a root that only some jobs have', () => {
  const tools = rootOf({ directory: 'tools' })
  it.each([
    [1, 'Only ci / check{"n":0} has it'],
    [2, 'ci / check{"n":2} has not got it, the others have'],
  ])('is told of the few: %i of 3 have it', (having, words) => {
    const all = compare([0, 1, 2].map((n) => ({ matrix: { n }, more: { roots: n < having ? [rootOf(), tools] : [rootOf()] } })))
    expect(rules(all)).toEqual(['note modules/drift'])
    expect(all.findings[0]?.message).toContain(words)
  })
})

/** 2,100 modules, none of them in a version that another list has. */
function listOf(n: number): readonly Module[] {
  return Array.from({ length: 2100 }, (_, at) => moduleOf(`example.com/m${String(at)}`, `v1.0.${String(n)}`))
}

it('build lists that have nothing in common are compared up to twenty thousand rows, and it says so', () => {
  const all = compare(Array.from({ length: 11 }, (_, n) => ({ matrix: { n }, modules: listOf(n) })))
  expect(all.modules).toHaveLength(20_000)
  expect(rules(all)).toEqual(['error modules/drift', 'error modules/drift'])
  expect(all.findings.at(-1)?.title).toBe('more than 20000 differences between the modules of the jobs')
})
