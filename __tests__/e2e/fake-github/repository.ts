import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { apiError, type Answer } from './answer.js'

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
  compare(basehead: string): Answer
  contents(path: string, ref: string | null, accept: string): Answer
}

export function openRepositoryApi(name: string, folder: string): RepositoryApi {
  const api = `https://api.github.com/repos/${name}`
  const web = `https://github.com/${name}`

  function commit(sha: string): unknown {
    const [tree = '', message = '', parents = ''] = (line(folder, ['show', '-s', '--format=%T%n%s%n%P', sha]) ?? '').split('\n')
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
    const names: Readonly<Record<string, string>> = { A: 'added', M: 'modified', D: 'removed' }
    return (line(folder, ['diff', '--name-status', '--no-renames', base, head]) ?? '')
      .split('\n')
      .filter((text) => text !== '')
      .map((text) => {
        const [letter = '', filename = ''] = text.split('\t')
        return {
          sha: line(folder, ['rev-parse', `${letter === 'D' ? base : head}:${filename}`]),
          filename,
          status: names[letter] ?? 'changed',
          additions: 1,
          deletions: 1,
          changes: 2,
          blob_url: `${web}/blob/${head}/${filename}`,
          raw_url: `${web}/raw/${head}/${filename}`,
          contents_url: `${api}/contents/${filename}?ref=${head}`,
        }
      })
  }

  return {
    compare(basehead) {
      const [from = '', to = ''] = basehead.split('...')
      const base = line(folder, ['rev-parse', '--verify', '--quiet', `${from}^{commit}`])
      const head = line(folder, ['rev-parse', '--verify', '--quiet', `${to}^{commit}`])
      const merged = base === null || head === null ? null : line(folder, ['merge-base', base, head])
      if (base === null || head === null || merged === null) return apiError(404, 'Not Found')
      const commits = (line(folder, ['rev-list', '--reverse', `${base}..${head}`]) ?? '').split('\n').filter((sha) => sha !== '')
      const behind = Number(line(folder, ['rev-list', '--count', `${head}..${base}`]))
      return {
        status: 200,
        json: {
          url: `${api}/compare/${basehead}`,
          html_url: `${web}/compare/${basehead}`,
          permalink_url: `${web}/compare/${basehead}`,
          diff_url: `${web}/compare/${basehead}.diff`,
          patch_url: `${web}/compare/${basehead}.patch`,
          base_commit: commit(base),
          merge_base_commit: commit(merged),
          status: commits.length > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? 'behind' : 'identical',
          ahead_by: commits.length,
          behind_by: behind,
          total_commits: commits.length,
          commits: commits.map(commit),
          files: changed(merged, head),
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
