import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import { goSumOf, h1 } from '../support/project.js'
import { APP, checkProject, makeProject, MODULES, recordIn, runIn, saveProject, spyOnGo, type Project } from './whole-chain.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

const EXTRA = `example.com/words v0.9.0/go.mod ${h1({ 'go.mod': 'module example.com/words\n' })}`
const TIDY = 'mod tidy -diff'

function git(project: Project, ...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], { cwd: project.app, env: project.env })
}

/** A project that git has as it is. */
function makeCommitted(env: Record<string, string> = {}): Project {
  const project = makeProject(APP, { env: { GIT_CONFIG_NOSYSTEM: '1', ...env } })
  git(project, 'init', '-q')
  git(project, 'add', '-A')
  git(project, 'commit', '-q', '-m', 'all')
  return project
}

function edit(project: Project, name: string, text: string): void {
  writeFileSync(join(project.app, name), text)
}

function filesOf(project: Project): readonly string[] {
  return ['go.mod', 'go.sum'].map((name) => readFileSync(join(project.app, name), 'utf8'))
}

describe('what go mod tidy would change', () => {
  it('is not asked where go.mod and go.sum are as committed', async () => {
    const { project, calls } = spyOnGo(makeCommitted())
    edit(project, 'main.go', `${APP['main.go'] ?? ''}// edited\n`)
    const { snapshot } = await checkProject(project)
    expect(snapshot.roots[0]).not.toHaveProperty('tidy')
    expect(calls()).not.toContain(TIDY)
  })

  it('is not asked without git', async () => {
    const { project, calls } = spyOnGo(makeProject({ ...APP, 'go.sum': `${goSumOf(MODULES)}${EXTRA}\n` }))
    expect((await checkProject(project)).snapshot.roots[0]).not.toHaveProperty('tidy')
    expect(calls()).not.toContain(TIDY)
  })

  it('is told for an edited go.sum, and no file is written', async () => {
    const project = makeCommitted()
    edit(project, 'go.sum', `${goSumOf(MODULES)}${EXTRA}\n`)
    const before = filesOf(project)
    const { snapshot, exitCode } = await checkProject(project)
    expect(snapshot.roots[0]?.tidy).toStrictEqual([`-${EXTRA}`])
    expect(snapshot.roots[0]?.otherSums).toStrictEqual([EXTRA])
    expect(filesOf(project)).toStrictEqual(before)
    expect(exitCode).toBe(0)
  })

  it('is nothing where the edited files are tidy', async () => {
    const project = makeCommitted()
    edit(project, 'go.mod', `${APP['go.mod'] ?? ''}\n// edited\n`)
    expect((await checkProject(project)).snapshot.roots[0]?.tidy).toStrictEqual([])
  })

  it('is absent where the modules are not what go.sum says', async () => {
    const { project, calls } = spyOnGo(makeCommitted())
    edit(project, 'go.sum', goSumOf(MODULES).replace(/(words v1\.0\.0 h1:)..../, '$1AAAA'))
    expect((await checkProject(project)).snapshot.roots[0]).not.toHaveProperty('tidy')
    expect(calls()).not.toContain(TIDY)
  })

  it('is absent where go mod tidy fails', async () => {
    const { project, calls } = spyOnGo(makeCommitted())
    edit(project, 'go.sum', `${goSumOf(MODULES)}${EXTRA}\n`)
    edit(project, 'main_windows.go', 'package main\n\nimport _ "example.com/nowhere"\n')
    expect((await checkProject(project)).snapshot.roots[0]).not.toHaveProperty('tidy')
    expect(calls()).toContain(TIDY)
  })

  it('is not asked by what only records, nor before a command of the user', async () => {
    const { project, calls } = spyOnGo(makeCommitted())
    edit(project, 'go.sum', `${goSumOf(MODULES)}${EXTRA}\n`)
    expect((await recordIn(project.app, project.env)).snapshot.roots[0]).not.toHaveProperty('tidy')
    await runIn(project, 'true')
    expect(calls()).not.toContain(TIDY)
  })

  it('is no drift against a baseline that was saved before', async () => {
    const project = makeCommitted()
    await saveProject(project)
    edit(project, 'go.mod', `${APP['go.mod'] ?? ''}\n// edited\n`)
    const { report } = await checkProject(project, {}, { baseline: 'file:.goparity/baseline.json' })
    expect(report.comparison.modules).toStrictEqual([])
    expect(report.findings.filter(({ severity }) => severity !== 'note')).toStrictEqual([])
  })
})
