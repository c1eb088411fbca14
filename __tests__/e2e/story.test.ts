import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import { parseBaseline } from '../../src/baseline/index.js'
import { goTestEnv, makeFolder, writeProxy } from '../support/project.js'
import { runAct, type ActOptions, type ActRun } from './act.js'
import { tool } from '../support/tools.js'
import { startFakeGitHub, type FakeGitHub } from './fake-github/index.js'
import { commit, copyActions, git, portable, programWith, storyWorkflow, unixOnly, VERSION_1, VERSION_2 } from './story-repository.js'

const REPOSITORY = 'octo/lab'
const REPOSITORY_ID = 1
const OWNER = { id: 3, login: 'octo' }
const WORKFLOW = '.github/workflows/ci.yml'
/** Five runs of act, tools not counted: half a minute; the limit is for a busy machine. */
const LIMIT = 10 * 60_000

/** One run of the workflow. */
interface Play {
  readonly run: number
  readonly event: 'push' | 'pull_request'
  readonly sha: string
  readonly branch: string
  /** Of the fork that it came from. */
  readonly headRepositoryId?: number
  readonly payload?: object
  readonly token: string
}

/** What differs from run to run in a report: times, ports of the loopback, sizes of a machine. */
function steady(markdown: string): string {
  return (
    markdown
      // Pages of the rules: linked to by an action that was fetched from a repository, and from nowhere else.
      .replaceAll(/\[(<code>[\w&#;]+<\/code>)\]\(https:\/\/github\.com\/octo\/goparity\/blob\/v1\/docs\/rules\/[\w/-]+\.md\)/g, '$1')
      .replaceAll(/, took [^\n"\\]+/g, '')
      .replaceAll(/\b[0-9a-f]{40}\b/g, 'a1b2c3d4e5f6'.padEnd(40, '0'))
      .replaceAll(/\b[0-9a-f]{12}\b/g, 'a1b2c3d4e5f6')
  )
}

/** Compares with the golden file, or writes it. */
function expectGolden(name: string, text: string): void {
  const path = resolve('__tests__/e2e/expected', name)
  if (process.env['GOPARITY_UPDATE_GOLDEN'] === '1') writeFileSync(path, text)
  expect(text).toBe(readFileSync(path, 'utf8'))
}

/** What the steps of a job came to, in the order of the legs. */
function outcomes(ran: ActRun, step: string): readonly string[] {
  return ran.legs.flatMap(({ steps }) => steps.filter((found) => found.step === step && found.stage === 'Main').map(({ result }) => result))
}

describe.each([
  ['the Node of this machine, as ./', 'own', './'],
  ['Node 24, as actions of another repository', 'node24', 'octo/goparity@v1'],
] as const)('the story of a repository on GitHub, on %s', (_title, which, uses) => {
  let scratch = ''
  let repository = ''
  let github: FakeGitHub
  let act = ''
  let node = ''
  let actions: Readonly<Record<string, string>> = {}
  const commits: Record<'first' | 'bump' | 'mended', string> = { first: '', bump: '', mended: '' }

  beforeAll(async () => {
    act = tool('act')
    node = which === 'own' ? process.execPath : tool('node24')
    scratch = makeFolder()
    repository = join(scratch, 'lab')
    mkdirSync(repository)
    execFileSync('git', ['init', '-q', '-b', 'main', repository])
    if (uses === './') copyActions(repository)
    else {
      const folder = join(scratch, 'goparity')
      mkdirSync(folder)
      copyActions(folder)
      execFileSync('git', ['init', '-q', '-b', 'main', folder])
      commit(folder, {}, 'the actions')
      actions = { [uses]: folder }
    }
    commits.first = commit(repository, { ...storyWorkflow(uses), ...programWith(VERSION_1), ...unixOnly }, 'first')
    git(repository, 'checkout', '-q', '-b', 'bump')
    commits.bump = commit(repository, programWith(VERSION_2), 'bump dep')
    git(repository, 'checkout', '-q', 'main')
    commits.mended = commit(repository, portable, 'compile on Windows')
    github = await startFakeGitHub({
      repository: { name: REPOSITORY, folder: repository },
      token: 'ghs_fake',
      tokens: { ghs_fake: { read: true, checks: true }, ghs_readonly: { read: true, checks: false } },
    })
  }, LIMIT)

  afterAll(async () => {
    await github.close()
  })

  function goEnvironment(): Readonly<Record<string, string>> {
    const env = goTestEnv(scratch, { GOPROXY: writeProxy(join(scratch, 'proxy'), [VERSION_1, VERSION_2]) })
    return Object.fromEntries(
      Object.entries(env).flatMap(([key, value]) =>
        value === undefined || key === 'PATH' || key === 'HOME' ? [] : [[key, value] as const],
      ),
    )
  }

  async function play({ run, event, sha, branch, headRepositoryId = REPOSITORY_ID, payload = {}, token }: Play): Promise<ActRun> {
    git(repository, 'checkout', '-q', sha)
    const started = { id: run, number: run, attempt: 1, event, branch, sha, path: WORKFLOW, headRepositoryId }
    github.registerRun({ ...started, status: 'in_progress', conclusion: null })
    const payloadFile = join(scratch, `event-${String(run)}.json`)
    const repositoryFacts = { id: REPOSITORY_ID, name: 'lab', full_name: REPOSITORY, default_branch: 'main', owner: OWNER }
    writeFileSync(payloadFile, JSON.stringify({ ref: `refs/heads/${branch}`, repository: repositoryFacts, ...payload }))
    const realGo = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()
    const options: ActOptions = {
      folder: repository,
      workflow: WORKFLOW,
      repository: REPOSITORY,
      run,
      path: [dirname(node), join(realGo, 'bin'), '/usr/local/bin', '/usr/bin', '/bin'],
      env: goEnvironment(),
      github,
      token,
      event,
      payloadFile,
      scratch,
      actions,
      runner: {
        GITHUB_WORKFLOW_REF: `${REPOSITORY}/${WORKFLOW}@refs/heads/${branch}`,
        GITHUB_RUN_NUMBER: String(run),
        GITHUB_REPOSITORY_ID: String(REPOSITORY_ID),
        SHA_REF: sha,
      },
    }
    const ran = await runAct(act, options)
    github.registerRun({ ...started, status: 'completed', conclusion: ran.exitCode === 0 ? 'success' : 'failure' })
    expect(github.violations).toStrictEqual([])
    return ran
  }

  function pullRequest(head: { readonly sha: string; readonly repositoryId: number }): object {
    const base = { ref: 'main', sha: commits.first, repo: { id: REPOSITORY_ID, full_name: REPOSITORY } }
    const from = {
      ref: 'bump',
      sha: head.sha,
      repo: { id: head.repositoryId, full_name: head.repositoryId === REPOSITORY_ID ? REPOSITORY : 'mallory/lab' },
    }
    return { ref: 'refs/pull/7/merge', number: 7, pull_request: { number: 7, base, head: from } }
  }

  function baselines(): readonly { readonly run: string; readonly holds: readonly string[]; readonly sha: string | undefined }[] {
    return github
      .artifacts()
      .filter(({ name }) => name.startsWith('goparity-baseline-'))
      .map((artifact) => {
        const [text] = Object.values(unzipSync(github.download(artifact))).map((bytes) => strFromU8(bytes))
        const { snapshots, run } = parseBaseline(text ?? '', artifact.name)
        const holds = snapshots.flatMap(({ job, targets }) =>
          targets.map(({ target, outcome }) => `${JSON.stringify(job.matrix)} ${target} ${outcome}`),
        )
        return { run: artifact.run, holds, sha: run?.sha }
      })
  }

  it(
    'the first push to main has no baseline to compare with, says which target does not build, and becomes the baseline',
    async () => {
      const ran = await play({ run: 101, event: 'push', sha: commits.first, branch: 'main', token: 'ghs_fake' })
      expect({ record: outcomes(ran, 'record'), log: outcomes(ran, 'record').includes('failure') ? ran.log : '' }).toStrictEqual({
        record: ['success', 'success'],
        log: '',
      })
      expect(outcomes(ran, 'report')).toStrictEqual(['failure'])
      expect(ran.summaries).toHaveLength(1)
      expectGolden('first.summary.md', steady(ran.summaries[0] ?? ''))
      expect(ran.summaries[0]?.includes('/blob/v1/docs/rules/target/undefined-symbol.md')).toBe(uses !== './')
      expect(baselines()).toStrictEqual([
        {
          run: '101',
          sha: commits.first,
          holds: ['0', '1'].flatMap((cgo) =>
            ['linux/amd64-cgo ok', 'linux/arm64-cgo ok', 'windows/amd64-cgo failed'].map((target) => `{"cgo":"${cgo}"} ${target}`),
          ),
        },
      ])
      expect(github.checks().map(({ name, head_sha, conclusion }) => ({ name, head_sha, conclusion }))).toStrictEqual([
        { name: 'goparity', head_sha: commits.first, conclusion: 'failure' },
      ])
    },
    LIMIT,
  )

  it(
    'a pull request that bumps a module and breaks one target: the check names both',
    async () => {
      const payload = pullRequest({ sha: commits.bump, repositoryId: REPOSITORY_ID })
      const ran = await play({ run: 102, event: 'pull_request', sha: commits.bump, branch: 'bump', payload, token: 'ghs_fake' })
      expect(outcomes(ran, 'record')).toStrictEqual(['success', 'success'])
      expect(outcomes(ran, 'report')).toStrictEqual(['failure'])
      expectGolden('pull-request.summary.md', steady(ran.summaries[0] ?? ''))
      const check = github.checks().at(-1)
      expect(check).toMatchObject({ name: 'goparity', head_sha: commits.bump, conclusion: 'failure' })
      expectGolden(
        'pull-request.check.json',
        steady(`${JSON.stringify({ conclusion: check?.conclusion, output: check?.output, annotations: check?.annotations }, null, 2)}\n`),
      )
      const broken = check?.annotations.find(({ annotation_level: level }) => level === 'failure')
      expect(broken).toMatchObject({ path: 'go.mod', start_line: 5 })
      expect(`${broken?.title ?? ''} ${broken?.message ?? ''}`).toMatch(
        /linux\/arm64[\s\S]*example\.com\/dep[\s\S]*v1\.0\.0[\s\S]*v1\.1\.0/,
      )
      // The baseline stays that of main.
      expect(baselines()).toHaveLength(1)
    },
    LIMIT,
  )

  it(
    'the same from a fork: no check run, the same result, and a summary that says so',
    async () => {
      const posted = github.checks().length
      const payload = pullRequest({ sha: commits.bump, repositoryId: 99 })
      const ran = await play({
        run: 103,
        event: 'pull_request',
        sha: commits.bump,
        branch: 'bump',
        headRepositoryId: 99,
        payload,
        token: 'ghs_readonly',
      })
      expect(outcomes(ran, 'report')).toStrictEqual(['failure'])
      expect(github.checks()).toHaveLength(posted)
      expectGolden('fork.summary.md', steady(ran.summaries[0] ?? ''))
      expect(ran.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message)).toContainEqual(
        expect.stringContaining('pull request from a fork'),
      )
      expect(ran.annotations.filter(({ level }) => level === 'error').map(({ file, line }) => `${file ?? ''}:${line ?? ''}`)).toContain(
        'go.mod:5',
      )
    },
    LIMIT,
  )

  it(
    'main again: the target that was mended is said to build, and the baseline moves',
    async () => {
      const ran = await play({ run: 104, event: 'push', sha: commits.mended, branch: 'main', token: 'ghs_fake' })
      expect(outcomes(ran, 'report')).toStrictEqual(['success'])
      expectGolden('main.summary.md', steady(ran.summaries[0] ?? ''))
      expect(github.checks().at(-1)).toMatchObject({ head_sha: commits.mended, conclusion: 'success' })
      const moved = baselines()
      expect(moved.map(({ run, sha }) => [run, sha])).toStrictEqual([
        ['101', commits.first],
        ['104', commits.mended],
      ])
      expect(moved[1]?.holds.filter((line) => line.endsWith('failed'))).toStrictEqual([])
    },
    LIMIT,
  )
})
