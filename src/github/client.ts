import * as v from 'valibot'
import type { RunsApi } from '../baseline/index.js'
import { openAsker, type GithubTuning } from './ask.js'
import { findPullRequests, readChanges, type Changes, type OpenPullRequest } from './changes.js'
import { postCheckRun, type CreatedCheck, type NewCheck } from './check-run.js'
import type { GithubContext } from './context.js'
import { runsApiOf } from './runs.js'

/** GitHub's API, as far as it is used. Every call may reject with `github-failed`. */
export interface GithubClient {
  /** Runs, artifacts and commits: what snapshots and baselines are read from. */
  readonly runsApi: RunsApi
  /** The merge base of two commits, given as `base...head`. */
  mergeBase(basehead: string): Promise<string>
  /** The text of a file at a commit; `path` is POSIX, from the top of the repository; `null` when it is not there. */
  readFile(path: string, ref: string): Promise<string | null>
  /** What lies between the merge base of two commits and the second one. */
  changedFiles(base: string, head: string): Promise<Changes>
  /** Open pull requests of a branch whose newest commit is `sha`. */
  pullRequestsOf(sha: string, headOwner: string, headBranch: string): Promise<readonly OpenPullRequest[]>
  /** Posts a completed check run; rejects only when there is none afterwards. */
  createCheck(check: NewCheck): Promise<CreatedCheck>
}

const MergeBase = v.object({ merge_base_commit: v.object({ sha: v.string() }) })

/** Opens the client of the repository that the runner names; it is loaded here. Throws `usage` when the runner names none. */
export async function openGithub(token: string, context: GithubContext, tuning?: GithubTuning): Promise<GithubClient> {
  const asker = await openAsker(token, context, tuning)
  const needs = 'contents: read'
  return {
    runsApi: runsApiOf(asker),
    async mergeBase(basehead) {
      const { merge_base_commit: commit } = await asker.ask(MergeBase, {
        route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
        // One commit of the second page: only the merge base is wanted, not up to 250 commits and 300 files.
        parameters: { basehead, per_page: 1, page: 2 },
        to: 'find the merge base',
        needs,
      })
      return commit.sha
    },
    readFile: async (path, ref) =>
      asker.find(v.string(), {
        route: 'GET /repos/{owner}/{repo}/contents/{path}',
        parameters: { path, ref },
        // The JSON form stops at 1 MB.
        format: 'raw',
        to: `read ${path} as of ${ref.slice(0, 12)}`,
        needs,
      }),
    changedFiles: async (base, head) => readChanges(asker, base, head),
    pullRequestsOf: async (sha, headOwner, headBranch) => findPullRequests(asker, sha, headOwner, headBranch),
    createCheck: async (check) => postCheckRun(asker, check),
  }
}
