import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { APP, checkProject, GO_MOD, goDo, makeProject, rulesOf, type Project } from './whole-chain.js'

const MAIN = 'package main\n\nfunc main() {}\n'
const BAD = 'package bad\n\nvar X int = "x"\n'

function goMod(path: string): string {
  return `module ${path}\n\ngo 1.21\n`
}

async function vendored(): Promise<Project> {
  const project = makeProject(APP)
  await goDo(project, ['mod', 'vendor'])
  return project
}

describe('a workspace whose top folder is no module', () => {
  it('has every member built, and a failure placed in its member', async () => {
    const project = makeProject({
      'go.work': 'go 1.21\n\nuse (\n\t./app\n\t./lib\n)\n',
      'app/go.mod': goMod('example.com/app'),
      'app/main.go': MAIN,
      'lib/go.mod': goMod('example.com/lib'),
      'lib/bad/bad.go': BAD,
    })
    const { report, snapshot } = await checkProject(project)
    expect(snapshot.roots.map(({ directory, mode, main }) => [directory, mode, main])).toEqual([
      ['.', 'workspace', ['example.com/app', 'example.com/lib']],
    ])
    expect(snapshot.targets.map(({ failedPackages }) => failedPackages)).toEqual([['example.com/lib/bad']])
    expect(report.findings.map(({ location }) => location)).toEqual([{ file: 'lib/bad/bad.go', line: 3, column: 13 }])
  })

  it('has a module inside another one built, too', async () => {
    const project = makeProject({
      'go.work': 'go 1.21\n\nuse (\n\t.\n\t./sub\n)\n',
      'go.mod': goMod('example.com/app'),
      'main.go': MAIN,
      'sub/go.mod': goMod('example.com/app/sub'),
      'sub/bad/bad.go': BAD,
    })
    const { snapshot } = await checkProject(project)
    expect(snapshot.targets.map(({ failedPackages }) => failedPackages)).toEqual([['example.com/app/sub/bad']])
  })
})

describe('several modules in one repository', () => {
  const files = { 'a/go.mod': goMod('example.com/a'), 'a/main.go': MAIN, 'b/go.mod': goMod('example.com/b'), 'b/bad/bad.go': BAD }

  it('are all looked at when the top has no go.mod', async () => {
    const { report } = await checkProject(makeProject(files))
    expect(report.targets.map(({ root, outcome }) => [root, outcome])).toEqual([
      ['a', 'ok'],
      ['b', 'failed'],
    ])
    expect(report.findings.map(({ root, location }) => [root, location?.file])).toEqual([['b', 'b/bad/bad.go']])
  })

  it('are named when the top is a module of its own', async () => {
    const { report } = await checkProject(makeProject({ ...files, 'go.mod': goMod('example.com/top'), 'main.go': MAIN }))
    expect(report.targets.map(({ outcome }) => outcome)).toEqual(['ok'])
    expect(report.degraded.map(({ what }) => what)).toEqual(['modules in a, b are not looked at'])
  })

  it('are those that the configuration names', async () => {
    const { report } = await checkProject(makeProject(files), { modules: ['a'] })
    expect(report.targets.map(({ outcome }) => outcome)).toEqual(['ok'])
    expect(report.findings).toEqual([])
  })
})

describe('a vendored project', () => {
  it('is verified and built from its vendor folder, and says why', async () => {
    const { report, snapshot } = await checkProject(await vendored())
    expect(snapshot.roots[0]).toMatchObject({ mode: 'vendor' })
    expect(snapshot.roots[0]?.modeReason).toContain('vendor')
    expect(report.integrity.layers.find(({ layer }) => layer === 'vendor')).toMatchObject({ outcome: 'ok', failed: 0 })
    expect([report.verdict, report.findings]).toEqual(['ok', []])
  })

  it('with an edited file is not built, and the very file is named', async () => {
    const project = await vendored()
    writeFileSync(join(project.app, 'vendor/example.com/words/words.go'), 'package words\n\nfunc Hello() string { return "evil" }\n')
    const outcome = await checkProject(project)
    expect(rulesOf(outcome)).toEqual(['vendor/modified'])
    expect(outcome.report.findings[0]?.location?.file).toBe('vendor/example.com/words/words.go')
    expect(outcome.report.targets.map((target) => target.outcome)).toEqual(['skipped'])
    expect(outcome.exitCode).toBe(3)
  })

  it('uses the module cache with -mod=mod in GOFLAGS, which is said to weaken verification', async () => {
    const outcome = await checkProject(await vendored(), {}, {}, { GOFLAGS: '-mod=mod' })
    expect(outcome.snapshot.roots[0]).toMatchObject({ mode: 'module' })
    expect(outcome.snapshot.roots[0]?.modeReason).toContain('-mod=mod')
    expect(rulesOf(outcome)).toEqual(['env/verification-disabled'])
  })
})

describe('a replacement by a folder', () => {
  it('is built, and listed as what has no checksum', async () => {
    const project = makeProject({
      ...APP,
      'go.mod': `${GO_MOD}\nreplace example.com/words => ./words\n`,
      'words/go.mod': goMod('example.com/words'),
      'words/words.go': 'package words\n\nfunc Hello() string { return "here" }\n',
    })
    const { snapshot, report } = await checkProject(project)
    const words = snapshot.roots[0]?.modules.find(({ path }) => path === 'example.com/words')
    expect(words).toMatchObject({ replace: { path: './words', version: null } })
    expect(words).not.toHaveProperty('sum')
    expect(report.targets.map(({ outcome }) => outcome)).toEqual(['ok'])
    expect(report.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['modules/not-covered', 'note']])
  })
})
