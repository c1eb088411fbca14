import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { postStep } from '../../../src/actions/post-step.js'
import { recordStep } from '../../../src/actions/record-step.js'
import { parseState } from '../../../src/actions/state.js'
import { actionsProcesses } from '../../../src/github/index.js'
import { sha256, type Host } from '../../../src/host/index.js'
import { parseLedger } from '../../../src/integrity/index.js'
import { parseSnapshot } from '../../../src/snapshot/index.js'
import { goSumOf, goTestEnv, makeFolder, testHost, writeProxy, writeTree } from '../../support/project.js'

const modules = [{ path: 'example.com/dep', version: 'v1.0.0', files: { 'dep.go': 'package dep\n\nconst Answer = 42\n' } }]

let folder = ''
let output = ''
let before: NodeJS.ProcessEnv

/** A workspace with a good and a bad program below it, as a checkout has them. */
beforeEach(() => {
  before = { ...process.env }
  folder = makeFolder()
  output = ''
  writeTree(folder, {
    'ws/good/go.mod': 'module example.com/good\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n',
    'ws/good/go.sum': goSumOf(modules),
    'ws/good/main.go': 'package main\n\nimport "example.com/dep"\n\nfunc main() { println(dep.Answer) }\n',
    'ws/bad/go.mod': 'module example.com/bad\n\ngo 1.21\n',
    'ws/bad/cmd/main.go': 'package main\n\nfunc main() { undefinedName() }\n',
    'event.json': '{"repository":{"default_branch":"main"}}',
    output: '',
    state: '',
    summary: '',
  })
  // @actions/core writes to the real environment and to standard output.
  process.env['GITHUB_OUTPUT'] = join(folder, 'output')
  process.env['GITHUB_STATE'] = join(folder, 'state')
  process.env['GITHUB_STEP_SUMMARY'] = join(folder, 'summary')
  for (const name of Object.keys(process.env)) if (name.startsWith('ACTIONS_')) delete process.env[name]
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += String(text)
    return true
  })
})

afterEach(() => {
  process.env = before
})

function hostOf(more: Readonly<Record<string, string>> = {}): Host {
  const env = goTestEnv(folder, {
    CGO_ENABLED: '0',
    GOPROXY: writeProxy(join(folder, 'proxy'), modules),
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: join(folder, 'ws'),
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/topic',
    GITHUB_JOB: 'build',
    GITHUB_RUN_ID: '9',
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    RUNNER_TEMP: join(folder, 'runner'),
    INPUT_TARGETS: 'linux/amd64,linux/arm64',
    ...more,
  })
  return { ...testHost(join(folder, 'ws'), env), processes: actionsProcesses }
}

async function record(more: Readonly<Record<string, string>>): Promise<number> {
  return recordStep(hostOf(more), (text) => {
    output += text
  })
}

async function post(more: Readonly<Record<string, string>>): Promise<number> {
  return postStep(hostOf(more), (text) => {
    output += text
  })
}

/** `name<<delimiter` values of a file command. */
function valuesOf(file: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...readFileSync(join(folder, file), 'utf8').matchAll(/^([\w-]+)<<(ghadelimiter_\S+)\n([^]*?)\n\2$/gm)].map(
      ([, name = '', , value = '']) => [name, value],
    ),
  )
}

describe('the recorder', () => {
  it('records a good program: outputs, snapshot, summary, state', async () => {
    expect(await record({ 'INPUT_WORKING-DIRECTORY': 'good', INPUT_MATRIX: '{"go":"1.20"}' })).toBe(0)
    const outputs = valuesOf('output')
    expect(outputs).toStrictEqual({
      verdict: 'ok',
      findings: '0',
      snapshot: expect.stringMatching(/\/runner\/goparity\/goparity-build-[0-9a-f]{12}-1\.json$/),
      'snapshot-sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const text = readFileSync(outputs['snapshot'] ?? '', 'utf8')
    expect(sha256(text)).toBe(outputs['snapshot-sha256'])
    expect(parseSnapshot(text, 'x')).toMatchObject({
      job: { name: 'build', matrix: { go: '1.20' } },
      targets: [{ outcome: 'ok' }, { outcome: 'ok' }],
    })
    expect(readFileSync(join(folder, 'summary'), 'utf8')).toContain('goparity')
    const state = parseState(valuesOf('state')['goparity'] ?? '')
    const ledger = readFileSync(state?.ledger ?? '', 'utf8')
    expect(sha256(ledger)).toBe(state?.sha256)
    expect(parseLedger(ledger)).toMatchObject({
      cache: join(folder, 'gopath/pkg/mod'),
      modules: [{ path: 'example.com/dep', version: 'v1.0.0' }],
    })
    expect(output).not.toContain('::error')
    expect(output).toContain('::notice title=goparity%3A no artifact with the snapshot::this runner offers no artifact service')
  })

  it('fails the step for a bad program, with one annotation at its line from the top of the repository', async () => {
    expect(await record({ 'INPUT_WORKING-DIRECTORY': 'bad' })).toBe(1)
    expect(valuesOf('output')).toMatchObject({ verdict: 'findings', findings: '2' })
    expect([...output.matchAll(/^::error .*$/gm)].map(([line]) => line)).toStrictEqual([
      expect.stringMatching(/^::error title=.*,file=bad\/cmd\/main\.go,line=3,col=15::/),
    ])
  })

  it('fails nothing when nothing shall fail, and uploads and summarises nothing when told so', async () => {
    const inputs = { 'INPUT_WORKING-DIRECTORY': 'bad', 'INPUT_FAIL-ON': 'never', 'INPUT_ARTIFACT-PREFIX': 'none', INPUT_SUMMARY: 'false' }
    expect(await record(inputs)).toBe(0)
    expect(valuesOf('output')['verdict']).toBe('findings')
    expect(output).not.toContain('artifact')
    expect(readFileSync(join(folder, 'summary'), 'utf8')).toBe('')
  })

  it('only records when nothing shall be verified', async () => {
    expect(await record({ 'INPUT_WORKING-DIRECTORY': 'bad', INPUT_VERIFY: 'false' })).toBe(0)
    expect(parseSnapshot(readFileSync(valuesOf('output')['snapshot'] ?? '', 'utf8'), 'x')).toMatchObject({ integrity: null, targets: [] })
    expect(valuesOf('state')).toStrictEqual({})
  })

  it('fails when it only records as fail-on says', async () => {
    writeFileSync(join(folder, 'ws/bad/.goparity.yml'), 'expect:\n  go: ">=1.99"\n')
    const only = { 'INPUT_WORKING-DIRECTORY': 'bad', INPUT_VERIFY: 'false' }
    expect(await record({ ...only, 'INPUT_FAIL-ON': 'unverified' })).toBe(1)
    expect(await record({ ...only, 'INPUT_FAIL-ON': 'never' })).toBe(0)
  })

  it.each([
    ['an input that is not understood', { INPUT_VENDOR: 'maybe' }, 'the input vendor is "maybe", which is not understood'],
    ['a directory that is not there', { 'INPUT_WORKING-DIRECTORY': 'nowhere' }, 'there is no directory'],
    ['foreign code with secrets', { GITHUB_EVENT_NAME: 'pull_request_target' }, 'goparity does not run go on pull_request_target'],
    ['an unknown target', { 'INPUT_WORKING-DIRECTORY': 'good', INPUT_TARGETS: 'linux/amd46' }, 'linux/amd46'],
    ['a matrix that is no JSON', { 'INPUT_WORKING-DIRECTORY': 'good', INPUT_MATRIX: '{' }, 'the matrix must be a JSON object'],
  ])('refuses %s with one annotation', async (_name, env, message) => {
    expect(await record(env)).toBe(1)
    expect(valuesOf('output')['verdict']).toMatch(/^(?:error|findings)$/)
    const errors = [...output.matchAll(/^::error .*$/gm)]
    expect(errors).toHaveLength(1)
    expect(errors[0]?.[0]).toContain(message.replaceAll('%', '%25'))
  })
})

describe('the post step', () => {
  it('passes when the module cache is what was verified', async () => {
    await record({ 'INPUT_WORKING-DIRECTORY': 'good' })
    expect(await post({ STATE_goparity: valuesOf('state')['goparity'] ?? '' })).toBe(0)
    expect(output).toContain('the module cache is still what was verified')
  })

  it('fails with one annotation when a module was changed after it was verified, even if go is pointed elsewhere', async () => {
    await record({ 'INPUT_WORKING-DIRECTORY': 'good' })
    const file = join(folder, 'gopath/pkg/mod/example.com/dep@v1.0.0/dep.go')
    chmodSync(file, 0o644)
    writeFileSync(file, 'package dep\n\nconst Answer = 43\n')
    output = ''
    expect(await post({ STATE_goparity: valuesOf('state')['goparity'] ?? '', GOMODCACHE: join(folder, 'other') })).toBe(1)
    const errors = [...output.matchAll(/^::error .*$/gm)].map(([line]) => line)
    expect(errors).toStrictEqual([
      expect.stringMatching(
        /^::error title=example\.com\/dep@v1\.0\.0 changed after it was verified::.*example\.com\/dep@v1\.0\.0\/dep\.go: modified/,
      ),
    ])
  })

  it.each([[''], ['not json'], ['{"ledger":1,"sha256":"x"}']])(
    'says that there is nothing to verify when the recorder left %j',
    async (state) => {
      expect(await post({ STATE_goparity: state })).toBe(0)
      expect(output).toContain('::notice title=goparity%3A not verified again::')
    },
  )

  it.each([
    ['was changed', (text: string) => text.replaceAll('v1.0.0', 'v1.0.1')],
    ['is gone', () => null],
  ])('fails when the list of what was verified %s', async (_name, change) => {
    await record({ 'INPUT_WORKING-DIRECTORY': 'good' })
    const state = valuesOf('state')['goparity'] ?? ''
    const file = parseState(state)?.ledger ?? ''
    const text = change(readFileSync(file, 'utf8'))
    if (text === null) rmSync(file)
    else writeFileSync(file, text)
    expect(await post({ STATE_goparity: state })).toBe(1)
    expect(output).toMatch(/^::error title=goparity%3A cannot verify again::The list of what was verified, .* is gone or was changed/m)
  })
})
