import { ParityError } from '../errors.js'
import type { Environment, Host } from '../host/index.js'

/** Where and why a workflow runs, as the runner says it. */
export interface GithubContext {
  readonly eventName: string
  readonly repository: { readonly owner: string; readonly name: string } | null
  /** Number of the repository, which a rename does not change; `null` when nobody says. */
  readonly repositoryId: number | null
  readonly runId: string
  readonly runAttempt: string
  readonly runNumber: number
  /** The file of the running workflow from the top of the repository; `null` when the runner does not say. */
  readonly workflow: string | null
  /** `refs/heads/main`, `refs/pull/7/merge`, … */
  readonly ref: string
  readonly sha: string
  /** As the event says; `null` when it does not. */
  readonly defaultBranch: string | null
  /** Of a pull request: the newest commit of the target branch and of the proposed one, and whether that lies in another repository. */
  readonly pullRequest: PullRequest | null
  /** Of a merge queue: what it would be merged onto, and what would be there then. */
  readonly mergeGroup: { readonly base: string; readonly head: string } | null
  /** Of a `workflow_run` event: the run that ended, as the event names it. */
  readonly endedRun: EndedRun | null
  /** Absolute directory of the checkout. */
  readonly workspace: string
  /** Absolute directory for files of this job. */
  readonly temporary: string
  readonly apiUrl: string
  /** The event that started the run, parsed; `null` when it cannot be read. */
  readonly event: unknown
}

/** A pull request, as the event names it. */
export interface PullRequest {
  readonly number: number | null
  readonly base: string
  readonly head: string
  /** From another repository, or from one that is gone: its token may only read. */
  readonly fork: boolean
}

/** The run that a `workflow_run` event is about. */
export interface EndedRun {
  readonly id: number
  readonly attempt: number
  readonly event: string
  readonly sha: string
  /** Without `refs/heads/`; a fork may call it as it likes. */
  readonly branch: string
  /** `null` when the repository it came from is gone. */
  readonly headOwner: string | null
  /** Path of its workflow file. */
  readonly workflow: string
}

/** GitHub cuts payloads at 25 MB. */
const MAX_EVENT_BYTES = 32 * 1024 * 1024
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

function property(value: unknown, ...path: readonly string[]): unknown {
  let found = value
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = Object.entries(found).find(([key]) => key === name)?.[1]
  }
  return found
}

function commit(value: unknown): string | null {
  return typeof value === 'string' && COMMIT.test(value) ? value : null
}

async function readEvent(host: Host): Promise<unknown> {
  const path = host.env['GITHUB_EVENT_PATH'] ?? ''
  if (path === '') return null
  try {
    const bytes = await host.files.read(path, MAX_EVENT_BYTES)
    const event: unknown = bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes))
    return event
  } catch {
    // Nothing rests on the event alone: what it would have told is then not known.
    return null
  }
}

function repositoryOf(env: Environment): GithubContext['repository'] {
  const [, owner, name] = /^([A-Za-z0-9-]+)\/([A-Za-z0-9._-]+)$/.exec(env['GITHUB_REPOSITORY'] ?? '') ?? []
  return owner === undefined || name === undefined ? null : { owner, name }
}

function digits(text: string | undefined, fallback: string): string {
  return text !== undefined && /^\d{1,20}$/.test(text) ? text : fallback
}

function wholeNumber(value: unknown): number | null {
  const found = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof found === 'number' && Number.isSafeInteger(found) && found >= 0 ? found : null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value.length <= 1000 ? value : null
}

function pullRequestOf(event: unknown): PullRequest | null {
  const at = (...path: readonly string[]): unknown => property(event, 'pull_request', ...path)
  const [base, head] = [commit(at('base', 'sha')), commit(at('head', 'sha'))]
  if (base === null || head === null) return null
  const [from, to] = [wholeNumber(at('head', 'repo', 'id')), wholeNumber(at('base', 'repo', 'id'))]
  return { number: wholeNumber(at('number')), base, head, fork: from === null || from !== to }
}

function mergeGroupOf(event: unknown): GithubContext['mergeGroup'] {
  const [base, head] = [commit(property(event, 'merge_group', 'base_sha')), commit(property(event, 'merge_group', 'head_sha'))]
  return base === null || head === null ? null : { base, head }
}

function endedRunOf(event: unknown): EndedRun | null {
  const at = (...path: readonly string[]): unknown => property(event, 'workflow_run', ...path)
  const [id, attempt, sha] = [wholeNumber(at('id')), wholeNumber(at('run_attempt')), commit(at('head_sha'))]
  const [name, branch, workflow] = [textOf(at('event')), textOf(at('head_branch')), textOf(at('path'))]
  if (id === null || attempt === null || sha === null || name === null || branch === null || workflow === null) return null
  const headOwner = textOf(at('head_repository', 'owner', 'login'))
  return { id, attempt, event: name, sha, branch, headOwner, workflow: workflow.replace(/@.*$/s, '') }
}

/** `owner/name/.github/workflows/ci.yml@refs/heads/main` */
function workflowOf(env: Environment): string | null {
  return /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@]{1,300})@/.exec(env['GITHUB_WORKFLOW_REF'] ?? '')?.[1] ?? null
}

/** Reads the context of the running step; the event is not trusted to be well-formed. */
export async function readContext(host: Host): Promise<GithubContext> {
  const { env } = host
  const event = await readEvent(host)
  const branch = property(event, 'repository', 'default_branch')
  const eventName = env['GITHUB_EVENT_NAME'] ?? ''
  return {
    eventName,
    repository: repositoryOf(env),
    repositoryId: wholeNumber(env['GITHUB_REPOSITORY_ID'] || property(event, 'repository', 'id')),
    runId: digits(env['GITHUB_RUN_ID'], '0'),
    runAttempt: digits(env['GITHUB_RUN_ATTEMPT'], '1'),
    runNumber: wholeNumber(env['GITHUB_RUN_NUMBER']) ?? 0,
    workflow: workflowOf(env),
    ref: env['GITHUB_REF'] ?? '',
    sha: env['GITHUB_SHA'] ?? '',
    defaultBranch: typeof branch === 'string' && branch !== '' ? branch : null,
    pullRequest: pullRequestOf(event),
    mergeGroup: mergeGroupOf(event),
    endedRun: eventName === 'workflow_run' ? endedRunOf(event) : null,
    workspace: env['GITHUB_WORKSPACE'] ?? host.cwd,
    temporary: env['RUNNER_TEMP'] ?? host.system.tempDirectory,
    apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    event,
  }
}

/** Whether what is built is the default branch itself, after a push to it. */
export function isDefaultBranchPush({ eventName, ref, defaultBranch }: GithubContext): boolean {
  return eventName === 'push' && defaultBranch !== null && ref === `refs/heads/${defaultBranch}`
}

/** Events that a stranger starts and that run with the repository's own secrets. */
const PRIVILEGED: ReadonlySet<string> = new Set(['pull_request_target', 'issue_comment'])

/** Throws `usage` for events in which foreign code must not be built: it would run next to the repository's secrets. */
export function refusePrivilegedEvent({ eventName }: GithubContext): void {
  if (PRIVILEGED.has(eventName))
    throw new ParityError(
      'usage',
      `goparity does not run go on ${eventName}: code of a stranger would be built next to the secrets of this repository`,
      'use on: pull_request',
    )
}

/**
 * Where the pages of the rules are that the running version of the action was published with; `null` where the action was not
 * fetched from a repository (`uses: ./`).
 */
export function rulesUrlOf(env: Environment): string | null {
  const [server, repository, ref] = [env['GITHUB_SERVER_URL'] ?? '', env['GITHUB_ACTION_REPOSITORY'] ?? '', env['GITHUB_ACTION_REF'] ?? '']
  const known = /^https:\/\/[\w.-]{1,200}(?::\d{1,5})?$/.test(server) && /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(repository)
  return known && /^[\w./-]{1,200}$/.test(ref) ? `${server}/${repository}/blob/${ref}/docs/rules` : null
}
