import { ParityError } from '../errors.js'
import type { Environment, Host } from '../host/index.js'

/** Where and why a workflow runs, as the runner says it. */
export interface GithubContext {
  readonly eventName: string
  readonly repository: { readonly owner: string; readonly name: string } | null
  readonly runId: string
  readonly runAttempt: string
  /** `refs/heads/main`, `refs/pull/7/merge`, … */
  readonly ref: string
  readonly sha: string
  /** As the event says; `null` when it does not. */
  readonly defaultBranch: string | null
  /** Of a pull request: the newest commit of the target branch and of the proposed one. */
  readonly pullRequest: { readonly base: string; readonly head: string } | null
  /** Absolute directory of the checkout. */
  readonly workspace: string
  /** Absolute directory for files of this job. */
  readonly temporary: string
  readonly apiUrl: string
  /** The event that started the run, parsed; `null` when it cannot be read. */
  readonly event: unknown
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

/** Reads the context of the running step; the event is not trusted to be well-formed. */
export async function readContext(host: Host): Promise<GithubContext> {
  const { env } = host
  const event = await readEvent(host)
  const branch = property(event, 'repository', 'default_branch')
  const base = commit(property(event, 'pull_request', 'base', 'sha'))
  const head = commit(property(event, 'pull_request', 'head', 'sha'))
  return {
    eventName: env['GITHUB_EVENT_NAME'] ?? '',
    repository: repositoryOf(env),
    runId: digits(env['GITHUB_RUN_ID'], '0'),
    runAttempt: digits(env['GITHUB_RUN_ATTEMPT'], '1'),
    ref: env['GITHUB_REF'] ?? '',
    sha: env['GITHUB_SHA'] ?? '',
    defaultBranch: typeof branch === 'string' && branch !== '' ? branch : null,
    pullRequest: base === null || head === null ? null : { base, head },
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
