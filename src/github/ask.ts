import * as v from 'valibot'
import { ParityError } from '../errors.js'
import type { GithubContext } from './context.js'
import { githubError, statusOf, type Purpose } from './failure.js'

/** How patient the client is. Tests are not. */
export interface GithubTuning {
  /** Milliseconds that stand for one second of waiting: between retries, and until a limit is over (default 1000). */
  readonly secondMs?: number
  /** Clients with the same one keep a second between writes among them (default one for all). */
  readonly group?: string
}

/** One request of GitHub's REST API. */
export interface Question extends Purpose {
  /** `GET /repos/{owner}/{repo}/…`; owner and repo are filled in. */
  readonly route: string
  readonly parameters?: Readonly<Record<string, unknown>>
  /** For what octokit knows by `mediaType`. */
  readonly format?: 'raw'
  /** Retries after a 5xx or a broken connection (default 2): none for what must not be done twice. */
  readonly retries?: 0
}

/** Asks GitHub. */
export interface Asker {
  /** The answer, as the schema has it. Rejects with `github-failed`, whose `cause` is octokit's error. */
  ask<T>(schema: v.GenericSchema<unknown, T>, question: Question): Promise<T>
  /** The same; `null` for 404. */
  find<T>(schema: v.GenericSchema<unknown, T>, question: Question): Promise<T | null>
  /** Where an answer redirects to. */
  locate(question: Question): Promise<string>
  /** GET of a signed address, without the token; headers and body. Rejects with octokit's own error. */
  open(address: string): Promise<{ readonly length: number | null; readonly body: unknown }>
  readonly secondMs: number
}

/** A request, its retries and one pause for a limit of at most a minute. */
const DEADLINE_MS = 180_000
/** A refusal is an answer: asked again it is the same. plugin-retry would ask again after 409, 429 and others. */
const REFUSALS = Array.from({ length: 100 }, (_, index) => 400 + index)

/** A step may wait a minute for a limit to pass, once; the hour that a spent quota takes is a degrade instead. */
function isWorthWaiting(afterSeconds: number, _request: object, _client: object, attempts: number): boolean {
  return attempts === 0 && afterSeconds <= 60
}

/** Nobody but the one writer prints. */
const SILENT = { debug: (): void => undefined, info: (): void => undefined, warn: (): void => undefined, error: (): void => undefined }

/** Opens the client; it is loaded here. Throws `usage` when the runner names no repository. */
export async function openAsker(token: string, { repository, apiUrl }: GithubContext, tuning: GithubTuning = {}): Promise<Asker> {
  if (repository === null) throw new ParityError('usage', 'GITHUB_REPOSITORY does not name a repository')
  const { secondMs = 1000, group = 'goparity' } = tuning
  const [{ getOctokitOptions, GitHub }, { retry }, { throttling }] = await Promise.all([
    import('@actions/github/lib/utils'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ])
  const options = {
    baseUrl: apiUrl,
    log: SILENT,
    retry: { retries: 2, retryAfterBaseValue: secondMs, doNotRetry: REFUSALS },
    throttle: { onRateLimit: isWorthWaiting, onSecondaryRateLimit: isWorthWaiting, retryAfterBaseValue: secondMs, id: group },
  }
  const octokit = new (GitHub.plugin(retry, throttling))(getOctokitOptions(token, options))
  const anonymous = new GitHub({ log: SILENT })
  const place = { owner: repository.owner, repo: repository.name }

  async function send({ route, parameters, format, retries }: Question, request: object = {}): Promise<{ data: unknown; headers: object }> {
    return await octokit.request(route, {
      ...place,
      ...parameters,
      ...(format === undefined ? {} : { mediaType: { format } }),
      request: { signal: AbortSignal.timeout(DEADLINE_MS), ...request, ...(retries === undefined ? {} : { retries }) },
    })
  }

  async function ask<T>(schema: v.GenericSchema<unknown, T>, question: Question): Promise<T> {
    let data: unknown
    try {
      ;({ data } = await send(question))
    } catch (error) {
      throw githubError(error, question)
    }
    const parsed = v.safeParse(schema, data)
    if (parsed.success) return parsed.output
    const [issue] = parsed.issues
    const where = v.getDotPath(issue)
    throw new ParityError(
      'github-failed',
      `GitHub was asked to ${question.to}, and ${where === null ? 'its answer' : `${where} in its answer`} is not understood`,
      'something between this runner and GitHub may answer in its place, such as a proxy',
    )
  }

  return {
    secondMs,
    ask,
    async find(schema, question) {
      try {
        return await ask(schema, question)
      } catch (error) {
        if (error instanceof ParityError && statusOf(error.cause) === 404) return null
        throw error
      }
    },
    async locate(question) {
      let headers: object
      try {
        ;({ headers } = await send(question, { redirect: 'manual' }))
      } catch (error) {
        throw githubError(error, question)
      }
      const location = v.safeParse(v.object({ location: v.pipe(v.string(), v.url()) }), headers)
      if (!location.success) throw new ParityError('github-failed', `GitHub was asked to ${question.to}, and did not say where that is`)
      const { protocol } = new URL(location.output.location)
      if (protocol !== 'https:' && protocol !== new URL(apiUrl).protocol)
        throw new ParityError('github-failed', `GitHub was asked to ${question.to}, and named an address that is not https`)
      return location.output.location
    },
    async open(address) {
      const { headers, data } = await anonymous.request(`GET ${address}`, {
        request: { signal: AbortSignal.timeout(DEADLINE_MS), redirect: 'error', parseSuccessResponseBody: false },
      })
      const length = Number(headers['content-length'])
      const body: unknown = data
      return { length: Number.isSafeInteger(length) ? length : null, body }
    },
  }
}
