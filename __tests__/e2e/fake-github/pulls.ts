import { pageOf, type Answer } from './answer.js'
import type { ApiDescription } from './openapi.js'

/** A pull request that a test declares. */
export interface DeclaredPull {
  readonly number: number
  /** Default `open`. */
  readonly state?: 'open' | 'closed'
  readonly base: { readonly ref: string; readonly sha: string }
  /** `owner` is whose repository it comes from. */
  readonly head: { readonly owner: string; readonly ref: string; readonly sha: string }
}

/** The list of pull requests. */
export interface PullsApi {
  register(pull: DeclaredPull): void
  list(query: URLSearchParams): Answer
}

export function createPullsApi(description: ApiDescription): PullsApi {
  const pulls: DeclaredPull[] = []

  function side(owner: string, { ref, sha }: { readonly ref: string; readonly sha: string }): object {
    const user = description.complete('simple-user', { login: owner })
    return { label: `${owner}:${ref}`, ref, sha, repo: description.complete('repository', {}), user }
  }

  return {
    register(pull) {
      pulls.push(pull)
    },
    list(query) {
      const state = query.get('state') ?? 'open'
      const found = pulls.filter(
        (pull) =>
          (state === 'all' || (pull.state ?? 'open') === state) &&
          (!query.has('head') || query.get('head') === `${pull.head.owner}:${pull.head.ref}`),
      )
      const json = pageOf(found, query, 100).map((pull) =>
        description.complete('pull-request-simple', {
          number: pull.number,
          state: pull.state ?? 'open',
          base: side('octo', pull.base),
          head: side(pull.head.owner, pull.head),
        }),
      )
      return { status: 200, json }
    },
  }
}
