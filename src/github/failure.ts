import * as v from 'valibot'
import { ParityError, toError } from '../errors.js'

/** What a request was for, in words that complete `GitHub refused to …`, and what the token needs for it. */
export interface Purpose {
  /** `list the artifacts of run 12` */
  readonly to: string
  /** As it stands below `permissions:` of a job: `actions: read`. */
  readonly needs: string
}

/** An answer that is an error; octokit makes a 500 without a response of a connection that broke. */
const Refusal = v.object({
  status: v.number(),
  response: v.object({ headers: v.record(v.string(), v.unknown()), data: v.optional(v.unknown()) }),
})
const WithMessage = v.object({ message: v.string() })

const MESSAGE_CHARACTERS = 200

/** The status of the answer that made octokit fail; `null` when none came. */
export function statusOf(error: unknown): number | null {
  const refusal = v.safeParse(Refusal, error)
  return refusal.success ? refusal.output.status : null
}

/** Whether the same request may go well a moment later, or may even have been carried out: no answer, or a server that failed. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error)
  return status === null || status >= 500
}

function oneLine(text: string): string {
  const [line = ''] = text.split('\n', 1)
  return line.length <= MESSAGE_CHARACTERS ? line : `${line.slice(0, MESSAGE_CHARACTERS)}…`
}

/** `14:05 UTC` */
function clock(seconds: unknown): string {
  const time = new Date(Number(seconds) * 1000)
  return Number.isNaN(time.getTime()) ? 'a later time' : `${time.toISOString().slice(11, 16)} UTC`
}

function failed(message: string, hint: string, cause: unknown): ParityError {
  return new ParityError('github-failed', message, hint, { cause })
}

function refused({ status, response }: v.InferOutput<typeof Refusal>, { to, needs }: Purpose, cause: unknown): ParityError {
  const told = v.safeParse(WithMessage, response.data)
  const why = told.success ? `: ${oneLine(told.output.message)}` : ''
  const limited = status === 403 || status === 429
  if (limited && /\bsecondary rate\b/i.test(why))
    return failed(`GitHub asks for a pause (${String(status)}, secondary rate limit) and did not ${to}`, 'run the job again later', cause)
  if (limited && response.headers['x-ratelimit-remaining'] === '0') {
    const reset = clock(response.headers['x-ratelimit-reset'])
    return failed(
      `GitHub did not ${to} (${String(status)}): the requests of this token are used up until ${reset}`,
      'run the job again then',
      cause,
    )
  }
  if (status === 401)
    return failed(`GitHub does not accept the token (401) to ${to}`, 'leave github-token out, so that it has its default', cause)
  if (status === 403)
    return failed(
      `GitHub refused to ${to} (403)${why}`,
      `give the job the permission ${needs}; a pull request from a fork or of Dependabot may only read`,
      cause,
    )
  if (status === 404)
    return failed(`GitHub found nothing when asked to ${to} (404)`, `it is gone, or the job lacks the permission ${needs}`, cause)
  if (status >= 500)
    return failed(
      `GitHub failed to ${to} (${String(status)})${why}`,
      'run the job again; githubstatus.com says whether GitHub is well',
      cause,
    )
  return failed(`GitHub did not ${to} (${String(status)})${why}`, 'this is a fault of goparity: report it', cause)
}

/** The `github-failed` of a request that did not go well: status, what it was for, and the way out. */
export function githubError(error: unknown, purpose: Purpose): ParityError {
  if (error instanceof ParityError) return error
  const refusal = v.safeParse(Refusal, error)
  if (refusal.success) return refused(refusal.output, purpose, error)
  return failed(
    `GitHub could not be reached to ${purpose.to}: ${oneLine(toError(error).message)}`,
    'run the job again; on a runner of your own, look at its proxy settings',
    error,
  )
}
