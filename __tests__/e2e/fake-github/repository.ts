import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { apiError, type Answer } from './answer.js'
import type { ApiDescription } from './openapi.js'

/** Files over this size are named but not carried by the contents operation. */
const CONTENT_LIMIT = 1024 * 1024

/** Bytes of `git …` in a repository, or null when git says no. */
function git(folder: string, args: readonly string[]): Buffer | null {
  const done = spawnSync('git', ['-C', folder, ...args], { maxBuffer: 64 * 1024 * 1024 })
  return done.status === 0 ? done.stdout : null
}

function line(folder: string, args: readonly string[]): string | null {
  return git(folder, args)?.toString('utf8').trim() ?? null
}

/** The read operations on the commits and files of a repository, answered from a real git repository. */
export interface RepositoryApi {
  describe(): Answer
  compare(basehead: string, query: URLSearchParams): Answer
  /** A commit and those before it. */
  commits(query: URLSearchParams): Answer
  /** `heads/main` */
  reference(name: string): Answer
  contents(path: string, ref: string | null, accept: string): Answer
}

export interface RepositoryOptions {
  /** `owner/name` */
  readonly name: string
  /** A git repository. */
  readonly folder: string
  readonly id: number
  readonly defaultBranch: string
}

/** The API names the files of a comparison up to this number. */
const MAX_FILES = 300

export function openRepositoryApi(description: ApiDescription, options: RepositoryOptions): RepositoryApi {
  const { name, folder, defaultBranch } = options
  const api = `https://api.github.com/repos/${name}`
  const web = `https://github.com/${name}`

  /** Commits as the API describes them, as `git log` with these arguments names them. */
  function log(...args: readonly string[]): readonly unknown[] {
    const text = line(folder, ['log', '--format=%H%n%T%n%P%n%s%x00', ...args]) ?? ''
    return text
      .split('\0')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
      .map((entry) => {
        const [sha = '', tree = '', parents = '', message = ''] = entry.split('\n')
        return commit(sha, tree, parents, message)
      })
  }

  function commit(sha: string, tree: string, parents: string, message: string): unknown {
    const person = { name: 'Octo', email: 'octo@example.com', date: '2020-01-01T00:00:00Z' }
    return {
      url: `${api}/commits/${sha}`,
      sha,
      node_id: `C_${sha}`,
      html_url: `${web}/commit/${sha}`,
      comments_url: `${api}/commits/${sha}/comments`,
      commit: {
        url: `${api}/git/commits/${sha}`,
        author: person,
        committer: person,
        message,
        comment_count: 0,
        tree: { sha: tree, url: `${api}/git/trees/${tree}` },
      },
      author: null,
      committer: null,
      parents: parents
        .split(' ')
        .filter((parent) => parent !== '')
        .map((parent) => ({ sha: parent, url: `${api}/commits/${parent}`, html_url: `${web}/commit/${parent}` })),
    }
  }

  function changed(base: string, head: string): unknown[] {
    const names: Readonly<Record<string, string>> = { A: 'added', M: 'modified', D: 'removed', R: 'renamed' }
    const patches = (line(folder, ['diff', '-M', base, head]) ?? '').split(/^diff --git /m).slice(1)
    return (line(folder, ['diff', '--raw', '--abbrev=40', '-M', base, head]) ?? '')
      .split('\n')
      .filter((text) => text !== '')
      .slice(0, MAX_FILES)
      .map((text, index) => {
        const [fields = '', first = '', second] = text.split('\t')
        const [, , before = '', after = '', status = ''] = fields.split(' ')
        const filename = second ?? first
        const patch = patches[index] ?? ''
        const at = patch.indexOf('\n@@ ')
        return {
          sha: status === 'D' ? before : after,
          filename,
          status: names[status.charAt(0)] ?? 'changed',
          additions: 1,
          deletions: 1,
          changes: 2,
          blob_url: `${web}/blob/${head}/${filename}`,
          raw_url: `${web}/raw/${head}/${filename}`,
          contents_url: `${api}/contents/${filename}?ref=${head}`,
          previous_filename: second === undefined ? undefined : first,
          patch: at < 0 ? undefined : patch.slice(at + 1),
        }
      })
  }

  return {
    describe() {
      const [, own = ''] = name.split('/')
      const given = { id: options.id, name: own, full_name: name, default_branch: defaultBranch }
      return { status: 200, json: description.complete('full-repository', given) }
    },

    reference(reference) {
      const sha = line(folder, ['rev-parse', '--verify', '--quiet', `refs/${reference}`])
      if (sha === null) return apiError(404, 'Not Found')
      const object = { type: 'commit', sha, url: `${api}/git/commits/${sha}` }
      return { status: 200, json: { ref: `refs/${reference}`, node_id: 'x', url: `${api}/git/refs/${reference}`, object } }
    },

    commits(query) {
      const sha = line(folder, ['rev-parse', '--verify', '--quiet', `${query.get('sha') ?? defaultBranch}^{commit}`])
      if (sha === null) return apiError(404, 'Not Found')
      const size = Math.min(100, Number(query.get('per_page') ?? 30))
      const skip = (Number(query.get('page') ?? 1) - 1) * size
      return { status: 200, json: log(`--skip=${skip}`, `--max-count=${size}`, sha) }
    },

    compare(basehead, query) {
      const [from = '', to = ''] = basehead.split('...')
      const base = line(folder, ['rev-parse', '--verify', '--quiet', `${from}^{commit}`])
      const head = line(folder, ['rev-parse', '--verify', '--quiet', `${to}^{commit}`])
      const merged = base === null || head === null ? null : line(folder, ['merge-base', base, head])
      if (base === null || head === null || merged === null) return apiError(404, 'Not Found')
      const ahead = Number(line(folder, ['rev-list', '--count', `${base}..${head}`]))
      const [size, page] = [Number(query.get('per_page') ?? 250), Number(query.get('page') ?? 1)]
      const behind = Number(line(folder, ['rev-list', '--count', `${head}..${base}`]))
      return {
        status: 200,
        json: {
          url: `${api}/compare/${basehead}`,
          html_url: `${web}/compare/${basehead}`,
          permalink_url: `${web}/compare/${basehead}`,
          diff_url: `${web}/compare/${basehead}.diff`,
          patch_url: `${web}/compare/${basehead}.patch`,
          base_commit: log('-1', base)[0],
          merge_base_commit: log('-1', merged)[0],
          status: ahead > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? 'behind' : 'identical',
          ahead_by: ahead,
          behind_by: behind,
          total_commits: ahead,
          commits: log('--reverse', `${base}..${head}`).slice((page - 1) * size, page * size),
          // All on the first page, however many commits it has.
          ...(page === 1 ? { files: changed(merged, head) } : {}),
        },
      }
    },

    contents(path, ref, accept) {
      const sha = line(folder, ['rev-parse', '--verify', '--quiet', `${ref ?? 'HEAD'}^{commit}`])
      if (sha === null) return apiError(404, `No commit found for the ref ${String(ref)}`)
      const object = `${sha}:${path}`
      if (line(folder, ['cat-file', '-t', object]) !== 'blob') return apiError(404, 'Not Found')
      const bytes = git(folder, ['cat-file', 'blob', object]) ?? Buffer.alloc(0)
      if (/\braw\b/.test(accept))
        return { status: 200, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' }, bytes }
      const id = line(folder, ['rev-parse', object]) ?? ''
      const links = {
        self: `${api}/contents/${path}?ref=${sha}`,
        git: `${api}/git/blobs/${id}`,
        html: `${web}/blob/${sha}/${path}`,
      }
      const large = bytes.length > CONTENT_LIMIT
      return {
        status: 200,
        json: {
          type: 'file',
          // Base64 in lines of 60, as GitHub sends it.
          encoding: large ? 'none' : 'base64',
          content: large ? '' : bytes.toString('base64').replaceAll(/.{60}/g, '$&\n'),
          size: bytes.length,
          name: basename(path),
          path,
          sha: id,
          url: links.self,
          git_url: links.git,
          html_url: links.html,
          download_url: `https://raw.githubusercontent.com/${name}/${sha}/${path}`,
          _links: links,
        },
      }
    },
  }
}
