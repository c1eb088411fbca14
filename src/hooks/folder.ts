import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { ParityError } from '../errors.js'
import type { Environment, Host, ProcessResult } from '../host/index.js'

/** Where git looks for the hooks of a repository. */
export interface HooksFolder {
  /** Absolute, links resolved; it need not be there. */
  readonly path: string
  /** As `core.hooksPath` says it; `null` when that is not set. */
  readonly configured: string | null
  /** Where the hooks lie without `core.hooksPath`: in the folder that all working trees share. */
  readonly usual: string
  /** In the repository or in the folder of git, not somewhere that other repositories share. */
  readonly isInside: boolean
  /** Git commits what lies in it: it is the same for everybody who clones. */
  readonly isCommitted: boolean
  /** Top of the working tree, for short paths in messages. */
  readonly top: string
}

async function git(host: Host, directory: string, env: Environment, args: readonly string[]): Promise<ProcessResult> {
  try {
    return await host.processes.run('git', args, { cwd: directory, env: { ...host.env, ...env, LC_ALL: 'C' } })
  } catch (error) {
    throw new ParityError('git-failed', 'git is not on PATH', 'install git', { cause: error })
  }
}

function lineOf({ stdout }: ProcessResult): string {
  return stdout.text.replace(/\r?\n$/, '')
}

/** The path with every link resolved, also where only a part of it is there. */
async function resolveLinks(host: Host, path: string): Promise<string> {
  const parent = dirname(path)
  if (parent === path || (await host.files.status(path)) !== null) return host.files.realPath(path)
  return join(await resolveLinks(host, parent), path.slice(parent.length).replace(/^[/\\]+/, ''))
}

function liesIn(folder: string, path: string): boolean {
  const below = relative(folder, path)
  return below !== '' && !isAbsolute(below) && below.split(sep)[0] !== '..'
}

/** Finds the hooks of the repository of a directory. Throws `git-failed`, and `usage` for a repository without a working tree. */
export async function findHooksFolder(host: Host, directory: string): Promise<HooksFolder> {
  const kind = await git(host, directory, {}, ['rev-parse', '--is-bare-repository', '--is-inside-work-tree'])
  if (kind.exitCode !== 0)
    throw new ParityError(
      'git-failed',
      `${directory} is in no repository of git: ${kind.stderr.text.trim().split('\n')[0] ?? ''}`,
      'run it inside of a repository, or name one with -C DIR',
    )
  const [bare, inside] = lineOf(kind).split(/\r?\n/)
  if (inside !== 'true')
    throw new ParityError(
      'usage',
      bare === 'true'
        ? `${directory} is a bare repository: nobody commits in it, so none of these hooks would run`
        : `${directory} lies in the folder of git, not in a working tree`,
      'run it in a working tree of the repository',
    )
  const ask = async (...args: readonly string[]): Promise<string> =>
    lineOf(await git(host, directory, {}, ['rev-parse', '--path-format=absolute', ...args]))
  const [top, commonFolder, gitFolder] = [await ask('--show-toplevel'), await ask('--git-common-dir'), await ask('--absolute-git-dir')]
  // A relative path is meant from the top, also by GIT_DIR.
  const atTop = (host.env['GIT_DIR'] ?? '') === '' ? {} : { GIT_DIR: gitFolder, GIT_WORK_TREE: top }
  const named = lineOf(await git(host, top, atTop, ['rev-parse', '--path-format=absolute', '--git-path', 'hooks']))
  const set = await git(host, top, atTop, ['config', '--get', 'core.hooksPath'])
  const path = await resolveLinks(host, named)
  const [realTop, realCommon, realGit] = await Promise.all([top, commonFolder, gitFolder].map(async (one) => host.files.realPath(one)))
  const isGits = [realCommon, realGit].some((folder) => folder !== undefined && liesIn(folder, path))
  const isTrees = realTop !== undefined && liesIn(realTop, path)
  const ignored = isTrees && !isGits ? await git(host, top, atTop, ['check-ignore', '-q', '--', join(path, 'pre-commit')]) : null
  return {
    path,
    configured: set.exitCode === 0 ? lineOf(set) : null,
    usual: join(realCommon ?? commonFolder, 'hooks'),
    isInside: isGits || isTrees,
    isCommitted: ignored !== null && ignored.exitCode !== 0,
    top: realTop ?? top,
  }
}
