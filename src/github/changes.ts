import * as v from 'valibot'
import { readPatch, type ChangedFile } from '../compare/index.js'
import type { Asker } from './ask.js'

/** The files between two commits, and where they parted. */
export interface Changes {
  /** Full name of the commit. */
  readonly mergeBase: string
  readonly files: readonly ChangedFile[]
  /** `false`: GitHub names the first 300 only. */
  readonly complete: boolean
}

/** An open pull request. */
export interface OpenPullRequest {
  readonly number: number
  readonly baseSha: string
  readonly baseRef: string
  readonly headSha: string
}

/** GitHub's REST API, "Compare two commits": all on the first page, the rest on none. */
const MAX_FILES = 300

const Commit = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/))
const Comparison = v.object({
  merge_base_commit: v.object({ sha: Commit }),
  files: v.optional(
    v.array(
      v.object({ filename: v.string(), status: v.string(), previous_filename: v.optional(v.string()), patch: v.optional(v.string()) }),
    ),
    [],
  ),
})
const PullRequests = v.array(
  v.object({ number: v.number(), base: v.object({ sha: Commit, ref: v.string() }), head: v.object({ sha: Commit }) }),
)

const STATUS: Readonly<Record<string, ChangedFile['status']>> = { added: 'added', copied: 'added', removed: 'removed', renamed: 'renamed' }

/** What lies between the merge base of two commits and the second one. Rejects with `github-failed`. */
export async function readChanges(asker: Asker, base: string, head: string): Promise<Changes> {
  const { merge_base_commit: mergeBase, files } = await asker.ask(Comparison, {
    route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
    // One commit: they are not wanted, and the files come with the first page whatever its size.
    parameters: { basehead: `${base}...${head}`, per_page: 1, page: 1 },
    to: `compare ${base.slice(0, 12)} with ${head.slice(0, 12)}`,
    needs: 'contents: read',
  })
  return {
    mergeBase: mergeBase.sha,
    files: files.flatMap(({ filename, status, previous_filename: previous, patch }): readonly ChangedFile[] => {
      if (status === 'unchanged') return []
      const file = { path: filename, status: STATUS[status] ?? 'modified', added: patch === undefined ? [] : readPatch(patch) }
      // A file that moved is gone from its old place.
      return status === 'renamed' && previous !== undefined ? [file, { path: previous, status: 'removed', added: [] }] : [file]
    }),
    complete: files.length < MAX_FILES,
  }
}

/** Open pull requests of a branch whose newest commit is `sha`: a run of a fork names none itself. Rejects with `github-failed`. */
export async function findPullRequests(asker: Asker, sha: string, owner: string, branch: string): Promise<readonly OpenPullRequest[]> {
  const found = await asker.ask(PullRequests, {
    route: 'GET /repos/{owner}/{repo}/pulls',
    parameters: { head: `${owner}:${branch}`, state: 'open', per_page: 100 },
    to: `find the pull request of ${sha.slice(0, 12)}`,
    needs: 'pull-requests: read',
  })
  return found
    .filter(({ head }) => head.sha === sha)
    .map(({ number, base, head }) => ({ number, baseSha: base.sha, baseRef: base.ref, headSha: head.sha }))
}
