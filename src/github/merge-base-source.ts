import type { MergeBaseSource } from '../baseline/index.js'
import { openGithub, type GithubClient } from './client.js'
import type { GithubContext } from './context.js'

/** The part of the client that is used. */
export type GithubApi = Pick<GithubClient, 'mergeBase' | 'readFile'>

/**
 * Reads files at the merge base of this run's pull request or merge queue entry through GitHub's API, for clones too shallow for git;
 * `undefined` outside of one or without a token. The client is loaded only when it is asked for something.
 */
export function mergeBaseSource(
  context: GithubContext,
  token: string | undefined,
  open: (token: string, context: GithubContext) => Promise<GithubApi> = openGithub,
): MergeBaseSource | undefined {
  const change = context.pullRequest ?? context.mergeGroup
  if (change === null || token === undefined) return undefined
  return async (path) => {
    const api = await open(token, context)
    const commit = await api.mergeBase(`${change.base}...${change.head}`)
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) throw new Error('GitHub named no merge base')
    return { commit, text: await api.readFile(path, commit) }
  }
}
