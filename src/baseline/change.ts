import type { Environment } from '../host/index.js'

/** A pull request, merge request or merge queue entry: what is built is proposed, not yet accepted. */
export interface Change {
  readonly provider: 'github' | 'gitlab' | 'jenkins'
  /** The branch it wants to go to, without `refs/heads/`. */
  readonly branch: string | null
  /** Commits of that branch as the platform names them, the surest first. */
  readonly commits: readonly string[]
}

/** A SHA-1 or SHA-256 name; anything else never reaches git. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

function property(value: unknown, ...path: readonly string[]): unknown {
  let found = value
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = Object.entries(found).find(([key]) => key === name)?.[1]
  }
  return found
}

function commitsOf(...values: readonly unknown[]): readonly string[] {
  return values.filter((value): value is string => typeof value === 'string' && COMMIT.test(value))
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** `gh-readonly-queue/main/pr-12-SHA`: the branch a merge queue builds has its base in its name. */
const QUEUE = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-([0-9a-f]+)$/

function githubChange(env: Environment, event: unknown): Change | null {
  const queue = QUEUE.exec(env['GITHUB_REF'] ?? '')
  if (env['GITHUB_EVENT_NAME'] === 'merge_group' || queue !== null) {
    const branch = textOf(property(event, 'merge_group', 'base_ref'))?.replace(/^refs\/heads\//, '') ?? queue?.[1] ?? null
    return { provider: 'github', branch, commits: commitsOf(property(event, 'merge_group', 'base_sha'), queue?.[2]) }
  }
  const branch = textOf(env['GITHUB_BASE_REF'])
  if (branch === null && env['GITHUB_EVENT_NAME']?.startsWith('pull_request') !== true) return null
  return {
    provider: 'github',
    branch: branch ?? textOf(property(event, 'pull_request', 'base', 'ref')),
    commits: commitsOf(property(event, 'pull_request', 'base', 'sha')),
  }
}

/**
 * Whether this build judges a change, by what the CI says: GitHub pull requests and merge queues,
 * GitLab merge requests, Jenkins change requests. `event` is GitHub's event, parsed; it is not trusted to be well-formed.
 */
export function detectChange(env: Environment, event?: unknown): Change | null {
  const github = githubChange(env, event)
  if (github !== null) return github
  const gitlabCommits = commitsOf(env['CI_MERGE_REQUEST_DIFF_BASE_SHA'], env['CI_MERGE_REQUEST_TARGET_BRANCH_SHA'])
  const gitlabBranch = textOf(env['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'])
  if (gitlabCommits.length > 0 || gitlabBranch !== null || textOf(env['CI_MERGE_REQUEST_IID']) !== null)
    return { provider: 'gitlab', branch: gitlabBranch, commits: gitlabCommits }
  const target = textOf(env['CHANGE_TARGET'])
  if (target !== null || textOf(env['CHANGE_ID']) !== null) return { provider: 'jenkins', branch: target, commits: [] }
  return null
}
