import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { foldRun, type Fold, type IgnoreRule, type NamedSnapshot } from '../../../src/compare/index.js'
import { sumsOf } from '../../../src/modules/index.js'
import type { Json, Module, Root, Snapshot } from '../../../src/snapshot/index.js'
import { jobOf, moduleOf, rootOf, snapshotOf } from './fixtures.js'

const OLD = 'example.com/old v1.0.0/go.mod h1:old='
const NEW = 'example.com/new v1.0.0/go.mod h1:new='

interface Leg {
  readonly matrix: Readonly<Record<string, Json>>
  readonly go?: string
  /** Lines that name nothing of the build list. */
  readonly others?: readonly string[] | null
  readonly root?: Partial<Root>
}

/** A root whose go.sum has another hash whenever its lines are others. */
function rootWith({ others = [], root = {} }: Leg): Root {
  const made = rootOf({ ...(others === null ? {} : { otherSums: others }), ...root })
  const text = [...made.modules.flatMap((module) => sumsOf(module)), ...(made.otherSums ?? [])].toSorted().join('\n')
  return { ...made, files: { ...made.files, 'go.sum': text } }
}

function fold(legs: readonly Leg[], ignore: readonly IgnoreRule[] = []): Fold {
  const snapshots = legs.map((leg): NamedSnapshot => {
    const job = jobOf('check', leg.matrix)
    const go = leg.go ?? 'go1.26.8'
    const snapshot: Snapshot = snapshotOf({ job, roots: [rootWith(leg)] }, { GOVERSION: go })
    return { name: job.label, snapshot }
  })
  return foldRun({ snapshots, expected: { total: null, jobs: [] }, baseline: null, change: null, ignore })
}

/** `+ line: cause` of each row, without the hash. */
function rows({ sums }: Fold): readonly string[] {
  return sums.map(({ line, change, explained }) => `${change} ${line.split(' ').slice(0, 2).join(' ')}: ${explained ?? '?'}`)
}

function findings(result: Fold): readonly string[] {
  return result.findings
    .filter(({ location }) => location?.file.endsWith('go.sum') === true)
    .map(({ rule, severity }) => `${severity} ${rule}`)
}

const modules: readonly Module[] = [
  { path: 'example.com/hello', version: null, main: true },
  moduleOf('example.com/a', 'v1.0.0'),
  moduleOf('example.com/b', 'v1.2.3'),
]

describe('go.sum over the jobs', () => {
  it('is the same set of lines, though the files are not the same bytes', () => {
    const crlf = { matrix: { n: 2 }, root: { files: { 'go.mod': 'a'.repeat(64), 'go.sum': 'other bytes' } } }
    const result = fold([{ matrix: { n: 1 } }, crlf])
    expect([rows(result), findings(result)]).toEqual([[], []])
  })

  it('names a line that one has too many, and the job', () => {
    const result = fold([{ matrix: { n: 1 } }, { matrix: { n: 2 }, others: [OLD] }, { matrix: { n: 3 } }])
    expect(result.sums).toEqual([{ root: '.', line: OLD, change: 'extra', jobs: ['github:ci.yml#check{"n":2}'] }])
    expect(findings(result)).toEqual(['warning modules/go-sum-drift'])
    const finding = result.findings.find(({ rule }) => rule === 'modules/go-sum-drift')
    expect(finding).toMatchObject({
      title: 'go.sum is not the same in all jobs: 1 line',
      location: { file: 'go.sum' },
      jobs: ['github:ci.yml#check{"n":2}'],
    })
    expect(finding?.evidence).toEqual([`+ ${OLD} (ci / check{"n":2}): cause not known`])
  })

  it('names a line that one lacks, against what most have', () => {
    const result = fold([{ matrix: { n: 1 } }, { matrix: { n: 2 }, others: [OLD] }, { matrix: { n: 3 }, others: [OLD] }])
    expect(result.sums).toMatchObject([{ change: 'missing', jobs: ['github:ci.yml#check{"n":1}'] }])
  })

  it('of two jobs is held against the first', () => {
    expect(rows(fold([{ matrix: { n: 1 }, others: [OLD] }, { matrix: { n: 2 } }]))).toEqual(['missing example.com/old v1.0.0/go.mod: ?'])
    expect(rows(fold([{ matrix: { n: 1 } }, { matrix: { n: 2 }, others: [OLD] }]))).toEqual(['extra example.com/old v1.0.0/go.mod: ?'])
  })

  it('is not compared with that of a job that did not record it', () => {
    const result = fold([
      { matrix: { n: 1 }, others: [OLD] },
      { matrix: { n: 2 }, others: null },
      { matrix: { n: 3 }, others: [OLD] },
    ])
    expect([rows(result), findings(result)]).toEqual([[], []])
  })

  it('does not miss a line that another module stands for', () => {
    const fork = { path: 'example.com/fork', version: 'v1.0.0' }
    const replaced = [
      ...modules.slice(0, 1),
      ...['example.com/a', 'example.com/b'].map((path) => moduleOf(path, 'v1.0.0', { replace: fork, sum: 'h1:f', goModSum: 'h1:g' })),
    ]
    const one = [...modules.slice(0, 1), ...replaced.slice(1, 2), ...modules.slice(2)]
    const result = fold([
      { matrix: { n: 1 }, root: { modules: replaced } },
      { matrix: { n: 2 }, root: { modules: one } },
      { matrix: { n: 3 }, root: { modules: replaced } },
    ])
    expect(rows(result).filter((row) => row.includes('fork'))).toEqual([])
  })

  it('is what a comparison of whole sets says', () => {
    const pool = Array.from({ length: 6 }, (_, at) => `example.com/x${String(at)} v1.0.0 h1:${String(at)}`)
    const list = fc.subarray([1, 2, 3, 4])
    fc.assert(
      fc.property(fc.array(fc.record({ others: fc.subarray(pool), mods: list }), { minLength: 3, maxLength: 6 }), (legs) => {
        const made = legs.map(({ others, mods }, n): Leg => {
          const own = mods.map((at) => moduleOf(`example.com/m${String(at)}`, 'v1.0.0'))
          // A line of a module that this job does not build can be in its go.sum all the same.
          const stray = mods.includes(1) ? [] : sumsOf(moduleOf('example.com/m1', 'v1.0.0'))
          return { matrix: { n }, others: [...others, ...stray].toSorted(), root: { modules: [...modules.slice(0, 1), ...own] } }
        })
        const sets = made.map((leg) => {
          const root = rootWith(leg)
          return new Set([...root.modules.flatMap((module) => sumsOf(module)), ...(root.otherSums ?? [])])
        })
        const expected = [...new Set(sets.flatMap((set) => [...set]))].flatMap((line) => {
          const having = sets.flatMap((set, at) => (set.has(line) ? [at] : []))
          const lacking = sets.flatMap((set, at) => (set.has(line) ? [] : [at]))
          if (lacking.length === 0) return []
          const most = having.length === lacking.length ? sets[0]?.has(line) === true : having.length > lacking.length
          const odd = most ? lacking : having
          return [`${line} ${most ? 'missing' : 'extra'} ${odd.map((n) => `github:ci.yml#check{"n":${String(n)}}`).join()}`]
        })
        const told = fold(made).sums.map(({ line, change, jobs }) => `${line} ${change} ${jobs.join()}`)
        expect(told.toSorted()).toEqual(expected.toSorted())
      }),
    )
  })
})

/** An odd job or two, and two plain ones. */
function many(...odd: readonly Partial<Leg>[]): Fold {
  return fold([...odd, {}, {}].map((leg, n) => Object.assign({ matrix: { n } }, leg)))
}

describe('the cause of a line that not all jobs have', () => {
  it('is another module set, when only these jobs build that version', () => {
    const result = many({ root: { modules: [...modules.slice(0, 2), moduleOf('example.com/b', 'v1.3.0')] } })
    expect(rows(result)).toEqual([
      'missing example.com/b v1.2.3: another module set: only jobs that have the line build example.com/b v1.2.3',
      'missing example.com/b v1.2.3/go.mod: another module set: only jobs that have the line build example.com/b v1.2.3',
      'extra example.com/b v1.3.0: another module set: only jobs that have the line build example.com/b v1.3.0',
      'extra example.com/b v1.3.0/go.mod: another module set: only jobs that have the line build example.com/b v1.3.0',
    ])
    expect(findings(result)).toEqual(['note modules/go-sum-drift'])
  })

  it('is no other module set, when both sides build that version', () => {
    const list = [modules[0], { path: 'example.com/a', version: 'v1.0.0' }, moduleOf('example.com/c', 'v1.0.0')].filter(
      (module) => module !== undefined,
    )
    const result = many({ root: { modules: list } })
    expect(rows(result).filter((row) => row.includes('/a '))).toEqual([
      'missing example.com/a v1.0.0: ?',
      'missing example.com/a v1.0.0/go.mod: ?',
    ])
  })

  it('is another go.mod, when nobody builds what the line names', () => {
    const result = many({ others: [OLD], root: { files: { 'go.mod': 'c'.repeat(64) } } })
    expect(rows(result)).toEqual(['extra example.com/old v1.0.0/go.mod: another module set: go.mod is not the same'])
  })

  it('is go mod tidy, which takes it out or puts it in', () => {
    expect(rows(many({ others: [OLD], root: { tidy: [`-${OLD}`] } }))).toEqual([
      'extra example.com/old v1.0.0/go.mod: go mod tidy with go1.26.8 takes it out',
    ])
    const lacking = { others: [], go: 'go1.25.3', root: { tidy: [`+${NEW}`] } }
    expect(
      rows(
        fold([
          { matrix: { n: 1 }, ...lacking },
          { matrix: { n: 2 }, others: [NEW] },
          { matrix: { n: 3 }, others: [NEW] },
        ]),
      ),
    ).toEqual(['missing example.com/new v1.0.0/go.mod: go mod tidy with go1.25.3 puts it in'])
  })

  it('is another Go, and the axis is named', () => {
    const result = fold([
      { matrix: { go: '1.20' }, go: 'go1.20.14', others: [OLD] },
      { matrix: { go: '1.26', n: 1 } },
      { matrix: { go: '1.26', n: 2 } },
    ])
    expect(rows(result)).toEqual(['extra example.com/old v1.0.0/go.mod: tidied by another Go: go1.20 against go1.26 (likely; the go axis)'])
    expect(findings(result)).toEqual(['note modules/go-sum-drift'])
  })

  it('is another go line', () => {
    expect(rows(many({ others: [OLD], root: { goLine: '1.16' } }))).toEqual([
      'extra example.com/old v1.0.0/go.mod: tidied for another go line: 1.16 against 1.24 (likely)',
    ])
  })

  it('is not another Go that the other side has, too', () => {
    expect(rows(many({ others: [OLD], go: 'go1.20.14' }, { go: 'go1.20.3' }))).toEqual(['extra example.com/old v1.0.0/go.mod: ?'])
  })

  it('is what an ignore rule says, which makes no finding', () => {
    const result = fold([{ matrix: { n: 1 } }, { matrix: { n: 2 }, others: [OLD] }], [{ module: 'example.com/old', reason: 'known' }])
    expect([rows(result), findings(result)]).toEqual([['extra example.com/old v1.0.0/go.mod: ignored: known'], []])
  })

  it('is told line by line, the unknown ones first, and no more than twenty', () => {
    const others = Array.from({ length: 30 }, (_, at) => `example.com/x${String(at).padStart(2, '0')} v1.0.0/go.mod h1:x=`)
    const result = many({ others, root: { tidy: others.slice(0, 29).map((line) => `-${line}`) } })
    const finding = result.findings.find(({ rule }) => rule === 'modules/go-sum-drift')
    expect(finding?.title).toBe('go.sum is not the same in all jobs: 30 lines')
    expect(finding?.message).toContain('Nothing that was recorded accounts for 1 of them.')
    expect(finding?.evidence).toHaveLength(21)
    expect(finding?.evidence[0]).toContain('x29')
    expect(finding?.evidence.at(-1)).toBe('and 10 lines more')
  })

  it.each([
    ['go1.26.8', 'go mod tidy -diff'],
    ['go1.22.1', 'go mod tidy'],
  ])('can be looked for with %s by %s', (go, command) => {
    const result = fold([
      { matrix: { n: 1 }, go },
      { matrix: { n: 2 }, go, others: [OLD] },
    ])
    const fix = result.findings.find(({ rule }) => rule === 'modules/go-sum-drift')?.fix.map((one) => one.command)
    expect(fix).toEqual([command, 'git diff go.sum'])
  })
})

describe('one version with several hashes in go.sum', () => {
  it('is an error that names both, and never explained', () => {
    const result = fold([
      { matrix: { go: '1.25' }, go: 'go1.25.3', others: ['example.com/old v1.0.0 h1:evil='] },
      { matrix: { go: '1.26' }, others: ['example.com/old v1.0.0 h1:good='] },
    ])
    expect(findings(result)).toEqual(['error modules/sum-drift'])
    expect(result.findings[0]).toMatchObject({
      title: 'go.sum holds several hashes for example.com/old v1.0.0',
      subject: { module: 'example.com/old@v1.0.0' },
      evidence: ['h1:evil= not in ci / check{"go":"1.26"}', 'h1:good= only in ci / check{"go":"1.26"}'],
    })
    expect(result.sums.every(({ explained }) => explained === undefined)).toBe(true)
  })

  it('is one, too, when a job has a second line besides that of all', () => {
    const common = 'example.com/old v1.0.0 h1:good='
    const result = fold([1, 2, 3].map((n) => ({ matrix: { n }, others: n === 2 ? ['example.com/old v1.0.0 h1:evil=', common] : [common] })))
    expect(findings(result)).toEqual(['error modules/sum-drift'])
    expect(result.findings[0]?.evidence).toEqual(['h1:good= in all of them', 'h1:evil= only in ci / check{"n":2}'])
  })

  it('is told once when the build lists already tell it', () => {
    const poisoned = [...modules.slice(0, 2), moduleOf('example.com/b', 'v1.2.3', { sum: 'h1:evil', goModSum: 'h1:evil-mod' })]
    const result = fold([1, 2, 3].map((n) => ({ matrix: { n }, root: n === 2 ? { modules: poisoned } : {} })))
    expect(findings(result)).toEqual(['error modules/sum-drift'])
    expect(result.sums).toHaveLength(4)
  })
})

it('go.sum files that have nothing in common are compared up to twenty thousand lines, and it says so', () => {
  const result = fold(
    [1, 2, 3].map((n) => ({
      matrix: { n },
      others: Array.from({ length: 7000 }, (_, at) => `example.com/${String(n)}-${String(at)} v1.0.0 h1:x`),
    })),
  )
  expect(result.sums).toHaveLength(20_000)
  expect(result.findings.at(-1)?.message).toContain('There are more than 20000 such lines; the rest was not looked at.')
})
