import { chmodSync, lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { goTestEnv, makeFolder, testHost, writeTree } from '../support/project.js'
import { GOOD, runHere, type Ran } from './hard-command.js'

let folder = ''

async function run(more: Readonly<Record<string, string | undefined>>, ...args: readonly string[]): Promise<Ran> {
  return runHere(testHost(folder, goTestEnv(folder, { CGO_ENABLED: '0', ...more })), ...args)
}

function inFolder(name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(GOOD).map(([file, text]) => [`${name}/${file}`, text]))
}

beforeAll(() => {
  folder = makeFolder()
  writeTree(folder, {
    ...inFolder('p'),
    ...inFolder('several/one'),
    ...inFolder('several/two'),
    'empty/notes.txt': '',
    'newer/go.mod': 'module example.com/newer\n\n// as of today\ngo 1.99\n',
    'newer/main.go': GOOD['main.go'],
    'merged/go.mod': 'module example.com/merged\n\n<<<<<<< HEAD\ngo 1.21\n=======\ngo 1.22\n>>>>>>> other\n',
    'merged/main.go': GOOD['main.go'],
  })
})

describe('a machine without go', () => {
  it('is told that there is none on PATH', async () => {
    expect(await run({ PATH: join(folder, 'empty') }, 'check', '-C', 'p', '--quiet')).toStrictEqual({
      code: 2,
      stdout: '',
      stderr:
        'error: the go command cannot be started: there is none on PATH\n  install Go from https://go.dev/dl or put its bin folder on PATH\n',
    })
  })

  it.each([
    ['empty', ''],
    ['not set', undefined],
  ])('is told that PATH is %s', async (_, PATH) => {
    const { code, stdout, stderr } = await run({ PATH }, 'check', '-C', 'p', '--quiet')
    expect({ code, stdout }).toStrictEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('PATH is empty; put the folder of go on it')
  })
})

describe('a directory', () => {
  it('without go.mod says so', async () => {
    const { code, stderr } = await run({}, 'check', '-C', 'empty', '--quiet')
    expect(stderr).toMatch(/^error: there is no go\.mod in \S+\/empty, above it or below it\n/)
    expect(code).toBe(2)
  })

  it('without go.mod but with modules below it builds all of these', async () => {
    const { code, stdout } = await run({}, 'build', '-C', 'several', '--targets', 'linux/amd64', '--format', 'json', '--quiet')
    expect(JSON.parse(stdout)).toMatchObject({
      targets: [
        { root: 'one', outcome: 'ok' },
        { root: 'two', outcome: 'ok' },
      ],
    })
    expect(code).toBe(0)
  })

  it.each([
    ['that is not there', 'nowhere', /^error: there is no directory \S+\/nowhere\n/],
    ['that is a file', 'p/main.go', /^error: \S+\/main\.go is no directory\n {2}give the folder of go\.mod, not a file\n/],
    ['below a file', 'p/main.go/x', /^error: there is no directory \S+\/main\.go\/x\n/],
    ['with a line feed and a command in its name', 'a\n::error::x', /^error: there is no directory \S+\/a ::error::x\n {2}\S/],
  ])('%s ends with 2', async (_, directory, said) => {
    const { code, stdout, stderr } = await run({}, 'check', '-C', directory, '--quiet')
    expect(stderr).toMatch(said)
    expect({ code, stdout }).toStrictEqual({ code: 2, stdout: '' })
  })

  it('with spaces, quotes and other letters in its name is like any other', async () => {
    const name = 'wei rd\'"`$(x) ü 日本'
    writeTree(folder, inFolder(name))
    writeTree(folder, { [`${name}/main.go`]: 'package main\n\nfunc main() { undefinedName() }\n' })
    const { code, stdout } = await run({}, 'build', '-C', name, '--targets', 'linux/amd64', '--quiet')
    expect(stdout).toContain('main.go:3:15')
    expect(code).toBe(3)
  })

  it('with a line feed in its name is refused by go, and go is quoted', async () => {
    writeTree(folder, inFolder('line\nfeed'))
    const { code, stdout } = await run({}, 'build', '-C', 'line\nfeed', '--targets', 'linux/amd64', '--quiet')
    expect(stdout).toMatch(/\| .*invalid package directory ".*line\\nfeed"/)
    expect(code).toBe(3)
  })

  it('behind a link is recorded as the same as without it', async () => {
    symlinkSync('p', join(folder, 'link'))
    const plain = await run({}, 'record', '-C', 'p', '--quiet')
    expect(plain.code).toBe(0)
    expect(await run({}, 'record', '-C', 'link', '--quiet')).toStrictEqual(plain)
  })

  it('that may not be written is checked, and nothing is written there', async () => {
    const place = join(folder, 'locked')
    mkdirSync(place)
    writeTree(folder, inFolder('locked'))
    chmodSync(place, 0o555)
    const before = lstatSync(place).mtimeMs
    const { code } = await run({}, 'check', '-C', 'locked', '--targets', 'linux/amd64', '--quiet')
    expect(code).toBe(0)
    expect(readdirSync(place)).toStrictEqual(Object.keys(GOOD))
    expect(lstatSync(place).mtimeMs).toBe(before)
    for (const [name, text] of Object.entries(GOOD)) expect(readFileSync(join(place, name), 'utf8')).toBe(text)
  })
})

describe('a target', () => {
  it.each([
    ['linux/amd46', 'did you mean linux/amd64 or linux/arm64?'],
    ['linx/amd64', 'did you mean linux/amd64?'],
  ])('%s that go does not know ends with 2 and offers the nearest', async (target, offered) => {
    const { code, stdout, stderr } = await run({}, 'check', '-C', 'p', '--targets', target, '--quiet')
    expect(stderr).toBe(`error: unknown target "${target}"\n  ${offered} go tool dist list prints all of them\n`)
    expect({ code, stdout }).toStrictEqual({ code: 2, stdout: '' })
  })
})

describe('a go command that cannot do what it is asked for', () => {
  it('because it is too old is a finding at the line of go.mod', async () => {
    const { code, stdout } = await run({}, 'check', '-C', 'newer', '--format', 'json', '--quiet')
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'findings',
      findings: [{ rule: 'toolchain/too-old', location: { file: 'go.mod', line: 4 } }],
    })
    expect(code).toBe(3)
  })

  it.each([
    ['a toolchain that cannot be had', { GOTOOLCHAIN: 'go1.99.0' }, 'toolchain not available'],
    ['a toolchain that is no name', { GOTOOLCHAIN: 'nonsense' }, 'invalid GOTOOLCHAIN "nonsense"'],
    ['flags that it does not know', { GOFLAGS: '-nonsense' }, 'unknown flag -nonsense'],
    ['flags that are no flags', { GOFLAGS: 'mod=mod' }, 'non-flag "mod=mod"'],
    ['a platform that it does not know', { GOOS: 'plan10' }, 'unsupported GOOS/GOARCH pair plan10/amd64'],
  ])('for %s is a finding with its words, and nothing is built', async (_, more, said) => {
    const { code, stdout, stderr } = await run(more, 'check', '-C', 'p', '--quiet')
    expect(stdout).toMatch(/^✗ goparity: /)
    expect(stdout).toContain(said)
    expect(stdout).not.toContain('✓')
    expect({ code, stderr }).toStrictEqual({ code: 3, stderr: '' })
  })

  it('for conflict markers in go.mod is a finding that quotes the lines', async () => {
    const { code, stdout } = await run({}, 'check', '-C', 'merged', '--quiet')
    expect(stdout).toContain('go.mod:3: unknown directive: <<<<<<<')
    expect(code).toBe(3)
  })
})

describe('in a pull request without git history', () => {
  it.each([
    ['GitHub', { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' }],
    ['GitLab', { GITLAB_CI: 'true', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }],
    ['Jenkins', { JENKINS_URL: 'https://ci.example.com/', CHANGE_TARGET: 'main' }],
  ])('of %s the verdict is unknown, with the reason, and fails only when asked to', async (_, more) => {
    const args = ['check', '-C', 'p', '--targets', 'linux/amd64', '--format', 'json', '--quiet']
    const { code, stdout } = await run(more, ...args)
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'unknown',
      findings: [{ rule: 'baseline/untrusted', severity: 'warning', message: expect.stringContaining('read from main by git') }],
    })
    expect(code).toBe(0)
    expect((await run(more, ...args, '--fail-on', 'unknown')).code).toBe(3)
  })
})
