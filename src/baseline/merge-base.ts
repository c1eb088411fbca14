import type { Change } from './change.js'
import type { Git } from './git.js'

/** The commit a change started from. */
export type MergeBase = { readonly ok: true; readonly commit: string } | { readonly ok: false; readonly reason: string }

/** What no reference has (git-check-ref-format), so that no name becomes an option, a range or a path. */
export function isReferenceName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= 1000 &&
    !name.startsWith('-') &&
    // eslint-disable-next-line no-control-regex -- controls are what is refused
    !/[\u0000-\u0020\u007F~^:?*[\\]|\.\.|@\{/.test(name)
  )
}

/** How each CI is told to clone the whole history. */
const DEEPER: Readonly<Record<Change['provider'], string>> = {
  github: 'set `fetch-depth: 0` on actions/checkout',
  gitlab: 'set the variable `GIT_DEPTH: "0"` for the job',
  jenkins: 'switch off the shallow clone, and fetch the target branch too',
}

/** The name of a commit, or `null` when this clone does not have it. */
export async function resolveCommit(git: Git, name: string): Promise<string | null> {
  const answer = await git.ask(['rev-parse', '--verify', '--quiet', `${name}^{commit}`])
  return answer.ok ? answer.text.trim() : null
}

/**
 * Where a change left its target branch: the newest commit that both have. It belongs to the target branch,
 * so the change cannot have written it. In a shallow clone it may not be there: the reason then says what to set.
 */
export async function findMergeBase(git: Git, change: Change): Promise<MergeBase> {
  const inside = await git.ask(['rev-parse', '--is-inside-work-tree', '--is-shallow-repository'])
  if (!inside.ok) return { ok: false, reason: inside.reason }
  const shallow = inside.text.includes('\ntrue')
  const named = change.branch !== null && isReferenceName(change.branch) ? [`refs/remotes/origin/${change.branch}`] : []
  let known = false
  for (const candidate of [...named, ...change.commits]) {
    const commit = await resolveCommit(git, candidate)
    if (commit === null) continue
    known = true
    const base = await git.ask(['merge-base', commit, 'HEAD'])
    const [first = ''] = base.ok ? base.text.split('\n', 1) : []
    if (first !== '') return { ok: true, commit: first }
  }
  const branch = change.branch === null ? 'its target branch' : change.branch
  if (shallow)
    return { ok: false, reason: `the clone is shallow and does not reach the merge base with ${branch}: ${DEEPER[change.provider]}` }
  if (known) return { ok: false, reason: `this change and ${branch} have no commit in common` }
  return { ok: false, reason: `this clone does not have ${branch}: fetch it (git fetch origin), or ${DEEPER[change.provider]}` }
}

/** A file of a commit: its text, that it is not there, or why it cannot be read. */
export type FileAtCommit = { readonly ok: true; readonly text: string | null } | { readonly ok: false; readonly reason: string }

/** Reads a file as of a commit; `path` is POSIX, from the top of the repository. Symbolic links are refused. */
export async function readAtCommit(git: Git, commit: string, path: string, maxBytes: number): Promise<FileAtCommit> {
  const listing = await git.ask(['ls-tree', '-z', '-l', '--full-tree', commit, '--', path])
  if (!listing.ok) return listing
  const [row = ''] = listing.text.split('\0', 1)
  if (row === '') return { ok: true, text: null }
  const found = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t/.exec(row)
  const [, mode = '', kind = '', object = '', size = ''] = found ?? []
  if (kind !== 'blob' || mode === '120000') return { ok: false, reason: `${path} is no regular file in commit ${commit.slice(0, 12)}` }
  if (Number(size) > maxBytes) return { ok: false, reason: `${path} has ${size} bytes; at most ${String(maxBytes)} are read` }
  const blob = await git.ask(['cat-file', 'blob', object], maxBytes + 1)
  return blob.ok ? { ok: true, text: blob.text } : blob
}
