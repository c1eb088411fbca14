import type { IncomingMessage } from 'node:http'

/** One request, read whole. */
export interface Question {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** What goes back: a JSON value, bytes, or nothing. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly bytes?: Buffer
}

/** An error as GitHub's REST API words it. */
export function apiError(status: number, message: string): Answer {
  return { status, json: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) } }
}
