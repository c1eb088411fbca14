import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { openRunner, type Runner } from '../../../src/github/index.js'
import { nodeHost } from '../../../src/host/index.js'
import type { Report } from '../../../src/report/index.js'
import { makeFolder } from '../../support/project.js'

const report: Report = {
  schema: 'goparity/report/1',
  tool: { version: '1' },
  verdict: 'ok',
  jobs: [],
  findings: [],
  integrity: { outcome: 'ok', layers: [] },
  targets: [],
  comparison: { baseline: null, environment: [], modules: [] },
  degraded: [],
  timings: { totalMs: 1, goMs: 1, steps: [] },
}

const written: string[] = []
const commands: string[] = []
let folder = ''
let before: NodeJS.ProcessEnv

function open(): Runner {
  return openRunner(nodeHost({ env: process.env }), (text) => written.push(text))
}

beforeEach(() => {
  before = { ...process.env }
  folder = makeFolder()
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']) {
    process.env[name] = join(folder, name)
    writeFileSync(join(folder, name), '')
  }
  written.length = 0
  commands.length = 0
  // @actions/core writes its commands to standard output.
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    commands.push(String(text))
    return true
  })
})

afterEach(() => {
  process.env = before
})

describe('the writer to the runner', () => {
  it('logs plain text as it is', () => {
    open().log('all fine: a::b\n')
    expect(written).toStrictEqual(['all fine: a::b\n'])
  })

  it.each(['::error::fake', 'x\n  ::set-output name=a::b', '##[error]fake', 'a ##[group]b'])(
    'lets the runner obey nothing in %j',
    (text) => {
      open().log(text)
      const [start = '', ...rest] = written.join('').split('\n')
      const token = /^::stop-commands::([0-9a-f-]{36})$/.exec(start)?.[1] ?? ''
      expect(token).not.toBe('')
      expect(rest.at(-2)).toBe(`::${token}::`)
      expect(rest.slice(0, -2).join('\n')).toBe(text)
    },
  )

  it('takes another token each time', () => {
    const runner = open()
    runner.log('::a::')
    runner.log('::a::')
    expect(written[0]).not.toBe(written[1])
  })

  it('annotates a line of a file, escaped', async () => {
    await open().annotate({ level: 'error', file: 'a,b:c.go', line: 3, column: 5, title: 'x\ny', message: 'one\n::error::two' })
    expect(commands.join('')).toBe('::error title=x%0Ay,file=a%2Cb%3Ac.go,line=3,col=5::one%0A::error::two\n')
  })

  it('annotates without a place', async () => {
    await open().annotate({ level: 'notice', title: 't', message: 'm' })
    await open().annotate({ level: 'warning', title: 't', message: 'm' })
    expect(commands.join('')).toBe('::notice title=t::m\n::warning title=t::m\n')
  })

  it('sets outputs and state in their files', async () => {
    await open().setOutput('verdict', 'ok')
    await open().setOutput('findings', 3)
    await open().saveState('goparity', '{"a":1}')
    expect(readFileSync(join(folder, 'GITHUB_OUTPUT'), 'utf8')).toMatch(/^verdict<<(\S+)\nok\n\1\nfindings<<(\S+)\n3\n\2\n$/)
    expect(readFileSync(join(folder, 'GITHUB_STATE'), 'utf8')).toMatch(/^goparity<<(\S+)\n\{"a":1\}\n\1\n$/)
  })

  it('reads back the state of the main step', () => {
    process.env['STATE_goparity'] = 'x'
    expect(open().readState('goparity')).toBe('x')
    expect(open().readState('other')).toBe('')
  })

  it('appends to the summary that is there', async () => {
    writeFileSync(join(folder, 'GITHUB_STEP_SUMMARY'), 'before\n')
    expect(await open().appendSummary(report)).toBeNull()
    const summary = readFileSync(join(folder, 'GITHUB_STEP_SUMMARY'), 'utf8')
    expect(summary.startsWith('before\n')).toBe(true)
    expect(summary).toContain('goparity')
  })

  it('keeps the whole summary under the size that the runner drops in silence', async () => {
    writeFileSync(join(folder, 'GITHUB_STEP_SUMMARY'), 'x'.repeat(990_000))
    const evidence = Array.from({ length: 2000 }, (_, line) => `line ${String(line)} ${'y'.repeat(200)}`)
    const finding = {
      rule: 'go/unrecognised',
      severity: 'error',
      state: 'new',
      title: 't',
      message: 'm',
      subject: {},
      evidence,
      fix: [],
      source: 'targets',
    } as const
    await open().appendSummary({
      ...report,
      verdict: 'findings',
      findings: Array.from({ length: 50 }, (_, at) => ({ ...finding, title: String(at) })),
    })
    expect(readFileSync(join(folder, 'GITHUB_STEP_SUMMARY')).length).toBeLessThanOrEqual(1_000_000)
  })

  it('says why there is no summary', async () => {
    writeFileSync(join(folder, 'GITHUB_STEP_SUMMARY'), 'x'.repeat(1_000_000))
    expect(await open().appendSummary(report)).toStrictEqual({ what: 'job summary', why: 'the summary of this step is full' })
    delete process.env['GITHUB_STEP_SUMMARY']
    expect(await open().appendSummary(report)).toStrictEqual({ what: 'job summary', why: 'the runner offers none' })
  })
})
