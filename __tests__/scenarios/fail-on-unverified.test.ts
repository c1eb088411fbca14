import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import type { Config } from '../../src/config/index.js'
import { goSumOf } from '../support/project.js'
import { APP, checkProject, GO_MOD, goDo, makeProject, MODULES, rulesOf, runIn, saveProject, type Project } from './whole-chain.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

const WRONG = { ...APP, 'go.sum': goSumOf(MODULES).replace(/(words v1\.0\.0 h1:)..../, '$1AAAA') }
const BROKEN = { ...APP, 'bad.go': 'package main\n\nvar X int = "x"\n' }

async function exitCodes(project: Project, config: Config = {}): Promise<{ readonly unverified: number; readonly error: number }> {
  const unverified = await checkProject(project, config, { failOn: 'unverified' })
  const error = await checkProject(project, config)
  return { unverified: unverified.exitCode, error: error.exitCode }
}

/** The project without the proxy that its modules came from, and with an empty module cache. */
function offline(project: Project): Project {
  rmSync(join(project.folder, 'proxy'), { recursive: true })
  rmSync(join(project.folder, 'gopath'), { recursive: true, force: true })
  return project
}

describe('fail-on: unverified leaves to the report', () => {
  it('a target that does not build', async () => {
    const project = makeProject(BROKEN)
    const outcome = await checkProject(project, {}, { failOn: 'unverified' })
    expect(outcome.report).toMatchObject({ verdict: 'findings', targets: [{ outcome: 'failed' }], integrity: { outcome: 'ok' } })
    expect(await exitCodes(project)).toStrictEqual({ unverified: 0, error: 3 })
  })

  it('what differs from the baseline, however severe', async () => {
    const project = makeProject(APP)
    await saveProject(project)
    const baseline = join(project.app, '.goparity/baseline.json')
    writeFileSync(baseline, readFileSync(baseline, 'utf8').replace(/"sum": "h1:..../, '"sum": "h1:AAAA'))
    expect(rulesOf(await checkProject(project))).toContain('modules/sum-drift')
    expect(await exitCodes(project)).toStrictEqual({ unverified: 0, error: 3 })
  })

  it('a vendored project that is built offline, as `run` starts its command there', async () => {
    const project = makeProject(APP)
    await goDo(project, ['mod', 'vendor'])
    offline(project)
    const outcome = await checkProject(project, {}, { failOn: 'unverified' })
    expect(outcome.report).toMatchObject({ integrity: { outcome: 'unknown' }, targets: [{ outcome: 'ok' }] })
    expect(outcome.exitCode).toBe(0)
    expect((await runIn(project, 'true')).command).toStrictEqual({ exitCode: 0 })
  })
})

describe('fail-on: unverified fails', () => {
  const cases: readonly (readonly [what: string, make: () => Project, config: Config])[] = [
    ['a wrong line in go.sum', () => makeProject(WRONG), {}],
    ['a line that go.sum lacks', () => makeProject({ ...APP, 'go.sum': goSumOf(MODULES.slice(0, 1)) }), {}],
    ['modules that cannot be downloaded', () => offline(makeProject(APP)), {}],
    ['a go.mod that cannot be read', () => makeProject({ ...APP, 'go.mod': `${GO_MOD}\nrequire (\n` }), {}],
    ['modules without checksums', () => makeProject(APP, { env: { GO111MODULE: 'off' } }), {}],
    ['an environment that was promised otherwise, in which nothing is verified', () => makeProject(APP), { expect: { go: '>=1.99' } }],
  ]

  it.each(cases)('%s', async (_what, make, config) => {
    expect(await exitCodes(make(), config)).toStrictEqual({ unverified: 3, error: 3 })
  })

  it('a wrong line in go.sum also where its finding is switched off', async () => {
    const rules = { 'checksum/gosum-mismatch': { severity: 'off' as const, reason: 'known' } }
    const outcome = await checkProject(makeProject(WRONG), { rules }, { failOn: 'unverified' })
    expect(rulesOf(outcome)).toStrictEqual([])
    expect(outcome.exitCode).toBe(3)
  })

  it('what the configuration asks to fail, when nobody says otherwise', async () => {
    expect((await checkProject(makeProject(BROKEN), { failOn: 'unverified' })).exitCode).toBe(0)
  })
})
