import type { MergeBaseSource } from '../baseline/index.js'
import { ParityError } from '../errors.js'
import type { GithubContext } from './context.js'

/** The part of the GitHub client that is used. */
export interface GithubApi {
  /** GET /repos/{owner}/{repo}/compare/{basehead}: the merge base of two commits. */
  mergeBase(basehead: string): Promise<string>
  /** GET /repos/{owner}/{repo}/contents/{path}: the text of a file at a commit; `null` when it is not there. */
  readFile(path: string, ref: string): Promise<string | null>
}

/** A step may wait a minute for a limit to pass, once; the hour that a spent quota takes is a degrade instead. */
function isWorthWaiting(afterSeconds: number, _request: object, _client: object, attempts: number): boolean {
  return attempts === 0 && afterSeconds <= 60
}

async function openApi(token: string, { repository, apiUrl }: GithubContext): Promise<GithubApi> {
  if (repository === null) throw new ParityError('usage', 'GITHUB_REPOSITORY does not name a repository')
  const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
    import('@actions/github'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ])
  const throttle = { onRateLimit: isWorthWaiting, onSecondaryRateLimit: isWorthWaiting }
  const octokit = getOctokit(token, { baseUrl: apiUrl, retry: { retries: 2 }, throttle }, retry, throttling)
  const place = { owner: repository.owner, repo: repository.name }
  return {
    async mergeBase(basehead) {
      // One commit a page: only the merge base is wanted, not up to 250 commits and 300 files.
      const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ ...place, basehead, per_page: 1, page: 2 })
      return data.merge_base_commit.sha
    },
    async readFile(path, ref) {
      try {
        // The raw form: the JSON form stops at 1 MB.
        const { data } = await octokit.rest.repos.getContent({ ...place, path, ref, mediaType: { format: 'raw' } })
        if (typeof data !== 'string') throw new Error(`${path} is no file there`)
        return data
      } catch (error) {
        if (error instanceof Error && 'status' in error && error.status === 404) return null
        throw error
      }
    },
  }
}

/**
 * Reads files at the merge base of this run's pull request through GitHub's API, for clones too shallow for git;
 * `undefined` outside a pull request or without a token. The client is loaded only when it is asked for something.
 */
export function mergeBaseSource(
  context: GithubContext,
  token: string | undefined,
  open: (token: string, context: GithubContext) => Promise<GithubApi> = openApi,
): MergeBaseSource | undefined {
  const { pullRequest } = context
  if (pullRequest === null || token === undefined) return undefined
  return async (path) => {
    const api = await open(token, context)
    const commit = await api.mergeBase(`${pullRequest.base}...${pullRequest.head}`)
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) throw new Error('GitHub named no merge base')
    return { commit, text: await api.readFile(path, commit) }
  }
}
