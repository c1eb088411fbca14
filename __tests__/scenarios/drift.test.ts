import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { goSumOf, writeProxy, writeTree } from '../support/project.js'
import { APP, checkProject, GO_MOD, makeProject, MODULES, rulesOf, saveProject, TARGET, WORDS, type Project } from './whole-chain.js'

const NEWER = { ...WORDS, version: 'v1.1.0' }
const BROKEN = { 'broken/broken.go': 'package broken\n\nvar X int = "x"\n' }

async function saved(files: Record<string, string> = { ...APP }): Promise<Project> {
  const project = makeProject(files, { modules: [...MODULES] })
  writeProxy(join(project.folder, 'proxy'), [NEWER])
  await saveProject(project)
  return project
}

describe('against its own baseline a project', () => {
  it('has no difference when nothing changed', async () => {
    const { report } = await checkProject(await saved())
    expect(report).toMatchObject({ verdict: 'ok', findings: [], comparison: { environment: [], modules: [], baseline: { trusted: true } } })
  })

  it('has its module bump explained by its own edit of go.mod', async () => {
    const project = await saved()
    writeTree(project.app, {
      'go.mod': GO_MOD.replace('words v1.0.0', 'words v1.1.0'),
      'go.sum': goSumOf([...MODULES, NEWER]),
    })
    const { report, exitCode } = await checkProject(project)
    const [moved] = report.comparison.modules
    expect(moved).toMatchObject({ path: 'example.com/words', change: 'moved', before: 'v1.0.0', after: 'v1.1.0' })
    expect(moved?.explained).toContain('go.mod')
    expect(report.findings.map(({ severity }) => severity)).not.toContain('error')
    expect([report.verdict, exitCode]).toEqual(['ok', 0])
  })

  it('shows an environment that moved, although its files did not', async () => {
    const project = await saved()
    const outcome = await checkProject(project, {}, {}, { GOFLAGS: '-trimpath', GOSUMDB: 'off' })
    expect(new Set(rulesOf(outcome))).toEqual(new Set(['env/verification-disabled', 'env/drift']))
    const drifts = outcome.report.comparison.environment.filter(({ explained }) => explained === undefined)
    expect(drifts.map(({ key, before, after }) => [key, before, after])).toEqual([
      ['GOFLAGS', '', '-trimpath'],
      ['GOSUMDB', 'sum.golang.org', 'off'],
    ])
    expect(outcome.exitCode).toBe(0)
  })

  it('names a version whose hash is another', async () => {
    const project = await saved()
    const path = join(project.app, '.goparity', 'baseline.json')
    const sum = /example\.com\/words v1\.0\.0 (h1:\S+)/.exec(readFileSync(join(project.app, 'go.sum'), 'utf8'))?.[1] ?? ''
    const text = readFileSync(path, 'utf8')
    expect(text).toContain(sum)
    writeFileSync(path, text.replace(sum, `h1:${'A'.repeat(43)}=`))
    const outcome = await checkProject(project)
    expect(rulesOf(outcome)).toContain('modules/sum-drift')
    expect(outcome.exitCode).toBe(3)
  })

  it('tells a target that broke, one that is known to be broken, and one that was mended', async () => {
    const project = await saved()
    writeTree(project.app, BROKEN)
    const broke = await checkProject(project)
    expect(rulesOf(broke)).toEqual(expect.arrayContaining(['code/compile-error', 'target/broken']))
    expect(broke.exitCode).toBe(3)

    await saveProject(project)
    const known = await checkProject(project)
    expect(rulesOf(known)).toEqual(['code/compile-error (known)'])
    expect(known.exitCode).toBe(0)

    writeTree(project.app, { 'broken/broken.go': 'package broken\n' })
    const mended = await checkProject(project)
    expect(rulesOf(mended)).toEqual(['target/fixed (fixed)'])
    expect(mended.exitCode).toBe(0)
  })
})

describe('in a pull request', () => {
  it('the baseline of the merge base counts, and editing it is a finding that shows both comparisons', async () => {
    const project = await saved()
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: project.app, env: project.env })
    }
    git('init', '-q', '-b', 'main')
    git('add', '-A')
    git('commit', '-q', '-m', 'base')
    git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    git('checkout', '-q', '-b', 'change')
    writeTree(project.app, BROKEN)
    await saveProject(project)
    git('add', '-A')
    git('commit', '-q', '-m', 'break it and call it known')

    const pull = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' }
    const outcome = await checkProject(project, {}, { job: { name: 'leg' } }, pull)
    expect(rulesOf(outcome)).toEqual(expect.arrayContaining(['code/compile-error', 'target/broken', 'baseline/edited']))
    expect(outcome.exitCode).toBe(3)
    expect(outcome.report.findings.find(({ rule }) => rule === 'target/broken')?.subject.target).toBe(TARGET)
    expect(outcome.report.findings.find(({ rule }) => rule === 'baseline/edited')?.message).toMatch(/[Aa]gainst the edited baseline/)
  })
})
