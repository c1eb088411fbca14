import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { reportStep } from '../../src/actions/report-step.js'
import { formatBaseline } from '../../src/baseline/index.js'
import { artifactName } from '../../src/github/index.js'
import { canonicalJson, type Job, type Snapshot, type TargetResult } from '../../src/snapshot/index.js'
import { openLab, type Lab } from '../e2e/fake-github/lab.js'
import { makeFolder, testHost, writeTree } from '../support/project.js'
import { snapshotOf, targetOf } from '../unit/compare/fixtures.js'

const WORKFLOW = '.github/workflows/ci.yml'

function legOf(go: string, targets: readonly TargetResult[] = [targetOf('linux/amd64-cgo')]): Snapshot {
  const job: Job = {
    id: `github:${WORKFLOW}#check{"go":"${go}"}`,
    label: `ci / check (go=${go})`,
    provider: 'github',
    workflow: WORKFLOW,
    name: 'check',
    matrix: { go },
  }
  return snapshotOf({ job, targets })
}

const good = ['1.25', '1.26'].map((go) => legOf(go))
const bad = ['1.25', '1.26'].map((go) => legOf(go, [targetOf('linux/amd64-cgo', 'failed')]))

/** @actions/core keeps the first file that it was told of. */
const summaryFile = join(makeFolder(), 'summary')

let lab: Lab
let folder = ''
let output = ''
let before: NodeJS.ProcessEnv
let base = ''
let head = ''

beforeEach(async () => {
  before = { ...process.env }
  lab = await openLab()
  folder = makeFolder()
  output = ''
  base = lab.commit({ 'go.mod': 'module example.com/hello\n' })
  head = lab.commit({ 'main.go': 'package main\n' })
  writeTree(folder, { output: '', 'ws/.keep': '' })
  writeFileSync(summaryFile, '')
  // @actions/core writes to the real environment and to standard output.
  process.env['GITHUB_OUTPUT'] = join(folder, 'output')
  process.env['GITHUB_STEP_SUMMARY'] = summaryFile
  for (const name of Object.keys(process.env)) if (name.startsWith('ACTIONS_')) delete process.env[name]
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += String(text)
    return true
  })
})

afterEach(async () => {
  process.env = before
  jest.restoreAllMocks()
  const { violations } = lab.github
  await lab.github.close()
  if (violations.length > 0) throw new Error(violations.join('\n'))
})

/** The artifacts that the recorders of a run leave. */
function leave(run: number, snapshots: readonly Snapshot[], attempt = 1): void {
  for (const snapshot of snapshots) {
    const name = artifactName('goparity-', snapshot.job, String(attempt))
    lab.github.placeArtifact({ run, name, zip: Buffer.from(zipSync({ [`${name}.json`]: strToU8(canonicalJson(snapshot)) })) })
  }
}

/** A run of main that is the baseline; gives the id of its artifact. */
function leaveBaseline(run: number, sha: string, snapshots: readonly Snapshot[]): number {
  lab.github.registerRun({ id: run, event: 'push', branch: 'main', sha, path: WORKFLOW })
  const made = { repository: 'octo/lab', repositoryId: 1, runId: run, runNumber: run, attempt: 1, sha, workflow: WORKFLOW }
  const zip = Buffer.from(zipSync({ 'baseline.json': strToU8(formatBaseline(snapshots, made)) }))
  return lab.github.placeArtifact({ run, name: 'goparity-baseline-1', zip })
}

interface Reported {
  readonly code: 0 | 1
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly log: string
}

interface Play {
  readonly run?: number
  readonly event?: string
  readonly payload?: object
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

async function play({ run = 20, event = 'pull_request', payload = pull(), inputs = {}, env = {} }: Play = {}): Promise<Reported> {
  lab.github.registerRun({ id: run, event, branch: event === 'push' ? 'main' : 'topic', sha: head, path: WORKFLOW, status: 'in_progress' })
  const eventPath = join(folder, 'event.json')
  writeFileSync(eventPath, JSON.stringify({ repository: { id: 1, default_branch: 'main' }, ...payload }))
  const host = testHost(folder, {
    PATH: process.env['PATH'],
    HOME: folder,
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: lab.github.url,
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_REF: event === 'push' ? 'refs/heads/main' : 'refs/pull/7/merge',
    ...(event === 'pull_request' ? { GITHUB_BASE_REF: 'main' } : {}),
    GITHUB_REPOSITORY: 'octo/lab',
    GITHUB_REPOSITORY_ID: '1',
    GITHUB_RUN_ID: String(run),
    GITHUB_RUN_NUMBER: String(run),
    GITHUB_SHA: head,
    GITHUB_STEP_SUMMARY: summaryFile,
    GITHUB_WORKFLOW_REF: `octo/lab/${WORKFLOW}@refs/heads/main`,
    GITHUB_WORKSPACE: join(folder, 'ws'),
    RUNNER_TEMP: join(folder, 'runner'),
    'INPUT_GITHUB-TOKEN': 'ghs_fake',
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...env,
  })
  const code = await reportStep(
    host,
    (text) => {
      output += text
    },
    { secondMs: 5, group: folder },
  )
  const outputs = [...readFileSync(join(folder, 'output'), 'utf8').matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)]
  return {
    code,
    outputs: Object.fromEntries(outputs.map(([, name = '', , value = '']) => [name, value])),
    summary: readFileSync(summaryFile, 'utf8'),
    log: output,
  }
}

function pull(headRepository: number | null = 1): object {
  const from = { ref: 'topic', sha: head, repo: headRepository === null ? null : { id: headRepository } }
  return { number: 7, pull_request: { number: 7, base: { ref: 'main', sha: base, repo: { id: 1 } }, head: from } }
}

describe('the report of a pull request', () => {
  it('compares with the baseline of the merge base, posts the check, and says so in its outputs', async () => {
    leaveBaseline(8, base, good)
    leave(20, good)
    const { code, outputs, summary } = await play()
    expect(code).toBe(0)
    expect(outputs).toMatchObject({
      verdict: 'ok',
      findings: '0',
      jobs: '2',
      'missing-jobs': '0',
      'broken-targets': '0',
      baseline: 'artifact',
      'baseline-run': '8',
      'check-run-id': String(lab.github.checks()[0]?.id),
    })
    expect(outputs['report-sha256']).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.parse(readFileSync(outputs['sarif'] ?? '', 'utf8'))).toMatchObject({ version: '2.1.0' })
    expect(summary.split('\n')[0]).toMatch(/^## ✅ /)
    expect(lab.github.checks()).toMatchObject([{ name: 'goparity', head_sha: head, conclusion: 'success', external_id: '20-1' }])
  })

  it.each([
    ['a target that broke fails it', bad, good, 1, 'failure'],
    ['one that is known does not', bad, bad, 0, 'neutral'],
    ['one that builds again is good news', good, bad, 0, 'success'],
  ] as const)('%s', async (_title, now, then, code, conclusion) => {
    leaveBaseline(8, base, then)
    leave(20, now)
    expect((await play()).code).toBe(code)
    expect(lab.github.checks().map((check) => check.conclusion)).toStrictEqual([conclusion])
  })

  it('says which expected job left nothing, and fails', async () => {
    leaveBaseline(8, base, good)
    leave(20, good)
    const needs = JSON.stringify({ check: { result: 'success' }, lint: { result: 'failure' }, docs: { result: 'skipped' } })
    const { code, outputs, summary } = await play({ inputs: { 'expected-jobs': needs } })
    expect(code).toBe(1)
    expect(outputs).toMatchObject({ verdict: 'findings', 'missing-jobs': '1' })
    expect(summary).toContain('lint')
    expect(summary).not.toContain('docs')
  })

  it('takes the newest attempt of a leg that ran again', async () => {
    leaveBaseline(8, base, good)
    leave(20, bad)
    leave(20, good, 2)
    expect((await play({ env: { GITHUB_RUN_ATTEMPT: '2' } })).code).toBe(0)
    // A report of the first attempt does not see the second.
    expect((await play({ env: { GITHUB_RUN_ATTEMPT: '1' } })).code).toBe(1)
  })

  it('loses no job to a snapshot that cannot be read', async () => {
    leaveBaseline(8, base, good)
    leave(20, good)
    lab.github.placeArtifact({ run: 20, name: 'goparity-evil-0123456789ab-1', zip: Buffer.from('PK') })
    const { code, outputs, summary } = await play()
    expect(code).toBe(1)
    expect(outputs['jobs']).toBe('2')
    expect(summary).toContain('goparity&#45;evil&#45;0123456789ab&#45;1')
  })

  it.each([
    ['a fork', 2, 'ghs_fake'],
    ['a fork that is gone', null, 'ghs_fake'],
    ['somebody whose token may only read, as Dependabot', 1, 'ghs_reader'],
  ] as const)('of %s has no check run, the same exit code, annotations and a notice', async (_who, from, token) => {
    leaveBaseline(8, base, good)
    leave(20, bad)
    const { code, outputs, log, summary } = await play({ payload: pull(from), inputs: { 'github-token': token } })
    expect(code).toBe(1)
    expect(outputs['verdict']).toBe('findings')
    expect(outputs['check-run-id']).toBeUndefined()
    expect(lab.github.checks()).toStrictEqual([])
    expect(log).toMatch(/::notice title=goparity%3A no check run/)
    expect(log).toMatch(/::error .*linux\/amd64/)
    expect(summary).toMatch(/^## ❌/)
  })

  it('neither fails nor passes for a dead API of check runs', async () => {
    leaveBaseline(8, base, good)
    leave(20, good)
    lab.github.failNext(/check-runs/, { status: 500 }, 20)
    const { code, log } = await play()
    expect(code).toBe(0)
    expect(log).toMatch(/::notice title=goparity%3A no check run/)
  })

  it('posts no check run where none is wanted', async () => {
    leaveBaseline(8, base, good)
    leave(20, good)
    await play({ inputs: { check: 'false' } })
    expect(lab.github.checks()).toStrictEqual([])
    expect(lab.github.requests.filter((line) => line.startsWith('POST'))).toStrictEqual([])
  })

  it('reads the configuration of the commit through the API where nothing is checked out', async () => {
    leaveBaseline(8, base, good)
    leave(20, bad)
    head = lab.commit({ '.goparity.yml': 'rules:\n  target/broken:\n    severity: note\n    reason: best effort\n' })
    const { code } = await play()
    expect(code).toBe(0)
  })

  it('goes without the configuration where it may not be read, and says so', async () => {
    leaveBaseline(8, base, good)
    leave(20, good)
    lab.github.failNext(/contents/, { status: 403, json: { message: 'Resource not accessible by integration', documentation_url: '' } }, 5)
    const { code, summary } = await play()
    expect(code).toBe(0)
    expect(summary).toMatch(/configuration/)
  })

  it('is not judged by a baseline file that it brings itself', async () => {
    leave(20, bad)
    const { '.goparity/baseline.json': file } = { '.goparity/baseline.json': formatBaseline(bad) }
    head = lab.commit({ '.goparity/baseline.json': file })
    const { code, outputs } = await play({ inputs: { baseline: 'file:.goparity/baseline.json' } })
    expect(outputs['baseline']).not.toBe('file')
    expect(code).toBe(1)
  })
})

describe('a baseline that cannot be believed', () => {
  it('is unknown when it expired, in red only where that is asked for', async () => {
    lab.github.expireArtifact(leaveBaseline(8, base, good))
    leave(20, good)
    const { code, outputs, summary } = await play()
    expect(outputs).toMatchObject({ verdict: 'unknown', baseline: 'artifact' })
    expect(code).toBe(0)
    expect(summary).toContain('has expired')
    expect(lab.github.checks()[0]?.conclusion).toBe('neutral')
    expect((await play({ inputs: { 'fail-on': 'unknown' } })).code).toBe(1)
  })

  it('is no fault when there is none yet', async () => {
    leave(20, good)
    expect((await play()).outputs).toMatchObject({ verdict: 'ok', baseline: 'none' })
  })

  it('is named with run:ID, and then it is that run or unknown', async () => {
    leaveBaseline(8, base, good)
    leave(20, good)
    expect((await play({ inputs: { baseline: 'run:8' } })).outputs).toMatchObject({ verdict: 'ok', 'baseline-run': '8' })
    expect((await play({ inputs: { baseline: 'run:9' } })).outputs).toMatchObject({ verdict: 'unknown' })
  })
})

describe('a push to main', () => {
  const push = { event: 'push', payload: { ref: 'refs/heads/main' } } as const

  it('compares with the commits before it, and says what they changed', async () => {
    leaveBaseline(8, base, good)
    leave(20, good)
    expect((await play(push)).outputs).toMatchObject({ verdict: 'ok', 'baseline-run': '8' })
  })

  it('does not become the baseline where the runner has no artifact service, and says so', async () => {
    leave(20, good)
    const { code, log } = await play(push)
    expect(code).toBe(0)
    expect(log).toMatch(/::notice title=goparity%3A no [^:]*::this runner offers no artifact service/)
  })

  it('does not become the baseline when a job is missing', async () => {
    leave(20, good)
    const { log } = await play({ ...push, inputs: { 'expected-jobs': 'check=3' } })
    expect(log).toContain('the baseline stays what it was')
  })
})

function ended(more: object = {}): object {
  return {
    workflow_run: {
      id: 30,
      run_attempt: 1,
      event: 'pull_request',
      head_sha: head,
      head_branch: 'main',
      head_repository: { owner: { login: 'mallory' } },
      path: WORKFLOW,
      ...more,
    },
  }
}

describe('after a run of somebody else: workflow_run', () => {
  it('reports that run on its commit, never as a success', async () => {
    leaveBaseline(8, base, good)
    leave(30, good)
    lab.github.registerPull({ number: 7, base: { ref: 'main', sha: base }, head: { owner: 'mallory', ref: 'main', sha: head } })
    const { code, outputs, summary } = await play({ run: 31, event: 'workflow_run', payload: ended() })
    expect(code).toBe(0)
    expect(outputs).toMatchObject({ verdict: 'unknown', 'baseline-run': '8' })
    expect(summary).toContain('never says success')
    expect(lab.github.checks()).toMatchObject([{ head_sha: head, conclusion: 'neutral' }])
  })

  it('fails for what it finds', async () => {
    leaveBaseline(8, base, good)
    leave(30, bad)
    const { code } = await play({ run: 31, event: 'workflow_run', payload: ended() })
    expect(code).toBe(1)
    expect(lab.github.checks()).toMatchObject([{ head_sha: head, conclusion: 'failure' }])
  })

  it('believes no snapshot that says it is of another workflow', async () => {
    const job = { ...legOf('1.26').job, workflow: '.github/workflows/x.yml', id: 'github:.github/workflows/x.yml#check{"go":"1.26"}' }
    leave(30, [{ ...legOf('1.26'), job }])
    const { summary } = await play({ run: 31, event: 'workflow_run', payload: ended() })
    expect(summary).toContain('another workflow')
  })

  it('never writes a baseline, whatever the branch of the fork is called', async () => {
    leave(30, good)
    const { log } = await play({ run: 31, event: 'workflow_run', payload: ended(), env: { GITHUB_REF: 'refs/heads/main' } })
    expect(log).not.toContain('new baseline')
    expect(log).not.toContain('the baseline is now')
  })

  it('takes no baseline that a stranger could have checked out', async () => {
    leave(30, good)
    const { code, log } = await play({ run: 31, event: 'workflow_run', payload: ended(), inputs: { baseline: 'file:b.json' } })
    expect(code).toBe(1)
    expect(log).toContain('cannot be told from a stranger')
  })
})

describe('where it cannot work', () => {
  it.each(['pull_request_target', 'issue_comment'])('on %s it refuses', async (event) => {
    const { code, outputs, log } = await play({ event })
    expect(code).toBe(1)
    expect(outputs['verdict']).toBe('error')
    expect(log).toContain(`goparity reports nothing on ${event}`)
    expect(lab.github.requests).toStrictEqual([])
  })

  it('without a token it says what to do', async () => {
    const { code, log } = await play({ inputs: { 'github-token': '' } })
    expect(code).toBe(1)
    expect(log).toContain('cannot be read without a token')
  })

  it('with a token that may not read it names the permission', async () => {
    leave(20, good)
    const { code, log } = await play({ inputs: { 'github-token': 'ghs_nobody' } })
    expect(code).toBe(1)
    expect(log).toMatch(/actions: read|contents: read/)
  })

  it('without one snapshot it fails, and says so', async () => {
    const { code, outputs, summary } = await play()
    expect(code).toBe(1)
    expect(outputs).toMatchObject({ verdict: 'findings', jobs: '0' })
    expect(summary).toContain('no job left a snapshot')
  })

  it('takes snapshots from a folder that another step downloaded', async () => {
    for (const snapshot of good) {
      const name = artifactName('goparity-', snapshot.job, '1')
      writeTree(folder, { [`ws/artifacts/${name}/${name}.json`]: canonicalJson(snapshot) })
    }
    leaveBaseline(8, base, good)
    expect((await play({ inputs: { snapshots: 'artifacts' } })).outputs).toMatchObject({ jobs: '2', verdict: 'ok' })
  })
})
