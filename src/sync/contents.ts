import { ParityError } from '../errors.js'
import type { Host, ProcessResult } from '../host/index.js'
import { sha256 } from '../host/index.js'

/** The files that decide which modules a build uses, wherever in the repository they lie. */
const NAMES = ['go.mod', 'go.sum', 'go.work', 'go.work.sum', 'vendor/modules.txt']
/** Patterns of git for them. */
const PATHSPECS: readonly string[] = NAMES.flatMap((name) => [`:(top,glob)${name}`, `:(top,glob)**/${name}`])

/** Where the content comes from: what is staged, a commit, or the files as they lie there. */
export type ContentSource =
  | { readonly from: 'index' }
  | { readonly from: 'commit'; readonly reference: string }
  | { readonly from: 'worktree' }

/** One file to bring. */
export interface SyncedFile {
  /** With slashes, from the top of the repository. */
  readonly path: string
  readonly content: Uint8Array
  /** sha256 of the content, hex. */
  readonly sum: string
  /** Its name among git's objects; empty for a file that is not stored. */
  readonly blob: string
}

/** A repository, as far as sync needs it. */
export interface Repository {
  /** Top of the working tree; absolute, links resolved. */
  readonly top: string
  /** The folder that all working trees of the repository share. */
  readonly commonFolder: string
}

const MOST_BYTES = 256 * 1024 * 1024

async function git(host: Host, directory: string, args: readonly string[], maxOutputBytes?: number): Promise<ProcessResult> {
  try {
    // A hook's index is the one that git names in the environment.
    return await host.processes.run('git', args, {
      cwd: directory,
      env: { ...host.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
      ...(maxOutputBytes === undefined ? {} : { maxOutputBytes }),
    })
  } catch (error) {
    throw new ParityError('git-failed', 'git is not on PATH', 'install git', { cause: error })
  }
}

function said({ stderr }: ProcessResult): string {
  return stderr.text.trim().split('\n')[0] ?? ''
}

/** Finds the repository of a directory. Throws `git-failed`. */
export async function openRepository(host: Host, directory: string): Promise<Repository> {
  const told = await git(host, directory, ['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-common-dir'])
  const [top, commonFolder] = told.stdout.text.split('\n')
  if (told.exitCode !== 0 || top === undefined || commonFolder === undefined || commonFolder === '')
    throw new ParityError(
      'git-failed',
      `${directory} is in no working tree of git: ${said(told)}`,
      'sync brings what git has; run it inside of a repository',
    )
  return { top, commonFolder }
}

interface Entry {
  readonly path: string
  readonly blob: string
}

/** `MODE BLOB STAGE<tab>PATH` of ls-files, `MODE blob BLOB<tab>PATH` of ls-tree; each ended by a zero byte. */
function parseEntries(text: string): readonly Entry[] {
  return text
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const tab = line.indexOf('\t')
      const path = line.slice(tab + 1)
      const [mode = '', second = '', third = ''] = line.slice(0, tab).split(' ')
      const stage = second === 'blob' ? '0' : third
      if (stage !== '0')
        throw new ParityError(
          'git-failed',
          `${path} is in conflict: a merge is under way`,
          `resolve it and run git add ${path}, then sync again`,
        )
      if (mode === '120000') throw new ParityError('git-failed', `${path} is a symbolic link`, 'sync brings files only')
      return { path, blob: second === 'blob' ? third : second }
    })
    .filter(({ path }) => NAMES.some((name) => path === name || path.endsWith(`/${name}`)))
}

/** Reads what `git cat-file --batch` writes: for each object `NAME blob SIZE`, its bytes, a line feed; or `NAME missing`. */
function parseBatch(bytes: Buffer): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>()
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0x0a, at)
    if (end === -1) break
    const [name = '', kind, size = ''] = bytes.toString('latin1', at, end).split(' ')
    at = end + 1
    if (kind !== 'blob') continue
    const until = at + Number(size)
    if (until < bytes.length) contents.set(name, bytes.subarray(at, until))
    at = until + 1
  }
  return contents
}

/** Contents of objects of git, by one process however many they are, sorted by path. */
async function readBlobs(host: Host, top: string, entries: readonly Entry[]): Promise<readonly SyncedFile[]> {
  if (entries.length === 0) return []
  // The text of a process has bytes replaced that are no UTF-8: what it writes is taken as it comes.
  const chunks: Uint8Array[] = []
  const told = await host.processes.run('git', ['cat-file', '--batch'], {
    cwd: top,
    env: host.env,
    input: new TextEncoder().encode(`${entries.map(({ blob }) => blob).join('\n')}\n`),
    maxOutputBytes: 1024,
    onOutput: (stream, chunk) => {
      if (stream === 'stdout') chunks.push(chunk.slice())
    },
  })
  const contents = parseBatch(Buffer.concat(chunks))
  return entries
    .map(({ path, blob }) => {
      const content = contents.get(blob)
      if (content === undefined)
        throw new ParityError('git-failed', `git no longer has the content of ${path} (${blob}): ${said(told)}`, 'run goparity sync again')
      return fileOf(path, content, blob)
    })
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

function fileOf(path: string, content: Uint8Array, blob: string): SyncedFile {
  return { path, content, sum: sha256(content), blob }
}

/** The empty content, in repositories of either kind. */
const EMPTY = /^(?:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391|473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813)$/

/** Without those that are only meant to be added (`git add -N`): they look empty, and a commit leaves them out. */
async function withoutIntentions(host: Host, top: string, entries: readonly Entry[]): Promise<readonly Entry[]> {
  if (!entries.some(({ blob }) => EMPTY.test(blob))) return entries
  const told = await git(host, top, ['diff', '--name-only', '-z', '--diff-filter=A', '--no-ext-diff', '--', ...PATHSPECS], MOST_BYTES)
  const intended = new Set(told.stdout.text.split('\0'))
  return entries.filter(({ path }) => !intended.has(path))
}

/** The files of the repository that sync brings, sorted by path. Throws `git-failed`. */
export async function readContents(host: Host, { top }: Repository, source: ContentSource): Promise<readonly SyncedFile[]> {
  if (source.from === 'commit') {
    // A reference is never read as a flag.
    const told = await git(host, top, ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', source.reference], MOST_BYTES)
    if (told.exitCode !== 0)
      throw new ParityError(
        'git-failed',
        `the commit ${source.reference} cannot be read: ${said(told)}`,
        'name a commit, branch or tag of this repository',
      )
    return readBlobs(host, top, parseEntries(told.stdout.text))
  }
  const told = await git(host, top, ['ls-files', '-s', '-z', '--', ...PATHSPECS], MOST_BYTES)
  if (told.exitCode !== 0) throw new ParityError('git-failed', `the index cannot be read: ${said(told)}`)
  const entries = parseEntries(told.stdout.text)
  if (source.from === 'index') return readBlobs(host, top, await withoutIntentions(host, top, entries))
  const files = await Promise.all(
    entries.map(async ({ path }) => {
      const content = await host.files.read(`${top}/${path}`, MOST_BYTES)
      return content === null ? [] : [fileOf(path, content, '')]
    }),
  )
  return files.flat()
}

/** What git still has of contents that were to be brought later. Throws `git-failed` when it has it no longer. */
export async function readPending(
  host: Host,
  { top }: Repository,
  blobs: Readonly<Record<string, string>>,
): Promise<readonly SyncedFile[]> {
  return readBlobs(
    host,
    top,
    Object.entries(blobs).map(([path, blob]) => ({ path, blob })),
  )
}
