import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import { APP, checkProject, makeProject, rulesOf, runIn, spyOnGo, type Project } from './whole-chain.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

const EVIL = 'package words\n\nfunc Hello() string { return "evil" }\n'

/** A shell command that puts other source where the module was verified. */
function swap({ cache }: Project): string {
  const file = `${cache}/example.com/words@v1.0.0/words.go`
  return `chmod u+w '${file}' && printf '%b' '${EVIL.replaceAll('\n', '\\n')}' > '${file}'`
}

/** The project with a `go` that changes the module cache before it builds: what another process can do between the two. */
function swapBeforeBuild(project: Project): Project {
  const spied = spyOnGo(project).project
  const go = join(project.folder, 'bin', 'go')
  const lines = readFileSync(go, 'utf8').split('\n')
  writeFileSync(go, [lines[0], `case "$1" in build) ${swap(project)} ;; esac`, ...lines.slice(1)].join('\n'))
  chmodSync(go, 0o755)
  return spied
}

describe('a module cache that changes between verifying and building', () => {
  it('is a finding with module and file, and fails the check although the target was built', async () => {
    const outcome = await checkProject(swapBeforeBuild(makeProject(APP)))
    expect(outcome.exitCode).toBe(3)
    expect(outcome.report.targets.map((target) => target.outcome)).toEqual(['ok'])
    expect(outcome.report.findings).toMatchObject([
      {
        rule: 'checksum/cache-modified',
        severity: 'error',
        title: 'example.com/words@v1.0.0 changed after it was verified',
        subject: { module: 'example.com/words@v1.0.0', file: 'example.com/words@v1.0.0/words.go' },
      },
    ])
    expect(outcome.ledger).toBeNull()
  })
})

describe('a command that changes the module cache', () => {
  it('has run on verified modules, and what it left is a finding', async () => {
    const project = makeProject(APP)
    const outcome = await runIn(project, 'sh', '-c', swap(project))
    expect(outcome).toMatchObject({ command: { exitCode: 0 }, exitCode: 3 })
    expect(rulesOf(outcome)).toEqual(['checksum/cache-modified'])
    expect(outcome.report.findings[0]?.message).toContain('was changed while sh -c')
  })

  it('may clean it: what is gone cannot be built', async () => {
    const outcome = await runIn(makeProject(APP), 'go', 'clean', '-modcache')
    expect(outcome).toMatchObject({ command: { exitCode: 0 }, exitCode: 0 })
    expect(rulesOf(outcome)).toEqual([])
  })

  it('may download more', async () => {
    const project = makeProject(APP)
    const outcome = await runIn(project, 'go', 'mod', 'download', 'example.com/fork@v1.1.0')
    expect(outcome).toMatchObject({ command: { exitCode: 0 }, exitCode: 0 })
    rmSync(join(project.folder, 'proxy'), { recursive: true })
  })
})
