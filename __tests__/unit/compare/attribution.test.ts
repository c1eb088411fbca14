import { describe, expect, it } from '@jest/globals'
import type { Finding } from '../../../src/report/index.js'
import type { Root } from '../../../src/snapshot/index.js'
import { brief, building, changed, files, inLegs, pullRequest, tell, withSys } from './baseline-stories.js'
import { moduleOf, rootOf, snapshotOf, targetOf } from './fixtures.js'

const BUMP = pullRequest([changed('go.mod', { 6: 'require (', 7: '\tgolang.org/x/sys v0.2.0 // indirect' }), changed('go.sum')])
const README = pullRequest([changed('README.md', { 1: 'x' })])
const before = withSys('v0.1.0', 'a')

function broken(findings: readonly Finding[]): Finding {
  const found = findings.find(({ rule }) => rule === 'target/broken')
  if (found === undefined) throw new Error('no broken target')
  return found
}

/** What is said of linux/arm64, when these packages fail and golang.org/x/sys stays. */
function said(failing: readonly string[], change: Parameters<typeof tell>[0]['change'], base = before): Finding {
  return broken(tell({ before: [base], now: [withSys('v0.1.0', 'a', failing)], change: change ?? null }).findings)
}

describe('a target that a bumped module breaks', () => {
  const { findings, targets } = tell({
    before: inLegs(before),
    now: inLegs(withSys('v0.2.0', 'b', ['golang.org/x/sys/unix'])),
    change: BUMP,
  })

  it('is one error over all its jobs, that names module, versions and line', () => {
    expect(brief(findings)).toEqual(['target/broken error new', 'modules/drift note new'])
    expect(findings[0]).toMatchObject({
      title: 'linux/arm64-cgo no longer builds',
      subject: { target: 'linux/arm64-cgo' },
      location: { file: 'go.mod', line: 7 },
      evidence: ['code/compile-error: undefined: x', 'golang.org/x/sys/unix'],
      source: 'targets',
    })
    expect(findings[0]?.jobs).toHaveLength(3)
    expect(findings[0]?.message).toBe(
      'It built in the baseline and does not build now (3 jobs). The failing package golang.org/x/sys/unix belongs to golang.org/x/sys v0.1.0 → v0.2.0, which this pull request bumps at go.mod:7.',
    )
  })

  it('says how to go back, and how to see it', () => {
    expect(findings[0]?.fix.map(({ command }) => command)).toEqual([
      'go get golang.org/x/sys@v0.1.0',
      'goparity build --targets linux/arm64-cgo',
    ])
  })

  it('is broken in the table of targets, one row a job', () => {
    expect(targets.filter(({ state }) => state === 'broken').map(({ target }) => target)).toEqual(Array(3).fill('linux/arm64-cgo'))
    expect(targets).toHaveLength(6)
  })

  it.each([
    ['only as it moved when nobody knows the change', null, 'which moved since the baseline.'],
    [
      'with the file when no line of it names the version',
      pullRequest([changed('go.mod')]),
      'which moved with the build list: this pull request edits go.mod.',
    ],
    ['as not of this change when it is not', README, 'which moved since that baseline, not in this pull request.'],
    ['no further than is known when not all files are', { ...README, complete: false }, 'which moved since that baseline.'],
    [
      'with a verb that fits several commits',
      { ...BUMP, name: 'the commits since the baseline' },
      'which the commits since the baseline bump at go.mod:7.',
    ],
  ])('is attributed %s', (_, change, words) => {
    const now = withSys('v0.2.0', 'b', ['golang.org/x/sys/unix'])
    expect(broken(tell({ before: [before], now: [now], change }).findings).message).toMatch(
      new RegExp(`belongs to golang\\.org/x/sys v0\\.1\\.0 → v0\\.2\\.0, ${words.replaceAll('.', '\\.')}$`),
    )
  })

  it('is attributed to the longest module path that fits', () => {
    const was = building({ modules: [moduleOf('cloud.example.org/go', 'v1.0.0'), moduleOf('cloud.example.org/go/storage', 'v1.0.0')] })
    const change = pullRequest([changed('go.mod', { 3: 'require cloud.example.org/go/storage v1.1.0' })])
    const modules = [moduleOf('cloud.example.org/go', 'v1.0.0'), moduleOf('cloud.example.org/go/storage', 'v1.1.0')]
    const now = building({ modules, files: files('b') }, [
      'cloud.example.org/go/storage/x',
      'cloud.example.org/go/storage',
      'cloud.example.org/gopher',
    ])
    expect(broken(tell({ before: [was], now: [now], change }).findings).message).toContain(
      'cloud.example.org/go/storage/x and cloud.example.org/go/storage belong to cloud.example.org/go/storage v1.0.0 → v1.1.0, which this pull request bumps at go.mod:3.',
    )
  })

  it.each([
    ['downgrades', moduleOf('golang.org/x/sys', 'v0.0.9'), '\tgolang.org/x/sys v0.0.9', 'which this pull request downgrades at go.mod:7'],
    [
      'replaces',
      moduleOf('golang.org/x/sys', 'v0.1.0', { replace: { path: 'example.org/sys', version: 'v1.0.0' } }),
      'replace golang.org/x/sys => example.org/sys v1.0.0',
      'which this pull request replaces at go.mod:7',
    ],
    [
      'replaces',
      moduleOf('golang.org/x/sys', 'v0.1.0', { replace: { path: './sys', version: null } }),
      'replace golang.org/x/sys => ./sys',
      'which this pull request replaces at go.mod:7',
    ],
  ])('is told which way it went: %s', (_, module, line, words) => {
    const now = snapshotOf({
      roots: [rootOf({ modules: [module, moduleOf('golang.org/x/term', 'v0.1.0')], files: files('b') })],
      targets: [targetOf('linux/amd64+cgo'), targetOf('linux/arm64-cgo', 'failed', { failedPackages: ['golang.org/x/sys/unix'] })],
    })
    const change = pullRequest([changed('go.mod', { 7: line })])
    expect(broken(tell({ before: [before], now: [now], change }).findings).message).toContain(words)
  })
})

describe('a target that fails in a package of the project', () => {
  it('names the files of it that the change touches, those of the platform first', () => {
    const change = pullRequest([
      changed('cmd/sys.go', { 4: 'x' }),
      changed('cmd/sys_windows.go', { 5: 'x' }),
      changed('cmd/sys_linux.go', { 12: 'x' }),
      changed('cmd/sys_test.go', { 1: 'x' }),
      changed('cmd/deep/other.go', { 1: 'x' }),
      changed('cmd/notes.txt', { 1: 'x' }),
    ])
    expect(said(['example.com/hello/cmd'], change)).toMatchObject({
      message: expect.stringContaining(
        'This pull request touches files of example.com/hello/cmd: cmd/sys_linux.go, cmd/sys.go and cmd/sys_windows.go.',
      ),
      location: { file: 'cmd/sys_linux.go', line: 12 },
    })
  })

  it('names no more than five of them', () => {
    const change = pullRequest(Array.from({ length: 8 }, (_, at) => changed(`a${String(at)}.go`)))
    expect(said(['example.com/hello'], change).message).toContain('a0.go, a1.go, a2.go, a3.go, a4.go and 3 more.')
  })

  it('names what else moved when none of its files did, as what it may come from', () => {
    const now = withSys('v0.2.0', 'b', ['example.com/hello/cmd'])
    const finding = broken(tell({ before: [before], now: [now], change: BUMP }).findings)
    expect(finding.message).toContain(
      'None of the files of example.com/hello/cmd is in this pull request; it moves 1 module (golang.org/x/sys v0.1.0 → v0.2.0 at go.mod:7). The failure may come from there.',
    )
    expect(finding.location).toEqual({ file: 'go.mod', line: 7 })
  })

  it.each([
    ['other packages of the project', 'lib/lib.go'],
    ['the workflow', '.github/workflows/ci.yml'],
    ['go.mod alone', 'go.mod'],
    ['a file that it may embed', 'cmd/static/page.html'],
  ])('never says that nothing touches it when the change edits %s', (_, path) => {
    expect(said(['example.com/hello/cmd'], pullRequest([changed(path)])).message).toContain(
      `None of the files of example.com/hello/cmd is in this pull request; it edits ${path}. The failure may come from there.`,
    )
  })

  it.each([['README.md'], ['.gitignore'], ['cmd/x_test.go'], ['cmd/testdata/x.json'], ['web/page.html']])(
    'says that nothing touches it when the change edits %s alone',
    (path) => {
      expect(said(['example.com/hello/cmd'], pullRequest([changed(path)])).message).toContain(
        'Nothing in this pull request touches example.com/hello/cmd. Nothing else that was recorded differs either',
      )
    },
  )

  it('says then what moved in its environment', () => {
    const older = { ...before, environment: { ...before.environment, values: { ...before.environment.values, GOVERSION: 'go1.26.7' } } }
    expect(said(['example.com/hello'], README, older).message).toContain(
      'Nothing in this pull request touches example.com/hello. What moved in its environment: Go go1.26.7 → go1.26.8.',
    )
  })

  it('never says so when the platform named only some of the files', () => {
    const { message } = said(['example.com/hello'], { ...README, complete: false })
    expect(message).not.toContain('Nothing in')
    expect(message).toContain(
      'Whether this pull request touches example.com/hello is not known: the platform named only the first of its files.',
    )
  })

  it('is found in a root and a project that lie below the top', () => {
    const root = { directory: 'services/api' }
    const change = pullRequest([changed('go/services/api/cmd/x.go', { 3: 'x' }), changed('services/api/cmd/y.go')], { directory: 'go' })
    const finding = broken(tell({ before: [building(root)], now: [building(root, ['example.com/hello/cmd'])], change }).findings)
    expect(finding).toMatchObject({ root: 'services/api', location: { file: 'services/api/cmd/x.go', line: 3 } })
    expect(finding.message).toContain('This pull request touches a file of example.com/hello/cmd: services/api/cmd/x.go.')
  })

  it('is found in the member of a workspace, and in a folder that replaces a module', () => {
    const root: Partial<Root> = {
      mode: 'workspace',
      main: ['example.com/hello', 'example.com/hello/tools/v2'],
      files: { 'go.work': 'a', 'go.mod': 'b', 'tools/go.mod': 'c' },
      modules: [
        { path: 'example.com/hello', version: null, main: true },
        { path: 'example.com/hello/tools/v2', version: null, main: true },
        moduleOf('example.com/lib', 'v1.0.0', { replace: { path: './lib', version: null } }),
      ],
    }
    const change = pullRequest([changed('tools/gen/gen.go'), changed('lib/x/x.go')])
    const tellOf = (path: string): string =>
      broken(tell({ before: [building(root)], now: [building(root, [path])], change }).findings).message
    expect(tellOf('example.com/hello/tools/v2/gen')).toContain('touches a file of example.com/hello/tools/v2/gen: tools/gen/gen.go.')
    expect(tellOf('example.com/lib/x')).toContain('touches a file of example.com/lib/x: lib/x/x.go.')
  })
})

it('a package of Go itself belongs to the Go that moved', () => {
  const older = { ...before, environment: { ...before.environment, values: { ...before.environment.values, GOVERSION: 'go1.26.7' } } }
  expect(said(['runtime/cgo'], README, older).message).toContain(
    'runtime/cgo belongs to Go itself, which is another one: go1.26.7 → go1.26.8.',
  )
})

it('a vendored package names its vendored files', () => {
  const change = pullRequest([changed('vendor/example.com/a/sub/x.go', { 2: 'x' })])
  const { findings } = tell({
    before: [building({ mode: 'vendor', vendor: { files: 1, hash: 'a' } })],
    now: [building({ mode: 'vendor', vendor: { files: 1, hash: 'b' } }, ['example.com/a/sub'])],
    change,
  })
  expect(broken(findings).location).toEqual({ file: 'vendor/example.com/a/sub/x.go', line: 2 })
})

it('a failure without a package still says what moved', () => {
  const now = withSys('v0.2.0', 'b', ['x'])
  const linked = { ...now, targets: [targetOf('linux/arm64-cgo', 'failed', { failedPackages: [] })] }
  expect(broken(tell({ before: [before], now: [linked], change: BUMP }).findings).message).toContain(
    'Which packages failed was not said; it moves 1 module (golang.org/x/sys v0.1.0 → v0.2.0 at go.mod:7).',
  )
})

describe('hostile names', () => {
  it.each([['; rm -rf ~'], ['$(id)'], ['a b'], ['`id`'], ['-modfile=x']])('of a module never become a command: %p', (evil) => {
    const path = `golang.org/${evil}`
    const was = building({ modules: [moduleOf(path, 'v1.0.0')] }, [], `linux/arm64${evil}`)
    const now = building({ modules: [moduleOf(path, 'v1.1.0')], files: files('b') }, [path], `linux/arm64${evil}`)
    const change = pullRequest([changed('go.mod', { 3: `require ${path} v1.1.0` })])
    const finding = broken(tell({ before: [was], now: [now], change }).findings)
    const commands = finding.fix.map(({ command }) => command ?? '')
    expect(commands.filter((command) => !/^[\w ./@-]+$/.test(command))).toEqual([])
    expect(commands.filter((command) => / -(?!-targets )/.test(command))).toEqual([])
  })

  it('of enormous packages neither hang nor fill a page', () => {
    const failing = Array.from({ length: 3000 }, (_, at) => `example.com/${'a/'.repeat(5000)}${String(at)}`)
    const finding = said(failing, README)
    expect(finding.message.length).toBeLessThan(2000)
    expect(finding.evidence.length).toBeLessThan(30)
    expect(Math.max(...finding.evidence.map((line) => line.length))).toBeLessThan(2000)
  })

  it('of folders that leave the repository name no file', () => {
    const out = { modules: [moduleOf('example.com/lib', 'v1.0.0', { replace: { path: '../../../etc', version: null } })] }
    const change = pullRequest([changed('etc/x.go')])
    const finding = broken(tell({ before: [building(out)], now: [building(out, ['example.com/lib'])], change }).findings)
    expect(finding.location).toBeUndefined()
    expect(finding.message).toContain('None of the files of example.com/lib is in this pull request')
  })
})
