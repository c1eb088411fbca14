import * as v from 'valibot'
import { ParityError, toError } from '../errors.js'
import { LIMITS, type Check, type CheckAnnotation, type Degrade } from '../report/index.js'
import type { Asker, Question } from './ask.js'
import { isPassing } from './failure.js'

/** A check run to be posted, complete. */
export interface NewCheck {
  readonly name: string
  readonly headSha: string
  /** Ours, another one for each attempt of a run: by it a check run is found again when the answer got lost. */
  readonly externalId: string
  readonly detailsUrl?: string
  readonly conclusion: Check['conclusion']
  readonly output: Pick<Check, 'title' | 'summary' | 'text'>
  readonly annotations: readonly CheckAnnotation[]
}

/** A check run that stands. */
export interface CreatedCheck {
  readonly id: number
  /** Annotations that could not be added to it. */
  readonly degraded: Degrade | null
}

const NEEDS = 'checks: write'
const Created = v.object({ id: v.pipe(v.number(), v.safeInteger()) })
const Counted = v.object({ output: v.object({ annotations_count: v.number() }) })
const Listed = v.object({ check_runs: v.array(v.object({ ...Created.entries, external_id: v.nullish(v.string()) })) })

function outputOf({ output: { title, summary, text } }: NewCheck, annotations: readonly CheckAnnotation[]): object {
  return { title, summary, ...(text === null ? {} : { text }), ...(annotations.length === 0 ? {} : { annotations }) }
}

/**
 * What must not be done twice is sent once; when no answer comes, or a server's failure, `lookUp` says whether it was done
 * (its answer, or `null`), and only if not it is sent again.
 */
async function sendOnce<T>(send: () => Promise<T>, lookUp: () => Promise<T | null>): Promise<T> {
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof ParityError) || error.cause === undefined || !isPassing(error.cause)) throw error
    return (await lookUp()) ?? (await send())
  }
}

async function create(asker: Asker, check: NewCheck, annotations: readonly CheckAnnotation[]): Promise<number> {
  const { name, headSha, externalId, detailsUrl, conclusion } = check
  const post: Question = {
    route: 'POST /repos/{owner}/{repo}/check-runs',
    parameters: {
      name,
      head_sha: headSha,
      external_id: externalId,
      ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
      status: 'completed',
      conclusion,
      output: outputOf(check, annotations),
    },
    retries: 0,
    to: 'post the check run',
    needs: NEEDS,
  }
  const list: Question = {
    route: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
    parameters: { ref: headSha, check_name: name, filter: 'all', per_page: 100 },
    to: 'list the check runs of the commit',
    needs: NEEDS,
  }
  const { id } = await sendOnce(
    async () => asker.ask(Created, post),
    async () => (await asker.ask(Listed, list)).check_runs.find((one) => one.external_id === externalId) ?? null,
  )
  return id
}

async function append(asker: Asker, check: NewCheck, id: number, from: number, annotations: readonly CheckAnnotation[]): Promise<void> {
  const one = { parameters: { check_run_id: id }, needs: NEEDS }
  const patch: Question = {
    ...one,
    route: 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
    // Title and summary must come with each; what is left out may be taken away.
    parameters: { ...one.parameters, output: outputOf(check, annotations) },
    retries: 0,
    to: 'add annotations to the check run',
  }
  const get: Question = { ...one, route: 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}', to: 'read the check run' }
  await sendOnce(
    async () => {
      await asker.ask(v.unknown(), patch)
      return true
    },
    async () => ((await asker.ask(Counted, get)).output.annotations_count >= from + annotations.length ? true : null),
  )
}

/**
 * Posts a completed check run with all its annotations, as many requests as that takes. Rejects with `github-failed` when
 * there is none afterwards; annotations that could not be added are a degrade.
 */
export async function postCheckRun(asker: Asker, check: NewCheck): Promise<CreatedCheck> {
  const { annotations } = check
  const size = LIMITS.annotationsPerRequest
  const id = await create(asker, check, annotations.slice(0, size))
  for (let at = size; at < annotations.length; at += size) {
    try {
      await append(asker, check, id, at, annotations.slice(at, at + size))
    } catch (error) {
      const count = annotations.length - at
      return { id, degraded: { what: `${String(count)} of the annotations of the check run`, why: toError(error).message } }
    }
  }
  return { id, degraded: null }
}
