import * as v from 'valibot'
import { apiError, pageOf, type Answer } from './answer.js'
import type { ApiDescription } from './openapi.js'

const Annotation = v.object({
  path: v.string(),
  start_line: v.number(),
  end_line: v.number(),
  start_column: v.optional(v.number()),
  end_column: v.optional(v.number()),
  annotation_level: v.string(),
  title: v.optional(v.string()),
  message: v.string(),
})
const Output = v.object({
  title: v.optional(v.string(), ''),
  summary: v.string(),
  text: v.nullish(v.string(), null),
  annotations: v.optional(v.array(Annotation), []),
})
const NewCheck = v.object({
  name: v.string(),
  head_sha: v.string(),
  external_id: v.nullish(v.string(), null),
  details_url: v.nullish(v.string(), null),
  conclusion: v.nullish(v.string(), null),
  output: v.optional(Output, { summary: '' }),
})
const Update = v.object({ output: Output })

/** An annotation as it was sent. */
export interface StoredAnnotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly start_column?: number | undefined
  readonly end_column?: number | undefined
  readonly annotation_level: string
  readonly title?: string | undefined
  readonly message: string
}

/** A check run as it stands, in the API's own words; the annotations of all requests. */
export interface StoredCheck {
  readonly id: number
  readonly name: string
  readonly head_sha: string
  readonly external_id: string | null
  readonly details_url: string | null
  readonly conclusion: string | null
  readonly output: { readonly title: string; readonly summary: string; readonly text: string | null }
  readonly annotations: readonly StoredAnnotation[]
}

/** The operations on check runs; bodies have been looked at by the description already. */
export interface ChecksApi {
  all(): readonly StoredCheck[]
  create(body: unknown): Answer
  append(id: number, body: unknown): Answer
  one(id: number): Answer
  ofCommit(sha: string, query: URLSearchParams): Answer
}

export function createChecksApi(description: ApiDescription): ChecksApi {
  const checks: StoredCheck[] = []

  function describe({ annotations, output, ...check }: StoredCheck): object {
    return description.complete('check-run', {
      ...check,
      status: 'completed',
      output: {
        ...output,
        annotations_count: annotations.length,
        annotations_url: `https://api.github.com/check-runs/${check.id}/annotations`,
      },
      pull_requests: [],
    })
  }

  return {
    all: () => checks,
    create(body) {
      const { output, ...given } = v.parse(NewCheck, body)
      const { annotations, ...words } = output
      const check: StoredCheck = { id: 5001 + checks.length, ...given, output: words, annotations }
      checks.push(check)
      return { status: 201, json: describe(check) }
    },
    append(id, body) {
      const at = checks.findIndex((check) => check.id === id)
      const found = checks[at]
      if (found === undefined) return apiError(404, 'Not Found')
      const { annotations, ...words } = v.parse(Update, body).output
      const check = { ...found, output: words, annotations: [...found.annotations, ...annotations] }
      checks[at] = check
      return { status: 200, json: describe(check) }
    },
    one(id) {
      const found = checks.find((check) => check.id === id)
      return found === undefined ? apiError(404, 'Not Found') : { status: 200, json: describe(found) }
    },
    ofCommit(sha, query) {
      const found = checks.filter(
        ({ head_sha: head, name }) => head === sha && (!query.has('check_name') || query.get('check_name') === name),
      )
      return { status: 200, json: { total_count: found.length, check_runs: pageOf(found, query, 100).map(describe) } }
    },
  }
}
