import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { APP, checkProject, goDo, makeProject, rulesOf, runIn, spyOnGo, type Project } from './whole-chain.js'

const WRONG_SUM = { ...APP, 'go.sum': APP['go.sum']?.replace(/^(example\.com\/words v1\.0\.0 h1:).{6}/m, '$1AAAAAA') ?? '' }

async function downloaded(project: Project): Promise<Project> {
  await goDo(project, ['mod', 'download'])
  return project
}

function edit(path: string, text: string): void {
  chmodSync(path, 0o644)
  writeFileSync(path, text)
}

interface Case {
  readonly name: string
  readonly rule: string
  readonly make: () => Promise<Project>
}

const BROKEN: readonly Case[] = [
  {
    name: 'a wrong zip line in go.sum and an empty module cache',
    rule: 'checksum/gosum-mismatch',
    make: async () => makeProject(WRONG_SUM),
  },
  {
    name: 'a wrong zip line in go.sum and a warm module cache',
    rule: 'checksum/gosum-mismatch',
    make: async () => {
      const project = await downloaded(makeProject(APP))
      writeFileSync(join(project.app, 'go.sum'), WRONG_SUM['go.sum'])
      return project
    },
  },
  {
    name: 'an edited module directory',
    rule: 'checksum/cache-modified',
    make: async () => {
      const project = await downloaded(makeProject(APP))
      edit(`${project.cache}/example.com/words@v1.0.0/words.go`, 'package words\n\nfunc Hello() string { return "evil" }\n')
      return project
    },
  },
  {
    name: 'an empty module cache that cannot be filled',
    rule: 'go/unrecognised',
    make: async () => {
      const project = makeProject(APP)
      rmSync(join(project.folder, 'proxy'), { recursive: true })
      return project
    },
  },
]

describe.each(BROKEN)('$name', ({ rule, make }) => {
  it('stops before any build, with its rule and the targets skipped', async () => {
    const { project, calls } = spyOnGo(await make())
    const outcome = await checkProject(project)
    expect(rulesOf(outcome)).toContain(rule)
    expect(outcome.exitCode).toBe(3)
    expect(outcome.report.targets.map((target) => target.outcome)).toEqual(['skipped'])
    expect(outcome.report.targets[0]?.reason).not.toBe('')
    expect(calls().length).toBeGreaterThan(2)
    expect(calls().filter((call) => call.startsWith('build'))).toEqual([])
  })

  it('keeps `run` from starting its command', async () => {
    const project = await make()
    const marker = join(project.folder, 'started')
    const outcome = await runIn(project, 'touch', marker)
    expect(outcome).toMatchObject({ command: null, exitCode: 3 })
    expect(existsSync(marker)).toBe(false)
  })
})

describe('a sound project', () => {
  it('is downloaded, then verified, then built', async () => {
    const { project, calls } = spyOnGo(makeProject(APP))
    const outcome = await checkProject(project)
    expect(outcome.report).toMatchObject({ verdict: 'ok', findings: [], targets: [{ outcome: 'ok' }] })
    const steps = calls().filter((call) => /^(?:mod|build)/.test(call))
    expect(steps).toEqual(['mod download -json', 'mod verify', 'build -ldflags=-w -json -work -o /dev/null ./...'])
    expect(calls()[0]).toBe('env -json')
  })

  it('lets `run` start its command once, and classifies its failure', async () => {
    const project = makeProject({ ...APP, 'bad/bad.go': 'package bad\n\nvar X int = "x"\n' })
    const marker = join(project.folder, 'started')
    expect(await runIn(project, 'touch', marker)).toMatchObject({ command: { exitCode: 0 }, exitCode: 0 })
    expect(existsSync(marker)).toBe(true)
    const failed = await runIn(project, 'go', 'build', './bad')
    expect(rulesOf(failed)).toEqual(['code/compile-error'])
    expect(failed.report.findings[0]?.location).toEqual({ file: 'bad/bad.go', line: 3, column: 13 })
    expect(failed.exitCode).toBe(3)
  })
})

describe('a command that is run', () => {
  it('gets the environment as it is, without the tokens of the CI', async () => {
    const env = { GITHUB_TOKEN: 'ghs_secret', ACTIONS_RUNTIME_TOKEN: 'secret', LC_ALL: 'C.UTF-8', MINE: 'kept' }
    const project = makeProject(APP, { env })
    const out = join(project.folder, 'out')
    await runIn(project, 'sh', '-c', `echo "$GITHUB_TOKEN|$ACTIONS_RUNTIME_TOKEN|$LC_ALL|$MINE" >'${out}'`)
    expect(readFileSync(out, 'utf8')).toBe('||C.UTF-8|kept\n')
  })
})

describe('a declared environment', () => {
  it('that is violated stops everything before a download or a build', async () => {
    const { project, calls } = spyOnGo(makeProject(APP))
    const outcome = await checkProject(project, { expect: { go: '>=1.99', env: { GOSUMDB: 'on' } } })
    expect(rulesOf(outcome)).toEqual(['env/expectation'])
    expect(outcome.exitCode).toBe(3)
    expect(calls().filter((call) => !call.startsWith('env'))).toEqual([])
  })

  it('that holds changes nothing', async () => {
    const { project, calls } = spyOnGo(makeProject(APP))
    const outcome = await checkProject(project, { expect: { go: '>=1.21', env: { GOSUMDB: 'on' }, flags: { forbid: ['-mod=mod'] } } })
    expect(outcome.report.verdict).toBe('ok')
    expect(calls()).toContain('mod verify')
  })
})

describe('GO111MODULE=off', () => {
  it('is an error, and nothing is built where nothing has a checksum', async () => {
    const { project, calls } = spyOnGo(makeProject(APP))
    const outcome = await checkProject(project, {}, {}, { GO111MODULE: 'off' })
    expect(rulesOf(outcome)).toEqual(['env/verification-disabled'])
    expect(outcome.exitCode).toBe(3)
    expect(outcome.report.targets.map((target) => target.outcome)).toEqual(['skipped'])
    expect(outcome.snapshot.roots[0]).toMatchObject({ mode: 'gopath' })
    expect(calls().filter((call) => call.startsWith('build'))).toEqual([])
  })
})
