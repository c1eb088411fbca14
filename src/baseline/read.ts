import { isAbsolute, join } from 'node:path'
import { ParityError } from '../errors.js'
import type { Host } from '../host/index.js'
import type { Change } from './change.js'
import { MAX_BASELINE_BYTES, parseBaseline } from './document.js'
import { openGit, type Git } from './git.js'
import { readAtCommit, resolveCommit } from './merge-base.js'
import { placeInRepository } from './place.js'
import { readOfChange } from './read-change.js'
import type { BaselineReading, MergeBaseSource } from './reading.js'
import { parseBaselineName, type BaselineName } from './reference.js'
import { readBaselineText } from './save.js'

/** Where a project keeps its baseline, from its directory. */
export const BASELINE_PATH: string = '.goparity/baseline.json'

export interface ReadBaselineOptions {
  /** `auto`, `none`, `file:PATH` or `git:REF`. */
  readonly reference: string
  /** Absolute directory of the project. */
  readonly directory: string
  /** The file that `auto` and `git:REF` mean, from that directory (default `.goparity/baseline.json`). */
  readonly path?: string
  /** `detectChange`: in a change only what its target branch had is trusted. */
  readonly change: Change | null
  /** Used when the clone does not reach the merge base. */
  readonly fetchAtMergeBase?: MergeBaseSource
  readonly signal?: AbortSignal
}

/** Whether git has the file as it is; git is optional here. */
async function describeState(git: Git, path: string): Promise<string> {
  const status = await git.ask(['status', '--porcelain=v1', '-z', '--ignored', '--', path])
  if (!status.ok) return 'not checked against git'
  const code = status.text.slice(0, 2)
  if (code === '') return 'committed'
  if (code === '??') return 'not committed yet'
  return code === '!!' ? 'ignored by git' : 'edited since the last commit'
}

async function readFile(host: Host, git: Git, path: string, shown: string): Promise<BaselineReading | null> {
  const text = await readBaselineText(host, path)
  if (text === null) return null
  const [snapshots, state] = [parseBaseline(text, shown).snapshots, await describeState(git, path)]
  if (snapshots.length === 0) return { kind: 'none', reason: `${shown} holds no job` }
  return {
    kind: 'found',
    snapshots,
    reference: { source: 'file', ref: shown, trusted: true, reason: `a file of this working tree, ${state}` },
  }
}

async function readCommit(host: Host, git: Git, ref: string, directory: string, path: string): Promise<BaselineReading> {
  const commit = await resolveCommit(git, ref)
  if (commit === null) {
    const inside = await git.ask(['rev-parse', '--is-inside-work-tree'])
    throw new ParityError(
      'git-failed',
      inside.ok ? `there is no commit, branch or tag ${ref} in this clone` : `the baseline git:${ref} cannot be read: ${inside.reason}`,
      'fetch it first (git fetch origin), or name another one',
    )
  }
  const place = await placeInRepository(host, git, directory, path)
  const file = await readAtCommit(git, commit, place ?? path, MAX_BASELINE_BYTES)
  if (!file.ok) throw new ParityError('git-failed', `the baseline git:${ref} cannot be read: ${file.reason}`)
  if (file.text === null) throw new ParityError('baseline-unreadable', `there is no ${path} in ${ref}`, 'name a commit that has one')
  return {
    kind: 'found',
    snapshots: parseBaseline(file.text, `${ref}:${path}`).snapshots,
    reference: { source: 'git', ref: commit, trusted: true, reason: `${path} as of ${ref}` },
  }
}

function pathOf(name: BaselineName, fallback: string): string {
  return name.kind === 'file' ? name.path : fallback
}

/**
 * Finds the baseline. In a pull request it is read from the merge base, so that the change it judges cannot forge it;
 * elsewhere from the working tree. Throws `usage` for a reference that is not understood, `baseline-unreadable` and
 * `baseline-newer` for a file that is there (or was named) and cannot be read, `git-failed` for a named commit that is not there.
 */
export async function readBaseline(host: Host, options: ReadBaselineOptions): Promise<BaselineReading> {
  const { directory, change, signal, path: standard = BASELINE_PATH } = options
  const name = parseBaselineName(options.reference)
  if (name.kind === 'none') return { kind: 'none', reason: 'no baseline was asked for' }
  if (name.kind === 'run')
    throw new ParityError(
      'usage',
      `the baseline ${options.reference} is an artifact of GitHub: only the report action can read it`,
      'here write auto, none, file:PATH or git:REF',
    )
  const git = openGit(host, directory, signal)
  const path = pathOf(name, standard)
  if (change !== null) return readOfChange({ host, git, directory, path, name, change, fetchAtMergeBase: options.fetchAtMergeBase })
  if (name.kind === 'git') return readCommit(host, git, name.ref, directory, path)
  const found = await readFile(host, git, isAbsolute(path) ? path : join(directory, path), path)
  if (found !== null) return found
  if (name.kind === 'auto') return { kind: 'none', reason: `there is no ${path}` }
  const { ok: isCheckedOut } = await git.ask(['rev-parse', '--is-inside-work-tree'])
  throw new ParityError(
    'baseline-unreadable',
    `there is no baseline file ${path}`,
    isCheckedOut || host.env['CI'] === undefined
      ? 'write it first: goparity baseline save'
      : 'no repository is checked out here: put a checkout step (actions/checkout) before this one',
  )
}
