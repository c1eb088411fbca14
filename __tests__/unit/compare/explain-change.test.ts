import { describe, expect, it } from '@jest/globals'
import type { Snapshot } from '../../../src/snapshot/index.js'
import { brief, building, changed, files, inLegs, pullRequest, tell, withSys } from './baseline-stories.js'
import { jobOf, moduleOf, rootOf, snapshotOf } from './fixtures.js'

const CI = '.github/workflows/ci.yml'
const README = pullRequest([changed('README.md')])

/** A job on a hosted runner. */
function onImage(version: string, values: Readonly<Record<string, string>> = {}, more: Partial<Snapshot> = {}): Snapshot {
  return snapshotOf(
    { runner: { os: 'Linux', arch: 'X64', image: 'ubuntu24', version, environment: 'github-hosted' }, ...more },
    { GOVERSION: 'go1.26.8', ...values },
  )
}

/** GOOS as somebody set it, and GOEXE as it follows from that. */
function onPlatform(goos: string, exe: string): Snapshot {
  const environment = { values: { GOOS: goos, GOEXE: exe }, origins: { GOOS: 'process', GOEXE: 'derived' }, unknownKeys: 0 } as const
  return snapshotOf({ environment })
}

/** A build list in the root `services/api`. */
function below({ roots }: Snapshot): Snapshot {
  return snapshotOf({ roots: roots.map((root) => Object.assign({}, root, { directory: 'services/api' })), targets: [] })
}

/** A module with this hash, in a go.sum with that. */
function withHash(sum: string, goSum: string): Snapshot {
  return building({ modules: [moduleOf('example.com/a', 'v1.0.0', { sum })], files: files('a', goSum) })
}

/** A root `app` that builds the folder beside it in place of a module. */
function besideLib(version: string): Snapshot {
  const lib = moduleOf('example.com/lib', 'v1.0.0', { replace: { path: '../lib', version: null } })
  return building({ directory: 'app', modules: [lib, moduleOf('golang.org/x/sys', version)] })
}

const before = onImage('20260101.1')

describe('a world that moved', () => {
  const compiler = { command: 'gcc', path: '/usr/bin/gcc', version: 'gcc 14.2.0', target: 'x86_64-linux-gnu' }
  const now = onImage('20260202.1', { GOVERSION: 'go1.26.9' }, { cCompiler: compiler, libc: { kind: 'glibc', version: '2.41' } })
  const { findings, environment } = tell({ before: inLegs(before), now: inLegs(now), change: README })

  it('is one finding for each part, however many jobs: Go a warning, the machine notes', () => {
    expect(brief(findings)).toEqual([
      'toolchain/drift warning new',
      'runner/drift note new',
      'runner/drift note new',
      'runner/drift note new',
    ])
    expect(findings.every(({ jobs }) => jobs?.length === 3)).toBe(true)
  })

  it('is said to be that, and stays unexplained', () => {
    for (const { message } of findings) expect(message).toContain('Nothing in this pull request asks for that: the world moved.')
    expect(environment.length).toBeGreaterThan(3)
    expect(environment.filter(({ explained }) => explained !== undefined)).toEqual([])
  })

  it('is not said where the platform named only some of the files, or nobody knows the change', () => {
    const some = tell({ before: [before], now: [now], change: { ...README, complete: false } }).findings
    for (const { message } of some) {
      expect(message).not.toContain('the world moved')
      expect(message).toContain('Whether this pull request asks for that is not known')
    }
    const none = tell({ before: [before], now: [now], change: null }).findings
    for (const { message } of none) expect(message).not.toContain('pull request')
  })

  it('is so for an image that rolled on, and what it brings, though the workflow is edited', () => {
    const edited = tell({ before: [before], now: [now], change: pullRequest([changed(CI, { 3: '  lint: true' })]) })
    expect(edited.environment.filter(({ explained }) => explained === undefined).map(({ key }) => key)).toEqual([
      'cCompiler.version',
      'libc.version',
      'runner.version',
    ])
    const installs = tell({ before: [before], now: [now], change: pullRequest([changed(CI, { 3: '  - run: apt-get install gcc-14' })]) })
    expect(installs.environment.filter(({ explained }) => explained === undefined).map(({ key }) => key)).toEqual(['runner.version'])
  })
})

describe('a workflow that is edited', () => {
  const now = onImage('20260101.1', { GOFLAGS: '-mod=mod', GOSUMDB: 'off', GOVERSION: 'go1.27.0' })
  const edit = changed(CI, { 8: '  env:', 9: '    GOFLAGS: -mod=mod', 12: "    go-version: '1.27'" })

  it('explains settings and Go, and is a note at its line', () => {
    const { findings, environment } = tell({ before: [before], now: [now], change: pullRequest([edit]) })
    expect(environment.map(({ key, explained }) => [key, explained])).toEqual([
      ['GOFLAGS', `this pull request edits ${CI}`],
      ['GOSUMDB', `this pull request edits ${CI}`],
      ['GOVERSION', `this pull request edits ${CI}`],
    ])
    expect(findings.map(({ subject, severity, location }) => [subject.key, severity, location])).toEqual([
      ['GOFLAGS', 'note', { file: CI, line: 9 }],
      ['GOSUMDB', 'note', { file: CI }],
      ['GOVERSION', 'note', { file: CI, line: 12 }],
    ])
    expect(findings[0]?.message).toContain(`is -mod=mod: this pull request edits ${CI}. It changes what is compiled.`)
  })

  it.each([
    ['a composite action', '.github/actions/setup/action.yml', {}, ['GOFLAGS', 'GOSUMDB', 'GOVERSION']],
    ['another workflow, for what it names', '.github/workflows/reusable.yml', { 4: 'GOFLAGS: -mod=mod' }, ['GOFLAGS']],
    ['another workflow that names none of it', '.github/workflows/release.yml', { 4: 'x' }, []],
    ['a pin of the Go version', '.go-version', { 1: '1.27.0' }, ['GOVERSION']],
    ['a file that only looks like one', 'docs/.github/workflows/ci.yml', { 1: 'GOFLAGS' }, []],
    ['a folder below the workflows', '.github/workflows/old/ci.yml', { 1: 'GOFLAGS' }, []],
  ])('is not the only one: %s', (_, path, lines, keys) => {
    const { environment } = tell({ before: [before], now: [now], change: pullRequest([changed(path, lines)]) })
    expect(environment.filter(({ explained }) => explained !== undefined).map(({ key }) => key)).toEqual(keys)
  })

  it('explains nothing of a job that no workflow runs', () => {
    const local = { ...jobOf('laptop'), workflow: null }
    const { environment } = tell({ before: [{ ...before, job: local }], now: [{ ...now, job: local }], change: pullRequest([edit]) })
    expect(environment.filter(({ explained }) => explained !== undefined)).toEqual([])
  })

  it('has no place in a project that lies below the top, but is named', () => {
    const { findings } = tell({ before: [before], now: [now], change: pullRequest([edit], { directory: 'go/app' }) })
    expect(findings.map(({ location }) => location)).toEqual([undefined, undefined, undefined])
    expect(findings[0]?.message).toContain(CI)
  })

  it('leaves what follows another key to that key', () => {
    const { environment } = tell({ before: [onPlatform('linux', '')], now: [onPlatform('windows', '.exe')], change: pullRequest([edit]) })
    expect(environment.find(({ key }) => key === 'GOEXE')?.explained).toBe('follows GOOS')
  })
})

it('a setting that no edited workflow makes says where to look', () => {
  const { findings } = tell({ before: [before], now: [onImage('20260101.1', { GOFLAGS: '-v' })], change: README })
  expect(brief(findings)).toEqual(['env/drift warning new'])
  expect(findings[0]?.message).toContain('No workflow is edited in this pull request: it comes from the runner')
})

describe('another Go that go.mod asks for', () => {
  const asked = snapshotOf({ roots: [rootOf({ toolchainLine: 'go1.27.0', files: files('c') })] }, { GOVERSION: 'go1.27.0' })
  const base = snapshotOf()

  it.each([
    [
      'by a line of this change',
      [changed('go.mod', { 4: 'toolchain go1.27.0' })],
      'this pull request edits the toolchain line of go.mod',
      { file: 'go.mod', line: 4 },
    ],
    ['by a change whose lines are not known', [changed('go.mod')], 'this pull request edits go.mod', { file: 'go.mod' }],
    [
      'since that baseline',
      [changed('README.md')],
      'the toolchain line of go.mod moved since that baseline, not in this pull request',
      undefined,
    ],
  ])('%s is a note that says so', (_, touched, explained, location) => {
    const { findings, environment } = tell({ before: [base], now: [asked], change: pullRequest(touched) })
    expect(environment).toMatchObject([{ key: 'GOVERSION', explained }])
    expect(findings).toMatchObject([{ rule: 'toolchain/drift', severity: 'note', message: expect.stringContaining(explained) }])
    expect(findings[0]?.location).toEqual(location)
  })

  it('is not told to be of another change when not all files are known', () => {
    const { environment } = tell({ before: [base], now: [asked], change: { ...README, complete: false } })
    expect(environment).toMatchObject([{ explained: 'the toolchain line of go.mod was edited' }])
  })
})

describe('a build list that moved', () => {
  const [was, same, other] = [withSys('v0.1.0', 'a'), withSys('v0.2.0', 'a'), withSys('v0.2.0', 'b')]
  const bump = { 7: '\tgolang.org/x/sys v0.2.0' }

  it.each([
    ['with go.mod edited here', other, pullRequest([changed('go.mod', bump), changed('go.sum')]), 'this pull request edits go.mod', 'note'],
    ['with only go.sum edited here', other, pullRequest([changed('go.sum')]), 'this pull request edits go.sum', 'note'],
    [
      'with a go.work edited that this root does not use',
      other,
      pullRequest([changed('go.work')]),
      'go.mod moved since that baseline, not in this pull request',
      'note',
    ],
    ['with go.mod moved before this change', other, README, 'go.mod moved since that baseline, not in this pull request', 'note'],
    ['with go.mod moved, as far as files are known', other, { ...README, complete: false }, 'go.mod was edited', 'note'],
    ['with go.mod moved and nobody knows the change', other, null, 'go.mod was edited', 'note'],
    ['with the same go.mod', same, README, undefined, 'warning'],
    ['with a go.mod edited that is none of this root', same, pullRequest([changed('tools/go.mod')]), undefined, 'warning'],
  ])('%s', (_, now, change, explained, severity) => {
    const { modules, findings } = tell({ before: [was], now: [now], change })
    expect(modules.map((row) => row.explained)).toEqual([explained])
    expect(findings).toMatchObject([{ rule: 'modules/drift', severity }])
  })

  it('has its finding at the line that asks for it', () => {
    const { findings } = tell({ before: [was], now: [other], change: pullRequest([changed('go.mod', bump)]) })
    expect(findings[0]?.location).toEqual({ file: 'go.mod', line: 7 })
  })

  it('in a root below the top names go.mod of that root', () => {
    const change = pullRequest([changed('go/services/api/go.mod', bump), changed('go.mod')], { directory: 'go' })
    const { modules, findings } = tell({ before: [below(was)], now: [below(other)], change })
    expect(modules).toMatchObject([{ root: 'services/api', explained: 'this pull request edits services/api/go.mod' }])
    expect(findings).toMatchObject([{ root: 'services/api', location: { file: 'services/api/go.mod', line: 7 } }])
  })

  it('because a folder in place of a module asks for other ones is explained by its go.mod', () => {
    const { modules } = tell({ before: [besideLib('v0.1.0')], now: [besideLib('v0.2.0')], change: pullRequest([changed('lib/go.mod')]) })
    expect(modules).toMatchObject([{ path: 'golang.org/x/sys', explained: 'this pull request edits lib/go.mod' }])
  })
})

describe('one version with another hash', () => {
  it.each([
    ['go.sum alone', [changed('go.sum', { 3: 'example.com/a v1.0.0 h1:ev//il=' })], { file: 'go.sum', line: 3 }],
    ['go.mod and go.sum', [changed('go.mod'), changed('go.sum')], { file: 'go.sum' }],
    ['the workflow', [changed(CI)], { file: 'go.sum' }],
  ])('is an error and never explained, though the change edits %s', (_, touched, location) => {
    const { modules, findings } = tell({
      before: inLegs(withHash('h1:good=', 'b')),
      now: inLegs(withHash('h1:ev//il=', 'c')),
      change: pullRequest(touched),
    })
    expect(modules).toEqual([
      {
        root: '.',
        path: 'example.com/a',
        change: 'sum',
        before: 'h1:good=',
        after: 'h1:ev//il=',
        from: 'baseline',
        jobs: expect.any(Array),
      },
    ])
    expect(findings).toMatchObject([{ rule: 'modules/sum-drift', severity: 'error', state: 'new', location }])
    expect(findings[0]?.jobs).toHaveLength(3)
  })
})
