import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { openGithub, readContext, type GithubClient } from '../../../src/github/index.js'
import { fakeHost } from '../../../src/testing/index.js'
import { makeFolder, writeTree, type FileTree } from '../../support/project.js'
import { startFakeGitHub, type FakeGitHub } from './index.js'

const TOKEN = 'ghs_fake'

/** A fake GitHub with an empty git repository, and the real client in front of it. */
export interface Lab {
  readonly github: FakeGitHub
  readonly client: GithubClient
  /** Another client, whose writes do not wait for those of the first; `ghs_reader` may only read, `ghs_nobody` nothing. */
  open(token?: 'ghs_fake' | 'ghs_reader' | 'ghs_nobody'): Promise<GithubClient>
  /** Runs git in the repository; gives what it prints. */
  git(...args: readonly string[]): string
  /** A commit with these files on top of what is there; gives its name. */
  commit(files: FileTree): string
  /** Rejects when a request or an answer was not as GitHub describes its API. */
  close(): Promise<void>
}

/** Retries wait 5 ms where they would wait a second. */
const SECOND_MS = 5

export async function openLab(): Promise<Lab> {
  const folder = makeFolder()
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=Octo', '-c', 'user.email=octo@example.com', ...args], { encoding: 'utf8' }).trim()
  git('init', '-q', '-b', 'main')
  const github = await startFakeGitHub({
    repository: { name: 'octo/lab', folder },
    token: TOKEN,
    tokens: { ghs_reader: { read: true, checks: false }, ghs_nobody: { read: false, checks: false } },
  })
  const context = await readContext(fakeHost({ env: { GITHUB_REPOSITORY: 'octo/lab', GITHUB_API_URL: github.url } }))
  const open = async (token: string = TOKEN): Promise<GithubClient> =>
    openGithub(token, context, { secondMs: SECOND_MS, group: randomUUID() })
  return {
    github,
    client: await open(),
    open,
    git,
    commit(files) {
      writeTree(folder, files)
      git('add', '.')
      git('commit', '-q', '--allow-empty', '-m', 'x')
      return git('rev-parse', 'HEAD')
    },
    async close() {
      await github.close()
      if (github.violations.length > 0) throw new Error(github.violations.slice(0, 20).join('\n'))
    },
  }
}
