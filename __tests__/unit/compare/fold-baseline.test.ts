import { describe, expect, it } from '@jest/globals'
import { foldBaseline } from '../../../src/compare/fold-baseline.js'
import type { TargetResult } from '../../../src/snapshot/index.js'
import { brief, building, changed, inLegs, pullRequest, tell, withSys } from './baseline-stories.js'
import { jobOf, moduleOf, rootOf, snapshotOf, targetOf } from './fixtures.js'

const base = snapshotOf()

/** Recordings of one job each, in which linux/arm64 came out so. */
function arm(outcome: TargetResult['outcome'], more: Partial<TargetResult> = {}): ReturnType<typeof snapshotOf> {
  return snapshotOf({ targets: [targetOf('linux/amd64+cgo'), targetOf('linux/arm64-cgo', outcome, more)] })
}

/** A target that builds in one root, and in another came out so. */
function inTwoRoots(outcome: TargetResult['outcome']): ReturnType<typeof snapshotOf> {
  return snapshotOf({ targets: [targetOf('linux/amd64-cgo'), targetOf('linux/amd64-cgo', outcome, { root: 'tools' })] })
}

/** A build list of 500 modules. */
function many(version: string): readonly ReturnType<typeof moduleOf>[] {
  return Array.from({ length: 500 }, (_, at) => moduleOf(`example.com/m${String(at).padStart(4, '0')}`, version))
}

describe('jobs that are what the baseline has', () => {
  it('say nothing', () => {
    expect(tell({ before: inLegs(base), now: inLegs(base) })).toMatchObject({ findings: [], environment: [], modules: [] })
  })

  it('have a row for each target of each, without a state', () => {
    const { targets } = tell({ before: inLegs(base), now: inLegs(base) })
    expect(targets).toHaveLength(6)
    expect(targets[0]).toEqual({
      job: inLegs(base)[0]?.job.label,
      target: 'linux/amd64+cgo',
      goos: 'linux',
      goarch: 'amd64',
      cgo: true,
      outcome: 'ok',
      durationMs: 0,
    })
  })
})

describe('without a baseline', () => {
  const fold = tell({ before: null, now: [arm('failed')], change: pullRequest([changed('go.mod')]) })

  it('nothing is compared', () => {
    expect(fold).toMatchObject({ findings: [], environment: [], modules: [] })
  })

  it('targets have rows and no state', () => {
    expect(fold.targets.map(({ outcome, state, reason, rule }) => [outcome, state, reason, rule])).toEqual([
      ['ok', undefined, undefined, undefined],
      ['failed', undefined, 'undefined: x', 'code/compile-error'],
    ])
  })
})

it('a run without jobs is nothing', () => {
  expect(tell({ before: [base], now: [] })).toEqual({ findings: [], environment: [], modules: [], targets: [] })
})

describe('what several jobs have alike', () => {
  const legs = inLegs(snapshotOf({}, { GOFLAGS: '-mod=mod' }))
  const { findings, environment } = tell({ before: inLegs(base), now: legs })

  it('is one finding with all of them', () => {
    expect(brief(findings)).toEqual(['env/drift warning new'])
    expect(findings[0]?.jobs).toEqual(legs.map(({ job }) => job.label))
  })

  it('is one row with all of them', () => {
    expect(environment).toEqual([
      { key: 'GOFLAGS', class: 'build', before: '', after: '-mod=mod', from: 'baseline', jobs: legs.map(({ job }) => job.label) },
    ])
  })

  it('is told apart from what others have', () => {
    const [first, ...others] = legs
    if (first === undefined) throw new Error('three legs')
    const odd = { ...snapshotOf({}, { GOFLAGS: '-v' }), job: first.job }
    const fold = tell({ before: inLegs(base), now: [odd, ...others] })
    expect(fold.environment.map(({ after, jobs }) => [after, jobs?.length])).toEqual([
      ['-mod=mod', 2],
      ['-v', 1],
    ])
    expect(fold.findings).toHaveLength(2)
  })

  it('counts a job once that has it in two ways', () => {
    const fold = tell({ before: [building({ vendor: { files: 1, hash: 'a' } })], now: [building({ vendor: { files: 1, hash: 'b' } })] })
    expect(fold.findings[0]?.jobs).toHaveLength(1)
  })
})

it('modules are one row for all jobs, sorted, whatever the order of the jobs', () => {
  const [before, now] = [inLegs(withSys('v0.1.0', 'a')), inLegs(withSys('v0.2.0', 'b'))]
  const [one, ...others] = now
  if (one === undefined) throw new Error('three legs')
  const changedOne = { ...withSys('v0.3.0', 'c'), job: one.job }
  const rows = tell({ before, now: [changedOne, ...others] }).modules
  expect(rows.map(({ before: was, after, from, jobs }) => [was, after, from, jobs?.length])).toEqual([
    ['v0.1.0', 'v0.2.0', 'baseline', 2],
    ['v0.1.0', 'v0.3.0', 'baseline', 1],
  ])
  const turned = tell({ before: before.toReversed(), now: [...others.toReversed(), changedOne] }).modules
  expect(turned.map((row) => Object.assign({}, row, { jobs: row.jobs?.toSorted() }))).toEqual(rows)
})

it('two build lists under the same files are not taken for one', () => {
  const [before, now] = [inLegs(withSys('v0.1.0', 'a')), inLegs(withSys('v0.1.0', 'a'))]
  const [one, ...others] = now
  if (one === undefined) throw new Error('three legs')
  const odd = { ...withSys('v0.9.0', 'a'), job: one.job }
  for (const all of [
    [odd, ...others],
    [...others, odd],
  ])
    expect(tell({ before, now: all }).modules).toMatchObject([{ path: 'golang.org/x/sys', after: 'v0.9.0', jobs: [one.job.label] }])
})

describe('a job that the baseline does not have', () => {
  const other = { ...arm('failed'), job: jobOf('other') }

  it('is compared with no other', () => {
    const odd = { ...snapshotOf({ roots: [] }, { GOFLAGS: '-v' }), job: jobOf('other') }
    expect(tell({ before: [base], now: [odd] })).toMatchObject({ findings: [], environment: [], modules: [] })
  })

  it('has new targets, and those that fail are errors under their own rule', () => {
    const { targets, findings } = tell({ before: [base], now: [other] })
    expect(targets.map(({ state }) => state)).toEqual(['new', 'new'])
    expect(brief(findings)).toEqual(['code/compile-error error new'])
    expect(findings[0]).toMatchObject({
      title: 'linux/arm64-cgo does not build',
      message: 'It does not build (ci / other), and the baseline has nothing to compare that with.',
      subject: { target: 'linux/arm64-cgo' },
    })
  })
})

describe('a job that was stopped before it read its modules', () => {
  it('has not removed them all', () => {
    const stopped = snapshotOf({ roots: [rootOf({ modules: [], files: {} })] })
    expect(tell({ before: [base], now: [stopped] })).toMatchObject({ modules: [], findings: [] })
    expect(tell({ before: [base], now: [snapshotOf({ roots: [] })] })).toMatchObject({ modules: [], findings: [] })
  })
})

describe('a target', () => {
  const was = { rule: 'code/compile-error', failedPackages: ['example.com/hello', 'example.com/hello/cmd'] }
  it.each<[string, ReturnType<typeof arm>, ReturnType<typeof arm>, string | undefined, readonly string[]]>([
    ['that builds no longer is broken', arm('ok'), arm('failed'), 'broken', ['target/broken error new']],
    ['that was proved and builds no longer is broken', arm('proved'), arm('failed'), 'broken', ['target/broken error new']],
    ['that fails as before is known', arm('failed', was), arm('failed', was), 'known', ['code/compile-error error known']],
    [
      'that fails in fewer packages than before is known',
      arm('failed', was),
      arm('failed', { failedPackages: ['example.com/hello'] }),
      'known',
      ['code/compile-error error known'],
    ],
    [
      'that fails in other packages is new again',
      arm('failed', was),
      arm('failed', { failedPackages: ['example.com/hello/other'] }),
      'broken',
      ['target/broken error new'],
    ],
    [
      'that fails by another rule is new again',
      arm('failed', was),
      arm('failed', { ...was, rule: 'cgo/header-missing' }),
      'broken',
      ['target/broken error new'],
    ],
    ['that builds again is fixed', arm('failed', was), arm('ok'), 'fixed', ['target/fixed note fixed']],
    ['that was skipped and fails is new', arm('skipped'), arm('failed'), 'new', ['code/compile-error error new']],
    ['that is skipped now is no longer built', arm('ok'), arm('skipped', { reason: 'no' }), undefined, ['target/removed note new']],
  ])('%s', (_, before, now, state, rules) => {
    const { targets, findings } = tell({ before: [before], now: [now] })
    expect(targets.find(({ target }) => target === 'linux/arm64-cgo')?.state).toBe(state)
    expect(brief(findings)).toEqual(rules)
  })

  it('that fails otherwise says how it failed before', () => {
    const [finding] = tell({ before: [arm('failed', was)], now: [arm('failed', { failedPackages: ['example.com/new'] })] }).findings
    expect(finding?.title).toBe('linux/arm64-cgo fails in another way than before')
    expect(finding?.evidence).toContain('in the baseline: code/compile-error: undefined: x (example.com/hello, example.com/hello/cmd)')
  })

  it('that is known in three legs is one finding', () => {
    const { findings } = tell({ before: inLegs(arm('failed')), now: inLegs(arm('failed')) })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ state: 'known', title: 'linux/arm64-cgo still does not build' })
    expect(findings[0]?.message).toContain('(3 jobs), so it does not fail the run')
    expect(findings[0]?.jobs).toHaveLength(3)
  })

  it('that is known in one leg and newly broken in another is both, each with its jobs', () => {
    const [a, b, c] = inLegs(base)
    if (a === undefined || b === undefined || c === undefined) throw new Error('three legs')
    const { findings } = tell({
      before: [{ ...arm('failed'), job: a.job }, { ...arm('ok'), job: b.job }, c],
      now: [{ ...arm('failed'), job: a.job }, { ...arm('failed'), job: b.job }, c],
    })
    expect(findings.map(({ rule, state, jobs }) => [rule, state, jobs])).toEqual([
      ['target/broken', 'new', [b.job.label]],
      ['code/compile-error', 'known', [a.job.label]],
    ])
  })

  it('that fails and is new says so once', () => {
    const now = snapshotOf({ targets: [...base.targets, targetOf('windows/amd64-cgo', 'failed')] })
    expect(brief(tell({ before: [base], now: [now] }).findings)).toEqual(['code/compile-error error new'])
  })

  it('that is new and builds, or is gone, is a note over all jobs', () => {
    const now = snapshotOf({ targets: [targetOf('linux/amd64+cgo'), targetOf('windows/amd64-cgo')] })
    const { findings, targets } = tell({ before: inLegs(base), now: inLegs(now) })
    expect(findings.map(({ rule, jobs }) => [rule, jobs?.length])).toEqual([
      ['target/added', 3],
      ['target/removed', 3],
    ])
    expect(targets.filter(({ state }) => state === 'new')).toHaveLength(3)
  })

  it('is told apart from the same one of another root', () => {
    const { findings, targets } = tell({ before: [inTwoRoots('ok')], now: [inTwoRoots('failed')] })
    expect(findings).toMatchObject([{ rule: 'target/broken', root: 'tools' }])
    expect(targets.map(({ root, state }) => [root, state])).toEqual([
      [undefined, undefined],
      ['tools', 'broken'],
    ])
  })
})

describe('what the project ignores', () => {
  it('is explained by that in its row, and silent', () => {
    const { findings, environment, modules } = tell({
      before: inLegs(withSys('v0.1.0', 'a')),
      now: inLegs(snapshotOf({ roots: withSys('v0.2.0', 'b').roots }, { GOFLAGS: '-v' })),
      change: pullRequest([changed('go.mod'), changed('.github/workflows/ci.yml')]),
      ignore: [
        { key: 'GOFLAGS', reason: 'on purpose' },
        { module: 'golang.org/x/*', reason: 'theirs' },
      ],
    })
    expect(findings).toEqual([])
    expect(environment.map(({ explained }) => explained)).toEqual(['ignored: on purpose'])
    expect(modules.map(({ explained }) => explained)).toEqual(['ignored: theirs'])
  })
})

describe('recordings of one job under two names', () => {
  it('are compared with the one job of the baseline, and named apart', () => {
    const now = snapshotOf({}, { GOFLAGS: '-v' })
    const labels = ['a', 'b'].map((name) => ({ id: `build (${name})`, label: `ci / build (${name})` }))
    const fold = foldBaseline({ snapshots: [now, now], labels, baseline: [base], change: null, ignore: [] })
    expect(fold.environment.map(({ jobs }) => jobs)).toEqual([['build (a)', 'build (b)']])
  })
})

describe('hostile recordings', () => {
  it.each(['__proto__', 'constructor', 'toString'])('with the name %s everywhere are compared like any other', (name) => {
    const evil = snapshotOf({
      job: { ...jobOf('x'), id: name },
      roots: [
        rootOf({
          directory: name,
          modules: [moduleOf(name, 'v1.0.0')],
          files: Object.fromEntries([
            [name, 'a'],
            ['go.mod', 'b'],
          ]),
        }),
      ],
      targets: [targetOf(`${name}/x-cgo`, 'ok', { root: name })],
    })
    const worse = {
      ...evil,
      roots: evil.roots.map((root) => ({ ...root, modules: [moduleOf(name, 'v2.0.0')] })),
      targets: [targetOf(`${name}/x-cgo`, 'failed', { root: name, failedPackages: [name, `${name}/y`] })],
    }
    const { findings, modules } = tell({ before: [evil], now: [worse], change: pullRequest([changed(name)]) })
    expect(modules).toMatchObject([{ path: name, before: 'v1.0.0', after: 'v2.0.0' }])
    expect(findings.map(({ rule }) => rule)).toContain('target/broken')
  })

  it('that differ in every module of every job stay one finding a job', () => {
    const jobs = Array.from({ length: 10 }, (_, at) => jobOf('build', { at }))
    const before = jobs.map((job) => snapshotOf({ job, roots: [rootOf({ modules: many('v1.0.0') })] }))
    const now = jobs.map((job, at) => snapshotOf({ job, roots: [rootOf({ modules: many(`v2.0.${String(at)}`) })] }))
    const { findings, modules } = tell({ before, now })
    expect(modules).toHaveLength(5000)
    expect(findings).toHaveLength(10)
    expect(findings.every(({ evidence }) => evidence.length <= 21)).toBe(true)
  })
})
