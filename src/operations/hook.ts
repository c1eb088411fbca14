import { relative } from 'node:path'
import { ParityError } from '../errors.js'
import {
  describeHook,
  findHooksFolder,
  installHooks,
  nodeHookFiles,
  seeHooks,
  uninstallHooks,
  type HookName,
  type HookPolicy,
  type HooksFolder,
  type HookState,
  type Program,
} from '../hooks/index.js'
import { parsePlace } from '../sync/index.js'
import type { Session } from './session.js'

/** Which repository is meant. */
export interface HookPlaceOptions {
  /** Absolute; anywhere in the working tree. */
  readonly directory: string
  readonly version: string
}

/** Options of `hook install`. */
export interface HookInstallOptions extends HookPlaceOptions {
  /** As a person writes it, for `sync`. */
  readonly place: string
  readonly policy: HookPolicy
  /** How goparity was started; `null`: the hooks look for it. */
  readonly program: Program | null
  /** Overwrite a hook of goparity that a person edited. */
  readonly force: boolean
}

/** One hook, as it is after the command. */
export interface HookEntry {
  readonly name: HookName
  readonly state: HookState
  /** What this command did to it; `status` does nothing. */
  readonly change: 'installed' | 'updated' | 'unchanged' | 'removed' | 'restored' | 'left' | null
  readonly place: string | null
  readonly policy: HookPolicy | null
  /** Whether a hook that was there before is called first. */
  readonly hasEarlier: boolean
}

/** What `goparity hook` prints with `--format json`. */
export interface HookDocument {
  readonly schema: 'goparity/hooks/1'
  readonly tool: { readonly version: string }
  readonly action: 'install' | 'uninstall' | 'status'
  /** From the top of the working tree where it lies in it, else absolute. */
  readonly folder: string
  readonly hooks: readonly HookEntry[]
  /** What a person should know, one sentence each. */
  readonly notes: readonly string[]
}

type Change = HookEntry['change']

function shortPath({ top }: HooksFolder, path: string): string {
  const below = relative(top, path)
  return below.startsWith('..') ? path : below.replaceAll('\\', '/')
}

/** What holds for the folder, whatever is done in it. */
function folderNotes(folder: HooksFolder): readonly string[] {
  const short = shortPath(folder, folder.path)
  const own = /(?:^|[/\\])\.husky[/\\]_$/.test(folder.path)
  return [
    ...(own ? [`husky writes ${short} anew each time it is set up: a line in .husky/pre-commit stays, see docs/hooks.md`] : []),
    ...(folder.isCommitted ? [`${short} is a part of the working tree: commit the hooks, or keep them out of git`] : []),
  ]
}

async function documentOf(
  { host }: Session,
  { version }: HookPlaceOptions,
  action: HookDocument['action'],
  folder: HooksFolder,
  told: { readonly changes?: ReadonlyMap<HookName, Change>; readonly notes: readonly string[] },
): Promise<HookDocument> {
  const hooks = (await seeHooks(host, folder.path)).map((hook): HookEntry => {
    const { name, state, place, policy, hasEarlier } = describeHook(hook)
    return { name, state, change: told.changes?.get(name) ?? null, place, policy, hasEarlier }
  })
  return { schema: 'goparity/hooks/1', tool: { version }, action, folder: shortPath(folder, folder.path), hooks, notes: told.notes }
}

/**
 * Writes the hooks that bring the staged files to a place. A hook that is there stays and is called first. Throws `usage` where git reads
 * hooks outside of the repository, or where one cannot be kept, `git-failed` and `write-failed`.
 */
export async function installHook(session: Session, options: HookInstallOptions): Promise<HookDocument> {
  parsePlace(options.place)
  const folder = await findHooksFolder(session.host, options.directory)
  if (!folder.isInside)
    throw new ParityError(
      'usage',
      `git reads the hooks of this repository from ${folder.configured ?? folder.path}, which lies outside of it; nothing was changed`,
      folder.configured === null
        ? `${folder.usual} is a link: replace it by a folder of this repository`
        : `give this repository hooks of its own: git config core.hooksPath ${shortPath(folder, folder.usual)}`,
    )
  // A path of this machine helps nobody who clones.
  const program = folder.isCommitted ? null : options.program
  const { place, policy, force } = options
  const done = await installHooks(session.host, nodeHookFiles, folder.path, { place, policy, program, force })
  const misnamed = done.flatMap(({ name, earlier }) =>
    earlier?.isMisnamed === true
      ? [`${name}: the hook that was there asks for its own name, and that is ${earlier.file} now: see whether it still works`]
      : [],
  )
  return documentOf(session, options, 'install', folder, {
    changes: new Map(done.map(({ name, change }) => [name, change])),
    notes: [...folderNotes(folder), ...misnamed],
  })
}

/** The folders in which hooks of goparity may lie: `core.hooksPath` may have been set since. */
function foldersOf(folder: HooksFolder): readonly string[] {
  return [...new Set([...(folder.isInside ? [folder.path] : []), folder.usual])]
}

/** Takes the hooks away and puts back what was there before. Throws `usage`, `git-failed` and `write-failed`. */
export async function uninstallHook(session: Session, options: HookPlaceOptions & { readonly force: boolean }): Promise<HookDocument> {
  const folder = await findHooksFolder(session.host, options.directory)
  const changes = new Map<HookName, Change>()
  const notes: string[] = []
  for (const path of foldersOf(folder))
    for (const { name, change } of await uninstallHooks(session.host, nodeHookFiles, path, options)) {
      if (change === 'absent') continue
      changes.set(name, change)
      if (change === 'left')
        notes.push(
          `${name}: somebody wrote another hook over that of goparity; it stays, and ${name}.before-goparity beside it is what was there before`,
        )
    }
  return documentOf(session, options, 'uninstall', folder, { changes, notes })
}

/** Says which hooks are installed, and what keeps them from running. Throws `usage` and `git-failed`. */
export async function hookStatus(session: Session, options: HookPlaceOptions): Promise<HookDocument> {
  const folder = await findHooksFolder(session.host, options.directory)
  const notes: string[] = []
  if (folder.configured !== null && folder.usual !== folder.path) {
    const unread = (await seeHooks(session.host, folder.usual)).filter(({ kind }) => kind === 'ours')
    if (unread.length > 0)
      notes.push(
        `git reads hooks from ${folder.configured} (core.hooksPath), not those of goparity in ${shortPath(folder, folder.usual)}: install again`,
      )
  }
  const seen = await seeHooks(session.host, folder.path)
  for (const hook of seen) {
    const { state } = describeHook(hook)
    if (state === 'replaced') notes.push(`${hook.name}: somebody wrote another hook over that of goparity: goparity hook install chains it`)
    if (state === 'edited') notes.push(`${hook.name}: a person edited it; goparity hook install --force writes it anew`)
    if (state === 'outdated' || state === 'off') notes.push(`${hook.name}: goparity hook install writes it anew`)
  }
  const isHere = seen.some(({ kind }) => kind === 'ours')
  return documentOf(session, options, 'status', folder, { notes: [...(isHere ? folderNotes(folder) : []), ...notes] })
}
