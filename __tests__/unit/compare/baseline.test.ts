import { describe, expect, it } from '@jest/globals'
import { compareToBaseline, pickBaselineJob, stateOf } from '../../../src/compare/index.js'
import type { Finding } from '../../../src/report/index.js'
import type { Snapshot } from '../../../src/snapshot/index.js'
import { findingOf, jobOf, moduleOf, rootOf, snapshotOf, targetOf } from './fixtures.js'

const base = snapshotOf()

/** Rule, severity and state of each finding. */
function brief(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, severity, state }) => `${rule} ${severity} ${state}`)
}

/** GOOS as somebody set it, and GOEXE as it follows from that. */
function onPlatform(goos: string, exe: string): Snapshot {
  const values = { GOOS: goos, GOEXE: exe }
  return snapshotOf({ toolchain: base.toolchain, environment: { values, origins: { GOOS: 'process', GOEXE: 'derived' }, unknownKeys: 0 } })
}

/** A build list of one module with this hash. */
function withSum(path: string, sum: string): Snapshot {
  return snapshotOf({ roots: [rootOf({ modules: [moduleOf(path, 'v1.0.0', { sum })] })] })
}

/** A target that builds in one root, and in another has this outcome. */
function inTwoRoots(outcome: 'ok' | 'failed'): Snapshot {
  return snapshotOf({ targets: [targetOf('linux/amd64-cgo'), targetOf('linux/amd64-cgo', outcome, { root: 'tools' })] })
}

it('a snapshot has no drift from itself', () => {
  expect(compareToBaseline(base, base)).toEqual({ environment: [], modules: [], findings: [] })
})

describe('a difference of the environment', () => {
  it.each([
    ['that changes the build is a warning', { GOFLAGS: '-mod=mod' }, ['env/drift warning new']],
    ['that weakens verification is a warning', { GOSUMDB: 'off' }, ['env/drift warning new']],
    ['of the platform is a note', { GOOS: 'windows' }, ['env/drift note new']],
    ['that is volatile is nothing', { GOGCCFLAGS: '-x' }, []],
  ])('%s', (_, values, rules) => {
    expect(brief(compareToBaseline(base, snapshotOf({ toolchain: base.toolchain }, values)).findings)).toEqual(rules)
  })

  it('names key, both values, where it is set, and a command that sets it back', () => {
    const [finding] = compareToBaseline(snapshotOf({}, { GOFLAGS: '-trimpath' }), snapshotOf({}, { GOFLAGS: '-mod=mod -v' })).findings
    expect(finding).toMatchObject({
      subject: { key: 'GOFLAGS' },
      fix: [{ command: 'export GOFLAGS=-trimpath' }, { command: 'goparity baseline save' }],
    })
    expect(finding?.message).toContain('was -trimpath and is -mod=mod -v')
    expect(finding?.evidence).toEqual(['baseline: GOFLAGS -trimpath', 'now: GOFLAGS -mod=mod -v (process)'])
  })

  it('is unset where it was empty, and written to the go env file where that sets it', () => {
    const now = snapshotOf({}, { GOFLAGS: '-mod=mod' })
    const command = (origin: 'process' | 'goenv', before: string): string | undefined =>
      compareToBaseline(snapshotOf({}, { GOFLAGS: before }), {
        ...now,
        environment: { ...now.environment, origins: { ...now.environment.origins, GOFLAGS: origin } },
      }).findings[0]?.fix[0]?.command
    expect(command('process', '')).toBe('unset GOFLAGS')
    expect(command('goenv', '')).toBe('go env -u GOFLAGS')
    expect(command('goenv', '-tags=a b')).toBe("go env -w 'GOFLAGS=-tags=a b'")
  })

  it.each(["'; rm -rf ~", '$(id)', '`id`', 'a\nb', '$WORKSPACE/bin', '"'])('never makes a command of the recorded value %p', (value) => {
    const [finding] = compareToBaseline(snapshotOf({}, { GOFLAGS: value }), snapshotOf({}, { GOFLAGS: '-v' })).findings
    expect(finding?.fix.map(({ command }) => command)).toEqual(['goparity baseline save'])
  })

  it('that follows another key makes no finding of its own', () => {
    const [a, b] = [onPlatform('linux', ''), onPlatform('windows', '.exe')]
    const { environment, findings } = compareToBaseline(a, b)
    expect(environment.map(({ key, explained }) => [key, explained])).toEqual([
      ['GOEXE', 'follows GOOS'],
      ['GOOS', undefined],
    ])
    expect(findings.map(({ subject }) => subject.key)).toEqual(['GOOS'])
  })

  it('that the project ignores is explained by that, and silent', () => {
    const ignore = [{ key: 'GOFL*', reason: 'flags differ on purpose' }]
    const { environment, findings } = compareToBaseline(base, snapshotOf({}, { GOFLAGS: '-v' }), ignore)
    expect(environment).toMatchObject([{ key: 'GOFLAGS', explained: 'ignored: flags differ on purpose' }])
    expect(findings).toEqual([])
  })

  it('of a huge value is shown in part, cut between characters', () => {
    const [finding] = compareToBaseline(base, snapshotOf({}, { GOFLAGS: '🙂'.repeat(5000) })).findings
    expect(finding?.message.length).toBeLessThan(1500)
    expect(finding?.message).not.toMatch(/\p{Surrogate}/u)
  })
})

describe('another Go', () => {
  it.each([
    ['go1.26.8', 'go1.26.9', 'newer: go1.26.8 → go1.26.9 (patch)'],
    ['go1.26.8', 'go1.27rc1', 'newer: go1.26.8 → go1.27rc1 (minor)'],
    ['go1.26.8', 'go1.25.3', 'older: go1.26.8 → go1.25.3 (minor)'],
  ])('from %s to %s is one warning that says direction and size', (before, after, words) => {
    const { findings } = compareToBaseline(snapshotOf({}, { GOVERSION: before }), snapshotOf({}, { GOVERSION: after }))
    expect(brief(findings)).toEqual(['toolchain/drift warning new'])
    expect(findings[0]?.title).toBe(`Go is ${words}`)
    expect(findings[0]?.fix[0]).toMatchObject({ edit: `install Go ${before.slice(2)} in this job` })
  })

  it('is a note when go.mod asks for it', () => {
    const asked = snapshotOf(
      { roots: [rootOf({ goLine: '1.27', files: { 'go.mod': 'c'.repeat(64), 'go.sum': 'b'.repeat(64) } })] },
      { GOVERSION: 'go1.27.0' },
    )
    expect(brief(compareToBaseline(base, asked).findings)).toEqual(['toolchain/drift note new'])
  })
})

it('a new runner image with its compiler and libc is a note each, however many facts differ', () => {
  const moved = snapshotOf({
    cCompiler: { command: 'gcc', path: '/usr/bin/gcc-14', version: 'gcc 14.2.0', target: 'x86_64-linux-gnu' },
    libc: { kind: 'glibc', version: '2.41' },
  })
  const { findings } = compareToBaseline(base, moved)
  expect(brief(findings)).toEqual(['runner/drift note new', 'runner/drift note new'])
  expect(findings.map(({ subject }) => subject.key)).toEqual(['cCompiler', 'libc.version'])
})

describe('another build list', () => {
  const moved = [
    { path: 'example.com/hello', version: null, main: true as const },
    moduleOf('example.com/a', 'v1.1.0'),
    moduleOf('example.com/c', 'v0.1.0'),
  ]

  it('under the same go.mod is one warning that lists the modules', () => {
    const { modules, findings } = compareToBaseline(base, snapshotOf({ roots: [rootOf({ modules: moved })] }))
    expect(modules.map(({ path, change }) => [path, change])).toEqual([
      ['example.com/a', 'moved'],
      ['example.com/b', 'removed'],
      ['example.com/c', 'added'],
    ])
    expect(brief(findings)).toEqual(['modules/drift warning new'])
    expect(findings[0]).toMatchObject({
      title: expect.stringContaining('go.mod is the same, yet the build list is not'),
      location: { file: 'go.mod' },
    })
    expect(findings[0]?.evidence).toEqual(['example.com/a v1.0.0 → v1.1.0', 'example.com/b removed v1.2.3', 'example.com/c added v0.1.0'])
  })

  it('under an edited go.mod is one note that counts', () => {
    const edited = rootOf({ modules: moved, files: { 'go.mod': 'c'.repeat(64), 'go.sum': 'd'.repeat(64) } })
    const { findings } = compareToBaseline(base, snapshotOf({ roots: [edited] }))
    expect(brief(findings)).toEqual(['modules/drift note new'])
    expect(findings[0]?.title).toBe('3 modules changed, and it is known why')
  })

  it('of thousands of modules has a finding that fits a page', () => {
    const many = Array.from({ length: 3000 }, (_, at) => moduleOf(`example.com/m${String(at)}`, 'v1.0.0'))
    const { findings } = compareToBaseline(base, snapshotOf({ roots: [rootOf({ modules: many })] }))
    expect(findings).toHaveLength(1)
    expect(findings[0]?.evidence).toHaveLength(21)
  })

  it('in which one version has another hash is an error with both, though go.mod was edited', () => {
    const poisoned = rootOf({
      modules: [
        { path: 'example.com/hello', version: null, main: true },
        moduleOf('example.com/a', 'v1.0.0', { sum: 'h1:evil' }),
        moduleOf('example.com/b', 'v1.2.3'),
      ],
      files: { 'go.mod': 'c'.repeat(64), 'go.sum': 'd'.repeat(64) },
    })
    const { findings } = compareToBaseline(base, snapshotOf({ roots: [poisoned] }))
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      rule: 'modules/sum-drift',
      severity: 'error',
      subject: { module: 'example.com/a@v1.0.0' },
      location: { file: 'go.sum' },
      evidence: ['baseline: h1:example.com/a@v1.0.0', 'now: h1:evil'],
    })
    expect(findings[0]?.fix[0]?.command).toBe("curl -fsS 'https://sum.golang.org/lookup/example.com/a@v1.0.0'")
  })

  it('never makes a command of a module path that a shell could read', () => {
    const path = "example.com/a'; touch x; '"
    const [finding] = compareToBaseline(withSum(path, 'h1:a'), withSum(path, 'h1:b')).findings
    expect(finding?.rule).toBe('modules/sum-drift')
    expect(finding?.fix.flatMap(({ command }) => command ?? [])).toEqual([])
  })

  it('that the project ignores is silent', () => {
    const ignore = [{ rule: 'modules/*', module: 'example.com/*', reason: 'ours' }]
    const { modules, findings } = compareToBaseline(base, snapshotOf({ roots: [rootOf({ modules: moved })] }), ignore)
    expect(findings).toEqual([])
    expect(modules.every(({ explained }) => explained === 'ignored: ours')).toBe(true)
  })
})

it('vendored files that changed under the same go.mod are one warning', () => {
  const [before, after] = ['a', 'b'].map((hash) => snapshotOf({ roots: [rootOf({ mode: 'vendor', vendor: { files: 3, hash } })] }))
  if (before === undefined || after === undefined) throw new Error('two snapshots')
  expect(brief(compareToBaseline(before, after).findings)).toEqual(['vendor/modified warning new'])
})

describe('a target', () => {
  const failed = snapshotOf({ targets: [targetOf('linux/amd64+cgo'), targetOf('linux/arm64-cgo', 'failed')] })

  it('that builds no longer is an error', () => {
    const { findings } = compareToBaseline(base, failed)
    expect(brief(findings)).toEqual(['target/broken error new'])
    expect(findings[0]).toMatchObject({ subject: { target: 'linux/arm64-cgo' }, evidence: ['undefined: x', 'example.com/hello'] })
  })

  it('that builds again is good news', () => {
    expect(brief(compareToBaseline(failed, base).findings)).toEqual(['target/fixed note fixed'])
  })

  it('that still fails makes no finding here', () => {
    expect(compareToBaseline(failed, failed).findings).toEqual([])
  })

  it('that is new or gone is a note', () => {
    const now = snapshotOf({ targets: [targetOf('linux/amd64+cgo'), targetOf('windows/amd64-cgo')] })
    expect(compareToBaseline(base, now).findings.map(({ rule, subject }) => [rule, subject.target])).toEqual([
      ['target/added', 'windows/amd64-cgo'],
      ['target/removed', 'linux/arm64-cgo'],
    ])
  })

  it('that lost cgo because there is no compiler was not removed and added: go dropped it in silence', () => {
    const now = snapshotOf({ targets: [targetOf('linux/amd64-cgo', 'ok', { cgoReason: 'no-compiler' }), targetOf('linux/arm64-cgo')] })
    expect(compareToBaseline(base, now).findings).toMatchObject([
      { rule: 'cgo/silently-dropped', severity: 'warning', subject: { target: 'linux/amd64-cgo' } },
    ])
  })

  it('is told apart from the same target of another root', () => {
    expect(compareToBaseline(inTwoRoots('ok'), inTwoRoots('failed')).findings).toMatchObject([{ rule: 'target/broken', root: 'tools' }])
  })

  it('that a recording did not build is not taken for removed', () => {
    expect(compareToBaseline(base, snapshotOf({ targets: [] })).findings).toEqual([])
  })
})

describe('a failure', () => {
  const failure = findingOf({ rule: 'code/compile-error', severity: 'error', source: 'targets', subject: { target: 'linux/arm64-cgo' } })
  const baseline = snapshotOf({ targets: [targetOf('linux/arm64-cgo', 'failed')] })

  it('that the baseline has by the same rule is known', () => {
    expect(stateOf([failure], baseline)).toEqual([{ ...failure, state: 'known' }])
  })

  it.each([
    ['by another rule', { rule: 'cgo/header-missing' }],
    ['of another package', { subject: { target: 'linux/arm64-cgo', package: 'example.com/other' } }],
    ['of another target', { subject: { target: 'linux/amd64-cgo' } }],
    ['of another root', { root: 'tools' }],
    ['of verification', { source: 'integrity' as const }],
    ['without a target', { subject: {} }],
  ])('%s is new', (_, more) => {
    expect(stateOf([{ ...failure, ...more }], baseline)).toEqual([{ ...failure, ...more }])
  })

  it('that is the old one as a whole is known with all its incidents', () => {
    const second = { ...failure, rule: 'target/undefined-symbol' }
    expect(stateOf([failure, second], baseline, baseline).map(({ state }) => state)).toEqual(['known', 'known'])
    const wider = snapshotOf({
      targets: [targetOf('linux/arm64-cgo', 'failed', { failedPackages: ['example.com/hello', 'example.com/more'] })],
    })
    expect(stateOf([failure, second], baseline, wider).map(({ state }) => state)).toEqual(['known', 'new'])
  })
})

describe('the job of a baseline', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => snapshotOf({ job: jobOf(name) }))
  if (a === undefined || b === undefined || c === undefined) throw new Error('three snapshots')
  const windows = { ...c, toolchain: { ...c.toolchain, host: 'windows/amd64' } }

  it('is the same job where there is one', () => {
    expect(pickBaselineJob([a, b], b.job)).toMatchObject({ snapshot: b, standsIn: false })
  })

  it('is the only one otherwise, and it says so', () => {
    expect(pickBaselineJob([a], b.job)).toEqual({
      snapshot: a,
      standsIn: true,
      reason: 'the baseline does not have ci / b; its only job is ci / a',
    })
  })

  it('is the first on the same platform otherwise', () => {
    expect(pickBaselineJob([windows, b, a], jobOf('d'), 'linux/amd64')).toMatchObject({ snapshot: a, standsIn: true })
    expect(pickBaselineJob([windows, b, a], jobOf('d'), 'windows/amd64')).toMatchObject({ snapshot: windows })
  })

  it('is none where nothing fits', () => {
    expect(pickBaselineJob([a, b], jobOf('d'), 'plan9/386')).toBeNull()
    expect(pickBaselineJob([], a.job, 'linux/amd64')).toBeNull()
  })
})
