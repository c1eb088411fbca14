import type { IncomingMessage } from 'node:http'

/** One request, read whole. */
export interface Question {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** What goes back: a JSON value, bytes, a body in chunks of unknown length, or nothing. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly bytes?: Buffer
  readonly chunks?: Iterable<Buffer>
}

/** An error as GitHub's REST API words it. */
export function apiError(status: number, message: string): Answer {
  return { status, json: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) } }
}

/** One page of a list, as `per_page` and `page` ask for it. */
export function pageOf<T>(items: readonly T[], query: URLSearchParams, perPage: number): readonly T[] {
  const size = Math.min(perPage, Number(query.get('per_page') ?? Math.min(perPage, 30)))
  const from = (Number(query.get('page') ?? 1) - 1) * size
  return items.slice(from, from + size)
}
