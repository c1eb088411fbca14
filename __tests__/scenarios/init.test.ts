import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { runCli } from '../../src/cli/run-cli.js'
import { nodeHost } from '../../src/host/index.js'
import { tool } from '../support/tools.js'
import { makeFolder, writeTree, type FileTree } from '../support/project.js'

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function sink(into: string[]): { write(text: string | Uint8Array): void; readonly isTTY: boolean } {
  return {
    write: (text) => {
      into.push(typeof text === 'string' ? text : new TextDecoder().decode(text))
    },
    isTTY: false,
  }
}

async function goparity(folder: string, ...args: readonly string[]): Promise<Ran> {
  const [stdout, stderr]: [string[], string[]] = [[], []]
  const code = await runCli(
    nodeHost({ cwd: folder, env: {} }),
    ['init', ...args],
    { stdout: sink(stdout), stderr: sink(stderr) },
    new AbortController().signal,
  )
  return { code, stdout: stdout.join(''), stderr: stderr.join('') }
}

/** Building or fetching a linter the first time. */
const FIRST_TIME = 5 * 60_000
/** zizmor comes as a Python package: a laptop may lack Python, CI may not. */
const havePython = process.env['CI'] !== undefined || spawnSync('python3', ['-m', 'pip', '--version']).status === 0
const ACTION = `octo/goparity@${'0123456789'.repeat(4)}`

const CI = `# What we run.
name: ci

on:
  push:
    branches: [trunk] # the default one
  pull_request:

permissions: {}

concurrency:
  group: ci-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  test:
    name: test on \${{ matrix.os }} with Go \${{ matrix.go }}
    runs-on: \${{ matrix.os }}
    permissions:
      contents: read # check out
    strategy:
      matrix:
        os: [ubuntu-24.04, macos-15]
        go: ["1.25", '1.26']
    steps:
      - uses: actions/checkout@df4cb1c069e1874edd31b4311f1884172cec0e10 # v6.0.3
        with:
          persist-credentials: false
      - uses: actions/setup-go@4a3601121dd01d1626a1e23e37211e3254c1c06c # v6.4.0
        with:
          go-version: \${{ matrix.go }}
      # Everything.
      - run: go test ./...
  cross:
    name: cross
    runs-on: ubuntu-latest
    permissions:
      contents: read # check out
    strategy:
      matrix:
        goos: [freebsd]
        goarch: [amd64, arm64]
    steps:
      - uses: actions/checkout@df4cb1c069e1874edd31b4311f1884172cec0e10 # v6.0.3
        with:
          persist-credentials: false
      - uses: actions/setup-go@4a3601121dd01d1626a1e23e37211e3254c1c06c # v6.4.0
        with:
          go-version-file: go.mod
      - run: go build ./...
        env:
          GOOS: \${{ matrix.goos }}
          GOARCH: \${{ matrix.goarch }}
`

const PROJECT: FileTree = {
  'go.mod': 'module example.com/hello\n\ngo 1.25\n',
  'main.go': 'package main\n\nfunc main() {}\n',
  '.goreleaser.yaml':
    'version: 2\nbuilds:\n  - env: [CGO_ENABLED=0]\n    goos: [linux, windows]\n    goarch: [amd64, arm64]\n    ignore:\n      - goos: windows\n        goarch: arm64\n',
  Makefile: 'arm:\n\tGOOS=linux GOARCH=arm GOARM=7 go build ./...\n',
  '.github/workflows/ci.yml': CI,
}

function makeRepository(files: FileTree = PROJECT): string {
  const folder = makeFolder()
  writeTree(folder, files)
  expect(spawnSync('git', ['init', '-q', '-b', 'trunk'], { cwd: folder }).status).toBe(0)
  return folder
}

function expectCleanByActionlint(folder: string): void {
  const { status, stdout, stderr } = spawnSync(tool('actionlint'), ['-no-color', '-shellcheck=', '-pyflakes='], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect({ status, output: `${stdout}${stderr}` }).toStrictEqual({ status: 0, output: '' })
}

function zizmor(folder: string): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(tool('zizmor'), ['--offline', '--no-progress', '--quiet', '--persona=pedantic', '.'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, output: `${stdout}${stderr}` }
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

async function expectCleanByZizmor(): Promise<void> {
  const folder = makeRepository()
  expect(zizmor(folder)).toMatchObject({ status: 0 })
  await goparity(folder, '--action', ACTION, '--yes')
  await goparity(folder, '--action', ACTION, '--yes', '--into', '.github/workflows/ci.yml', '--job', 'test')
  expect(read(folder, '.github/workflows/ci.yml')).toContain(ACTION)
  expect(zizmor(folder)).toMatchObject({ status: 0 })
  // It does look: without its permissions the workflow is not clean.
  writeFileSync(
    join(folder, '.github/workflows/goparity.yml'),
    read(folder, '.github/workflows/goparity.yml').replace('permissions: {}', 'permissions: write-all'),
  )
  expect(zizmor(folder).status).not.toBe(0)
}

describe('init', () => {
  it('shows the workflow and the configuration, and writes nothing unless told to', async () => {
    const folder = makeRepository()
    const { code, stdout, stderr } = await goparity(folder, '--action', ACTION)
    expect({ code, stderr }).toStrictEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('.github/workflows/goparity.yml: new\n\n  # Written by `goparity init`')
    expect(stdout).toContain('\n      branches: [trunk]')
    expect(stdout).toContain('\n          os: [ubuntu-24.04, macos-15]\n          go: ["1.25", "1.26"]\n')
    expect(stdout).toContain('Nothing was written: run it again with --yes to write this.')
    expect([existsSync(join(folder, '.github/workflows/goparity.yml')), existsSync(join(folder, '.goparity.yml'))]).toStrictEqual([
      false,
      false,
    ])
  })

  it('writes the targets of GoReleaser, Makefile and matrix with where each was seen', async () => {
    const folder = makeRepository()
    const { code, stdout } = await goparity(folder, '--action', ACTION, '--yes')
    expect(code).toBe(0)
    expect(stdout).toContain('wrote .github/workflows/goparity.yml\nwrote .goparity.yml\n')
    expect(read(folder, '.goparity.yml'))
      .toBe(`# Written by \`goparity init\`. What every job builds; without +cgo or -cgo cgo is what Go would choose there.
targets:
  - freebsd/amd64 # .github/workflows/ci.yml:41
  - freebsd/arm64 # .github/workflows/ci.yml:41
  - linux/amd64-cgo # .goreleaser.yaml:4
  - linux/arm/7 # Makefile:2
  - linux/arm64-cgo # .goreleaser.yaml:4
  - windows/amd64-cgo # .goreleaser.yaml:4
`)
    const again = await goparity(folder, '--action', ACTION, '--yes')
    expect(again.stdout).toContain('.github/workflows/goparity.yml: has this content already')
    expect(again.stdout).toContain('Nothing to write.')
  })

  it('keeps what is there with another content, unless it is forced', async () => {
    const folder = makeRepository()
    writeFileSync(join(folder, '.goparity.yml'), 'targets: [host]\n')
    const { stdout } = await goparity(folder, '--yes')
    expect(stdout).toContain('.goparity.yml: is there with another content and stays; --force replaces it\n\n  --- .goparity.yml')
    expect(read(folder, '.goparity.yml')).toBe('targets: [host]\n')
    expect((await goparity(folder, '--yes', '--force')).stdout).toContain('wrote .goparity.yml')
    expect(read(folder, '.goparity.yml')).toContain('  - linux/arm/7 # Makefile:2')
  })

  it(
    'works for a project in a folder of its repository that has no workflow',
    async () => {
      const folder = makeRepository({ 'services/api/go.mod': 'module example.com/api\n\ngo 1.25\n' })
      const { stdout } = await goparity(folder, '-C', 'services/api', '--yes', '--action', ACTION)
      expect(stdout).toContain('wrote .github/workflows/goparity.yml\nwrote services/api/.goparity.yml\n')
      expect(read(folder, '.github/workflows/goparity.yml')).toContain('go-version-file: services/api/go.mod')
      expect(read(folder, 'services/api/.goparity.yml')).toContain('  - default #')
      expectCleanByActionlint(folder)
    },
    FIRST_TIME,
  )

  it('says what a broken file did not tell, and goes on', async () => {
    const folder = makeRepository({ ...PROJECT, '.github/workflows/broken.yml': 'jobs: [\n' })
    const { code, stdout } = await goparity(folder)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^note: told nothing: \.github\/workflows\/broken\.yml:\d: is not valid YAML/m)
    expect(stdout).toContain('note: OWNER/goparity@COMMIT is a placeholder')
  })

  it.each([
    [['--job', 'test'], 'error: --job names a job of the workflow of --into'],
    [['--check', '--yes'], 'error: --check writes nothing, so --yes has no meaning with it'],
    [['--action', 'x@y@z'], 'error: "x@y@z" is no action that a workflow can call'],
    [['--into', 'nowhere.yml'], 'error: there is no workflow nowhere.yml'],
    [['-C', 'nowhere'], 'error: there is no directory'],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await goparity(makeRepository(), ...args)
    expect(stderr).toContain(message)
    expect({ code, stdout }).toStrictEqual({ code: 2, stdout: '' })
  })

  it('refuses a folder without a module', async () => {
    const { code, stderr } = await goparity(makeRepository({ 'README.md': '' }))
    expect(stderr).toContain('error: there is no go.mod in ')
    expect(code).toBe(2)
  })

  it(
    'writes workflows that actionlint has nothing to say about',
    async () => {
      const folder = makeRepository()
      expect((await goparity(folder, '--action', ACTION, '--yes')).code).toBe(0)
      expect((await goparity(folder, '--action', ACTION, '--yes', '--into', '.github/workflows/ci.yml', '--job', 'test,cross')).code).toBe(
        0,
      )
      expectCleanByActionlint(folder)
    },
    FIRST_TIME,
  )

  it(
    'writes inputs that the actions have',
    async () => {
      const folder = makeRepository()
      const steps = 'runs:\n  using: composite\n  steps: []\n'
      // The actions as they are, with something in the place of their bundles.
      for (const name of ['action.yml', 'report/action.yml']) {
        const action = readFileSync(resolve(name), 'utf8')
        writeTree(folder, { [name]: action.slice(0, action.indexOf('\nruns:\n') + 1) + steps })
      }
      expect((await goparity(folder, '--action', './', '--yes')).code).toBe(0)
      expectCleanByActionlint(folder)
    },
    FIRST_TIME,
  )

  ;(havePython ? it : it.skip)(
    'writes workflows that zizmor has nothing to say about (needs python3 with pip)',
    expectCleanByZizmor,
    FIRST_TIME,
  )
})

describe('init --into', () => {
  it('shows a diff, writes it, and refuses to do it twice', async () => {
    const folder = makeRepository()
    const args = ['--action', ACTION, '--into', '.github/workflows/ci.yml', '--job', 'test']
    const shown = await goparity(folder, ...args)
    expect(shown.stdout).toContain(
      `            go-version: \${{ matrix.go }}\n  +      - uses: ${ACTION}\n  +        with:\n  +          fail-on: unverified`,
    )
    expect(read(folder, '.github/workflows/ci.yml')).toBe(CI)
    const { code, stdout } = await goparity(folder, ...args, '--yes')
    expect(stdout).toContain('wrote .github/workflows/ci.yml\nwrote .goparity.yml\n')
    expect(code).toBe(0)
    const again = await goparity(folder, ...args, '--yes')
    expect(again).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('error: goparity is in .github/workflows/ci.yml:32 already (job test)'),
    })
    const plain = await goparity(folder, '--action', ACTION, '--yes')
    expect(plain.stdout).toContain('goparity runs in .github/workflows/ci.yml:32 already: no workflow is written')
  })
})

describe('init --check', () => {
  const WRONG: FileTree = {
    ...PROJECT,
    '.github/workflows/late.yml':
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: go build ./...\n      - run: go mod verify\n',
    '.gitlab-ci.yml': 'test:\n  image: golang:1.26\n  script:\n    - go mod download\n    - go mod verify || true\n',
    'docker/Dockerfile': 'FROM golang:1.26\nRUN go mod verify\nRUN go mod download\n',
  }

  it('names every verification in the wrong place with its file and line', async () => {
    const { code, stdout } = await goparity(makeRepository(WRONG), '--check', '--format', 'json')
    const report: unknown = JSON.parse(stdout)
    expect(report).toMatchObject({
      schema: 'goparity/report/1',
      verdict: 'findings',
      jobs: [],
      targets: [],
      findings: expect.arrayContaining([
        expect.objectContaining({
          rule: 'workflow/verify-after-build',
          severity: 'warning',
          location: { file: '.github/workflows/late.yml', line: 7 },
        }),
        expect.objectContaining({ rule: 'workflow/verify-not-enforced', severity: 'error', location: { file: '.gitlab-ci.yml', line: 5 } }),
        expect.objectContaining({
          rule: 'workflow/verify-before-download',
          severity: 'error',
          location: { file: 'docker/Dockerfile', line: 2 },
        }),
      ]),
    })
    expect(code).toBe(3)
  })

  it('reads well as text, and writes nothing', async () => {
    const folder = makeRepository(WRONG)
    const { stdout } = await goparity(folder, '--check')
    expect(stdout).toContain('✗ goparity: 2 errors, 1 warning\n')
    expect(stdout).toContain('.gitlab-ci.yml:5')
    expect(existsSync(join(folder, '.goparity.yml'))).toBe(false)
  })

  it('fails as --fail-on and the rules of the project say', async () => {
    const late = { ...PROJECT, '.github/workflows/late.yml': WRONG['.github/workflows/late.yml'] ?? '' }
    expect((await goparity(makeRepository(late), '--check')).code).toBe(0)
    expect((await goparity(makeRepository(late), '--check', '--fail-on', 'warning')).code).toBe(3)
    const rules = 'rules:\n  workflow/verify-after-build: { severity: off, reason: the build is a smoke test }\n'
    const ruled = await goparity(makeRepository({ ...late, '.goparity.yml': rules }), '--check', '--fail-on', 'note')
    expect(ruled.code).toBe(0)
    expect(ruled.stdout).toContain('the build is a smoke test')
  })

  it('has nothing to say about what init writes', async () => {
    const folder = makeRepository()
    await goparity(folder, '--action', ACTION, '--yes')
    await goparity(folder, '--action', ACTION, '--yes', '--into', '.github/workflows/ci.yml', '--job', 'test,cross')
    const { code, stdout } = await goparity(folder, '--check', '--fail-on', 'note')
    expect(stdout).toContain('✓ goparity: nothing found')
    expect(code).toBe(0)
  })

  it('says so where there is nothing to look at', async () => {
    const { stdout } = await goparity(makeRepository({ 'go.mod': 'module x\n' }), '--check')
    expect(stdout).toContain('there is no workflow, .gitlab-ci.yml or Dockerfile here')
  })

  it('refuses a file that is none, by its name', async () => {
    const { code, stderr } = await goparity(makeRepository({ ...PROJECT, '.github/workflows/x.yml': 'jobs: [' }), '--check')
    expect(stderr).toMatch(/^error: \.github\/workflows\/x\.yml:1: is not valid YAML/)
    expect(code).toBe(2)
  })
})
