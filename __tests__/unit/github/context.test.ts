import { describe, expect, it } from '@jest/globals'
import { isDefaultBranchPush, readContext, refusePrivilegedEvent, type GithubContext } from '../../../src/github/index.js'
import { fakeHost, memoryFiles } from '../../../src/testing/index.js'

const BASE = 'a'.repeat(40)
const HEAD = 'b'.repeat(40)

async function context(env: Readonly<Record<string, string>>, event: string = '{}'): Promise<GithubContext> {
  return readContext(fakeHost({ env: { GITHUB_EVENT_PATH: '/event.json', ...env }, files: memoryFiles({ '/event.json': event }) }))
}

describe('readContext', () => {
  it('reads what the runner says and what the event adds', async () => {
    const event = { repository: { default_branch: 'trunk' }, pull_request: { base: { sha: BASE }, head: { sha: HEAD } } }
    const env = {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REPOSITORY: 'octo-org/a.repo_x',
      GITHUB_RUN_ID: '123',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_SHA: HEAD,
      GITHUB_WORKSPACE: '/w',
      RUNNER_TEMP: '/t',
      GITHUB_API_URL: 'http://127.0.0.1:1',
    }
    expect(await context(env, JSON.stringify(event))).toStrictEqual({
      eventName: 'pull_request',
      repository: { owner: 'octo-org', name: 'a.repo_x' },
      repositoryId: null,
      runId: '123',
      runAttempt: '2',
      runNumber: 0,
      workflow: null,
      ref: 'refs/pull/7/merge',
      sha: HEAD,
      defaultBranch: 'trunk',
      pullRequest: { number: null, base: BASE, head: HEAD, fork: true },
      mergeGroup: null,
      endedRun: null,
      workspace: '/w',
      temporary: '/t',
      apiUrl: 'http://127.0.0.1:1',
      event,
    })
  })

  it('knows whether a pull request comes from a fork, by the numbers of the repositories', async () => {
    const of = async (head: unknown): Promise<unknown> => {
      const pull = { number: 7, base: { sha: BASE, repo: { id: 1 } }, head: { sha: HEAD, repo: head } }
      return (await context({}, JSON.stringify({ pull_request: pull }))).pullRequest
    }
    expect(await of({ id: 1, full_name: 'other/name' })).toStrictEqual({ number: 7, base: BASE, head: HEAD, fork: false })
    expect(await of({ id: 2, full_name: 'octo-org/a.repo_x' })).toMatchObject({ fork: true })
    expect(await of(null)).toMatchObject({ fork: true })
  })

  it('takes the run that ended from the event, and only on workflow_run', async () => {
    const run = {
      id: 812,
      run_attempt: 2,
      event: 'pull_request',
      head_sha: HEAD,
      head_branch: 'main',
      head_repository: { owner: { login: 'mallory' } },
      path: '.github/workflows/ci.yml@refs/heads/main',
    }
    const ended = {
      id: 812,
      attempt: 2,
      event: 'pull_request',
      sha: HEAD,
      branch: 'main',
      headOwner: 'mallory',
      workflow: '.github/workflows/ci.yml',
    }
    const on = async (eventName: string, more: object = {}): Promise<unknown> =>
      (await context({ GITHUB_EVENT_NAME: eventName }, JSON.stringify({ workflow_run: { ...run, ...more } }))).endedRun
    expect(await on('workflow_run')).toStrictEqual(ended)
    expect(await on('workflow_run', { head_repository: null })).toStrictEqual({ ...ended, headOwner: null })
    expect(await on('workflow_run', { head_sha: 'HEAD' })).toBeNull()
    expect(await on('push')).toBeNull()
  })

  it('takes the file of the workflow and the number of the repository from the runner', async () => {
    const env = { GITHUB_WORKFLOW_REF: 'octo-org/a.repo_x/.github/workflows/ci.yml@refs/heads/ma@in', GITHUB_REPOSITORY_ID: '42' }
    expect(await context(env, '{"repository":{"id":7}}')).toMatchObject({ workflow: '.github/workflows/ci.yml', repositoryId: 42 })
    expect(await context({}, '{"repository":{"id":7}}')).toMatchObject({ workflow: null, repositoryId: 7 })
  })

  it.each([
    ['not json'],
    ['null'],
    ['[]'],
    ['{"pull_request":{"base":{"sha":"--upload-pack=x"},"head":{"sha":1}}}'],
    ['{"repository":{"default_branch":7}}'],
  ])('believes nothing of the event %s', async (event) => {
    expect(await context({ GITHUB_RUN_ID: '1; rm -rf', GITHUB_REPOSITORY: 'a/b/../c' }, event)).toMatchObject({
      defaultBranch: null,
      pullRequest: null,
      repository: null,
      runId: '0',
      runAttempt: '1',
    })
  })

  it('goes without an event file', async () => {
    expect(await readContext(fakeHost())).toMatchObject({ event: null, workspace: '/project', temporary: '/tmp' })
  })
})

describe('refusePrivilegedEvent', () => {
  it.each(['pull_request_target', 'issue_comment'])('refuses %s with one sentence', async (eventName) => {
    const given = await context({ GITHUB_EVENT_NAME: eventName })
    expect(() => {
      refusePrivilegedEvent(given)
    }).toThrow(`goparity does not run go on ${eventName}`)
  })

  it.each(['push', 'pull_request', 'merge_group', 'schedule', 'workflow_dispatch', ''])('lets %j pass', async (eventName) => {
    refusePrivilegedEvent(await context({ GITHUB_EVENT_NAME: eventName }))
    expect.assertions(0)
  })
})

describe('isDefaultBranchPush', () => {
  const event = '{"repository":{"default_branch":"main"}}'
  it.each([
    ['push', 'refs/heads/main', true],
    ['push', 'refs/heads/other', false],
    ['push', 'refs/tags/main', false],
    ['pull_request', 'refs/heads/main', false],
    ['schedule', 'refs/heads/main', false],
  ])('of %s to %s is %s', async (eventName, ref, expected) => {
    expect(isDefaultBranchPush(await context({ GITHUB_EVENT_NAME: eventName, GITHUB_REF: ref }, event))).toBe(expected)
  })

  it('is false when the default branch is not known', async () => {
    expect(isDefaultBranchPush(await context({ GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' }))).toBe(false)
  })
})
