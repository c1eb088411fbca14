import { execFileSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import { check, declared, record, saveBaseline } from '../../src/operations/index.js'
import type { Session } from '../../src/operations/index.js'
import { goTestEnv, makeFolder, testHost, writeTree, type FileTree } from '../support/project.js'

// The go command does part of the work, on a machine that may be busy.
jest.setTimeout(180_000)

const PROJECT: FileTree = {
  'go.mod': 'module example.com/app\n\ngo 1.21\n',
  'main.go': 'package main\n\nfunc main() {}\n',
  '.github/workflows/ci.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    env:
      CGO_ENABLED: '0'
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
        with:
          go-version: '1.22'
      - run: go test ./...
`,
  Dockerfile: 'FROM golang:1.21 AS build\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app .\nFROM scratch\nCOPY --from=build /app /app\n',
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder, stdio: 'ignore' })
}

function sessionIn(folder: string, env: Readonly<Record<string, string | undefined>> = { PATH: process.env['PATH'] }): Session {
  return { host: testHost(folder, env), progress: () => undefined }
}

function repository(files: FileTree): string {
  const folder = makeFolder()
  writeTree(folder, files)
  git(folder, 'init', '--quiet')
  git(folder, 'add', '--all', '--force')
  return folder
}

const DOCKERFILE = { rule: 'env/contradiction', severity: 'warning', location: { file: 'Dockerfile', line: 1 } }

describe('what a repository declares', () => {
  it('is read of the files that git has, and of no other', async () => {
    const folder = repository(PROJECT)
    writeTree(folder, { 'scratch/Dockerfile': 'FROM golang:1.18\nCOPY . .\nRUN go build\n' })
    const { findings, declarations, degraded } = await declared(sessionIn(folder), { directory: folder })
    expect(findings).toMatchObject([DOCKERFILE])
    expect(findings[0]?.evidence).toStrictEqual([
      'Dockerfile:1: golang:1.21',
      '.github/workflows/ci.yml:11: workflow ci.yml, job test: Go 1.22',
    ])
    expect(declarations).toContainEqual({
      environment: 'workflow ci.yml, job test',
      setting: 'CGO_ENABLED',
      value: '0',
      known: true,
      location: { file: '.github/workflows/ci.yml', line: 6 },
    })
    expect(degraded).toStrictEqual([])
  })

  it('is read without git, too, and links and folders of others are left alone', async () => {
    const folder = makeFolder()
    writeTree(folder, { ...PROJECT, 'vendor/a/Dockerfile': 'FROM golang:1.9\nCOPY . .\nRUN go build\n' })
    writeFileSync(join(folder, 'outside'), 'FROM golang:1.18\nCOPY . .\nRUN go build\n')
    symlinkSync(join(folder, 'outside'), join(folder, 'other.Dockerfile'))
    const { findings, degraded } = await declared(sessionIn(folder), { directory: folder })
    expect(findings).toMatchObject([DOCKERFILE])
    expect(degraded).toStrictEqual([])
  })

  it('says that git does not answer, and looks for itself', async () => {
    const folder = repository(PROJECT)
    const { findings, degraded } = await declared(sessionIn(folder, { PATH: '/nowhere' }), { directory: folder })
    expect(findings).toMatchObject([DOCKERFILE])
    expect(degraded).toMatchObject([{ what: 'files of the repository are looked for without git' }])
  })

  it('names files from the project, and leaves out those of its neighbours', async () => {
    const folder = repository({
      ...PROJECT,
      'go.mod': 'module example.com/all\n\ngo 1.21\n',
      'services/a/go.mod': 'module example.com/a\n\ngo 1.22\n',
      'services/a/Dockerfile': 'FROM golang:1.21\nCOPY go.mod go.sum ./\nRUN go mod download\n',
      'services/b/go.mod': 'module example.com/b\n\ngo 1.22\n',
      'services/b/Dockerfile': 'FROM golang:1.20\nCOPY . .\nRUN go build\n',
      '.tool-versions': 'golang 1.20.1\n',
    })
    const directory = join(folder, 'services', 'a')
    const { findings } = await declared(sessionIn(directory), { directory })
    expect(findings.map(({ severity, location }) => `${severity} ${location?.file ?? ''}:${String(location?.line)}`)).toStrictEqual([
      'warning ../../.tool-versions:1',
      'warning ../../Dockerfile:1',
      'error Dockerfile:1',
    ])
    expect(findings[2]?.evidence).toStrictEqual(['Dockerfile:1: golang:1.21', 'go.mod:3: go 1.22', 'Dockerfile:3: go mod download'])
  })

  it('says which files it could not read, and goes on', async () => {
    const folder = repository({ ...PROJECT, 'mise.toml': 'broken = = =\n', Makefile: '#'.repeat(1024 * 1024 + 1) })
    const { findings, unreadable, degraded } = await declared(sessionIn(folder), { directory: folder })
    expect(findings).toMatchObject([DOCKERFILE])
    expect(unreadable.map(({ file }) => file).toSorted()).toStrictEqual(['Makefile', 'mise.toml'])
    expect(degraded).toHaveLength(2)
    expect(degraded[0]).toStrictEqual({
      what: 'Makefile is not read for what it says of environments',
      why: 'it is larger than 1048576 bytes',
    })
  })

  it('reads the most important of too many files', async () => {
    const many = Object.fromEntries(Array.from({ length: 520 }, (_, at) => [`d${String(at)}/Makefile`, 'all:\n']))
    const folder = repository({ ...PROJECT, ...many })
    const { findings, degraded } = await declared(sessionIn(folder), { directory: folder })
    expect(findings).toMatchObject([DOCKERFILE])
    expect(degraded).toStrictEqual([{ what: '23 files that may declare environments are not read', why: 'there are more than 500' }])
  })

  it('is held against what the recording of a job says', async () => {
    const folder = repository({
      'go.mod': PROJECT['go.mod'] ?? '',
      'main.go': PROJECT['main.go'] ?? '',
      '.github/workflows/ci.yml': PROJECT['.github/workflows/ci.yml'] ?? '',
    })
    const env = {
      ...goTestEnv(makeFolder()),
      CGO_ENABLED: '1',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKFLOW_REF: 'octo/app/.github/workflows/ci.yml@refs/heads/main',
      GITHUB_JOB: 'test',
    }
    const session = sessionIn(folder, env)
    const { snapshot } = await record(session, { directory: folder, config: {}, version: '0.0.0-test', job: {} })
    const { findings } = await declared(session, { directory: folder, measured: [snapshot] })
    expect(findings.map(({ subject, location }) => [subject.key, location?.line])).toStrictEqual([
      ['CGO_ENABLED', 6],
      ['GOVERSION', 11],
    ])
    expect(findings[0]?.evidence).toStrictEqual([
      '.github/workflows/ci.yml:6: CGO_ENABLED=0',
      '.github/workflows/ci.yml:6: measured: CGO_ENABLED=1',
    ])
  })

  it('is a warning of check at most, and known when the baseline had it', async () => {
    const folder = repository({ ...PROJECT, Dockerfile: 'FROM golang:1.20\nCOPY . .\nRUN go build\n' })
    const session = sessionIn(folder, goTestEnv(makeFolder()))
    const options = { directory: folder, config: {}, version: '0.0.0-test', job: {} }
    const told = async (): Promise<readonly string[]> =>
      (await check(session, options)).report.findings.map(
        ({ rule, severity, state, location }) => `${rule} ${severity} ${state} ${location?.file ?? ''}:${String(location?.line)}`,
      )
    expect(await told()).toStrictEqual(['env/contradiction warning new Dockerfile:1'])
    await saveBaseline(session, options)
    // Its lines may move.
    writeTree(folder, {
      Dockerfile: '# syntax=docker/dockerfile:1\nFROM golang:1.20\nCOPY . .\nRUN go build\n',
      'build.Dockerfile': 'FROM golang:1.19\nCOPY . .\nRUN go build\n',
    })
    git(folder, 'add', '--all')
    expect(await told()).toStrictEqual(['env/contradiction warning known Dockerfile:2', 'env/contradiction warning new build.Dockerfile:1'])
    const { report, exitCode } = await check(session, {
      ...options,
      config: { rules: { 'env/contradiction': { severity: 'error', reason: 'we keep them equal' } } },
    })
    expect([report.verdict, exitCode]).toStrictEqual(['findings', 3])
  })

  it('is refused for a directory that is not there', async () => {
    await expect(declared(sessionIn('/'), { directory: join(makeFolder(), 'gone') })).rejects.toMatchObject({ code: 'directory-missing' })
  })
})
