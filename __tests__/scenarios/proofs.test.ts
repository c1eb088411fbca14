import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import { goSumOf } from '../support/project.js'
import { GO_MOD, MODULES, WORDS_FORK } from './modules-project.js'
import { checkProject, goDo, makeProject, saveProject, spyOnGo, type Project } from './whole-chain.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(180_000)

/** A program with all that can go into a build without cgo: two packages, an embedded file, assembly, a replaced folder. */
const FILES = {
  'go.mod': `${GO_MOD}\nrequire example.com/local v0.0.0\n\nreplace example.com/local => ./local\n`,
  'go.sum': goSumOf(MODULES),
  'main.go':
    'package main\n\nimport (\n\t_ "embed"\n\n\t"example.com/app/add"\n\t"example.com/greet"\n\t"example.com/local"\n)\n\n//go:embed hello.txt\nvar hello string\n\nfunc main() { println(hello, greet.Greet(), add.Add(1, 2), local.Name) }\n',
  'hello.txt': 'hello\n',
  'add/add.go': 'package add\n\n// Add adds.\nfunc Add(a, b int32) int32\n',
  'add/add_386.s':
    '#include "textflag.h"\n#include "own.h"\n\nTEXT ·Add(SB), NOSPLIT, $0-12\n\tMOVL a+0(FP), AX\n\tADDL b+4(FP), AX\n\tMOVL AX, ret+8(FP)\n\tRET\n',
  'add/own.h': '#define NOTHING 0\n',
  'local/go.mod': 'module example.com/local\n\ngo 1.21\n',
  'local/local.go': 'package local\n\nconst Name = "local"\n',
  'README.md': 'read me\n',
  'other/other.txt': 'nothing to do with Go\n',
}

async function proved(): Promise<Project> {
  const project = makeProject(FILES)
  await saveProject(project, {})
  return project
}

async function outcomeOf(project: Project, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { report } = await checkProject(project, {}, {}, env)
  return report.targets.map(({ outcome }) => outcome).join()
}

describe('a target that a baseline has built', () => {
  it('is proved and not built again, and so again by the snapshot of that run', async () => {
    const project = await proved()
    const { project: spied, calls } = spyOnGo(project)
    const outcome = await checkProject(spied)
    expect(outcome.report.targets).toMatchObject([{ outcome: 'proved', durationMs: 0 }])
    expect(outcome.report.verdict).toBe('ok')
    expect(calls().filter((call) => call.startsWith('build'))).toEqual([])
    expect(outcome.snapshot.targets[0]?.proof).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each<[string, (app: string) => void]>([
    ['a touched source file', (app) => utimesSync(join(app, 'main.go'), new Date(), new Date())],
    ['another README', (app) => appendFileSync(join(app, 'README.md'), 'more\n')],
    ['a file of no package', (app) => appendFileSync(join(app, 'other/other.txt'), 'more\n')],
    ['a C file, which go ignores with cgo off', (app) => writeFileSync(join(app, 'add/more.c'), 'int more;\n')],
    ['a test', (app) => writeFileSync(join(app, 'main_test.go'), 'package main\n')],
    ['a file of another platform', (app) => writeFileSync(join(app, 'main_windows.go'), 'package main\n')],
  ])('is still proved after %s', async (_name, change) => {
    const project = await proved()
    change(project.app)
    expect(await outcomeOf(project)).toBe('proved')
    // And rightly so.
    expect((await checkProject(project, {}, { baseline: 'none' })).report.targets).toMatchObject([{ outcome: 'ok' }])
  })

  it.each<[string, (project: Project) => void | Promise<void>]>([
    ['a source file', ({ app }) => appendFileSync(join(app, 'main.go'), '// more\n')],
    ['a new source file', ({ app }) => writeFileSync(join(app, 'more.go'), 'package main\n')],
    ['a source file of another package', ({ app }) => appendFileSync(join(app, 'add/add.go'), '// more\n')],
    ['a new package', ({ app }) => (mkdirSync(join(app, 'new')), writeFileSync(join(app, 'new/new.go'), 'package new\n'))],
    ['an embedded file', ({ app }) => appendFileSync(join(app, 'hello.txt'), 'more\n')],
    ['assembly', ({ app }) => appendFileSync(join(app, 'add/add_386.s'), '// more\n')],
    ['a header of assembly', ({ app }) => appendFileSync(join(app, 'add/own.h'), '// more\n')],
    ['a .syso file', ({ app }) => writeFileSync(join(app, 'add/more_386.syso'), '')],
    [
      'the go line',
      ({ app }) => writeFileSync(join(app, 'go.mod'), readFileSync(join(app, 'go.mod'), 'utf8').replace('go 1.21', 'go 1.22')),
    ],
    ['a godebug line', ({ app }) => appendFileSync(join(app, 'go.mod'), '\ngodebug panicnil=1\n')],
    ['the folder of a replacement', ({ app }) => appendFileSync(join(app, 'local/local.go'), '// more\n')],
    ['the go line of a replacement', ({ app }) => writeFileSync(join(app, 'local/go.mod'), 'module example.com/local\n\ngo 1.20\n')],
    [
      'the version of a module',
      ({ app }) => {
        appendFileSync(join(app, 'go.mod'), '\nreplace example.com/words => example.com/fork v1.1.0\n')
        writeFileSync(join(app, 'go.sum'), goSumOf([...MODULES, WORDS_FORK]))
      },
    ],
    ['a vendor folder', async (project) => void (await goDo(project, ['mod', 'vendor']))],
    ['a workspace', ({ app }) => writeFileSync(join(app, 'go.work'), 'go 1.22\n\nuse .\n\ngodebug panicnil=1\n')],
    ['a profile', ({ app }) => writeFileSync(join(app, 'default.pgo'), '')],
  ])('is built again after a change of %s', async (_name, change) => {
    const project = await proved()
    await change(project)
    expect(await outcomeOf(project)).not.toBe('proved')
  })

  it.each([
    ['tags', { GOFLAGS: '-tags=more' }],
    ['linker flags', { GOFLAGS: '-ldflags=-s' }],
    ['-trimpath', { GOFLAGS: '-trimpath' }],
    ['a profile of one’s own', { GOFLAGS: '-pgo=off' }],
    ['experiments', { GOEXPERIMENT: 'fieldtrack' }],
    ['the variant of the processor', { GO386: 'softfloat' }],
    ['GODEBUG', { GODEBUG: 'panicnil=1' }],
  ])('is built again with other %s', async (_name, env) => {
    expect(await outcomeOf(await proved(), env)).not.toBe('proved')
  })

  it('is built again with other settings of `go env -w`', async () => {
    const project = await proved()
    const file = join(project.folder, 'env')
    writeFileSync(file, '')
    expect(await outcomeOf(project, { GOENV: file })).toBe('proved')
    writeFileSync(file, 'GO386=softfloat\n')
    expect(await outcomeOf(project, { GOENV: file })).toBe('ok')
  })

  it('is built again by another toolchain that calls itself by the same version', async () => {
    const project = await proved()
    const goroot = (await goDo(project, ['env', 'GOROOT'])).trim()
    const other = join(project.folder, 'goroot')
    mkdirSync(join(other, 'src'), { recursive: true })
    // All of it by links, but for one package of the standard library.
    for (const name of ['bin', 'pkg', 'lib', 'VERSION', 'go.env'])
      if (existsSync(join(goroot, name))) symlinkSync(join(goroot, name), join(other, name))
    for (const name of readdirSync(join(goroot, 'src')))
      if (name !== 'errors') symlinkSync(join(goroot, 'src', name), join(other, 'src', name))
    cpSync(join(goroot, 'src', 'errors'), join(other, 'src', 'errors'), { recursive: true })
    chmodSync(join(other, 'src', 'errors', 'errors.go'), 0o644)
    appendFileSync(join(other, 'src', 'errors', 'errors.go'), '\n// more\n')
    expect(await outcomeOf(project, { GOROOT: other })).not.toBe('proved')
  })

  it('is built again in a pull request that brings its own proof', async () => {
    const project = await proved()
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: project.app, env: project.env })
    }
    git('init', '-q', '-b', 'main')
    git('add', '-A')
    git('commit', '-q', '-m', 'base')
    git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    git('checkout', '-q', '-b', 'change')
    appendFileSync(join(project.app, 'main.go'), '// more\n')
    await saveProject(project)
    git('commit', '-q', '-a', '-m', 'change the program and call it proved')
    // The proof is a good one: only where it comes from speaks against it.
    expect(await outcomeOf(project)).toBe('proved')
    expect(await outcomeOf(project, { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' })).toBe('ok')
  })

  it('is not proved by a target that failed, whatever proof that one carries', async () => {
    const project = await proved()
    const path = join(project.app, '.goparity/baseline.json')
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/"outcome":\s*"ok"/g, '"outcome": "failed"'))
    expect(await outcomeOf(project)).toBe('ok')
  })

  it('is built again when the baseline is gone, or is not asked', async () => {
    const project = await proved()
    expect((await checkProject(project, {}, { baseline: 'none' })).report.targets).toMatchObject([{ outcome: 'ok' }])
    rmSync(join(project.app, '.goparity'), { recursive: true })
    expect(await outcomeOf(project)).toBe('ok')
  })

  it('has no proof with cgo, nor where a program stands between', async () => {
    const project = makeProject(FILES)
    const toolexec = await checkProject(project, {}, { keepProofs: true }, { GOFLAGS: '-toolexec=/usr/bin/env' })
    expect(toolexec.snapshot.targets.map(({ outcome, proof }) => [outcome, proof])).toEqual([['ok', undefined]])
  })
})
