import { basename, dirname, resolve } from 'node:path'
import { openGit } from '../baseline/index.js'
import type { Host } from '../host/index.js'
import { redact } from '../snapshot/index.js'
import type { RootPlace } from './roots.js'

/** Since when a line of go.sum is there. */
export interface LineOrigin {
  /** Full name of the commit that wrote it; `null`: the line is in the file and not committed. */
  readonly commit: string | null
  /** Author date, `2024-05-01T12:00:00Z`; `null` without a commit. */
  readonly date: string | null
  /** First line of the commit message, one harmless line of at most 100 characters. */
  readonly subject: string
  /** Whether the history of this clone ends at that commit: the line may be older. */
  readonly cutOff: boolean
}

const MAX_SUM_BYTES = 64 * 1024 * 1024
const SHOWN = 100
const NOT_COMMITTED: LineOrigin = { commit: null, date: null, subject: '', cutOff: false }

/** Commit messages are anybody's text. */
function harmless(text: string): string {
  return redact(text.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim()).slice(0, SHOWN)
}

/** Nothing that runs or fetches: no program of a diff driver, no pager, no blob of a partial clone from a server. */
function offline(host: Host): Host {
  return { ...host, env: { ...host.env, GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none', GIT_PAGER: 'cat' } }
}

function parseBlame(text: string): { commit: string; date: string | null; subject: string; boundary: boolean } | null {
  const commit = /^(?<commit>[0-9a-f]{40}(?:[0-9a-f]{24})?) \d+ \d+/.exec(text)?.groups?.['commit']
  if (commit === undefined) return null
  // Up to the content of the line, which begins with a tab.
  const header = text.split('\n\t', 1)[0] ?? ''
  const field = (name: string): string => new RegExp(`^${name} (.*)$`, 'm').exec(header)?.[1] ?? ''
  const seconds = Number(field('author-time'))
  const date = new Date(seconds * 1000)
  const known = field('author-time') !== '' && !Number.isNaN(date.getTime())
  return {
    commit,
    date: known ? date.toISOString().replace('.000Z', 'Z') : null,
    subject: harmless(field('summary')),
    boundary: /^boundary$/m.test(header),
  }
}

/**
 * The commit that wrote a line of go.sum. `goSumFile` is absolute, or POSIX from the root; `line` counts from 1, in the file as it is
 * now. The commit is looked for, not the file: filters that a repository names for its files never run, nothing comes over the network.
 * `null` where git cannot say: no repository, no commit, no git. Throws only `cancelled`.
 */
export async function sinceWhen(
  host: Host,
  place: Pick<RootPlace, 'path'>,
  goSumFile: string,
  line: number,
  signal?: AbortSignal,
): Promise<LineOrigin | null> {
  const file = resolve(place.path, goSumFile)
  const name = basename(file)
  const bytes = await host.files.read(file, MAX_SUM_BYTES).catch(() => null)
  const wanted = bytes === null ? undefined : new TextDecoder().decode(bytes).split('\n')[line - 1]?.trim()
  if (wanted === undefined || wanted === '') return null
  const git = openGit(offline(host), dirname(file), signal)
  const head = await git.ask(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
  if (!head.ok) return null
  const committed = await git.ask(['cat-file', 'blob', `HEAD:./${name}`], MAX_SUM_BYTES)
  if (!committed.ok) {
    // There and not readable is another thing than not there: in a clone without file contents, for one.
    const listed = await git.ask(['ls-tree', '--name-only', 'HEAD', '--', name])
    return listed.ok && listed.text.trim() === '' ? NOT_COMMITTED : null
  }
  const lines = committed.text.split('\n')
  const at = lines.findIndex((text) => text.trim() === wanted)
  if (at === -1) return NOT_COMMITTED
  const number = String(at + 1)
  const blame = await git.ask([
    '-c',
    'blame.ignoreRevsFile=',
    'blame',
    '--porcelain',
    '--no-textconv',
    '-L',
    `${number},${number}`,
    'HEAD',
    '--',
    name,
  ])
  const found = blame.ok ? parseBlame(blame.text) : null
  if (found === null) return null
  const { boundary, ...origin } = found
  const shallow = boundary ? await git.ask(['rev-parse', '--is-shallow-repository']) : null
  return { ...origin, cutOff: shallow?.ok === true && shallow.text.trim() === 'true' }
}

/** `since 2024-05-01, commit 5a9499fa3478 "add m"`, for a sentence about a line. */
export function describeOrigin({ commit, date, subject, cutOff }: LineOrigin): string {
  if (commit === null) return 'not committed yet'
  const day = date === null ? '' : ` ${date.slice(0, 10)}`
  const named = `commit ${commit.slice(0, 12)}${subject === '' ? '' : ` "${subject}"`}`
  return cutOff ? `since${day} or earlier (this clone is shallow and ends at ${named})` : `since${day}, ${named}`
}
