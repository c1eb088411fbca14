import { basename, dirname, join } from 'node:path'
import { ParityError, toError } from '../errors.js'
import type { Host } from '../host/index.js'
import { callEarlier, type EarlierCall } from './earlier.js'
import type { HookFiles } from './hook-files.js'
import { seeHooks, type SeenHook } from './look.js'
import { EARLIER_SUFFIX, HOOK_NAMES, type HookName } from './names.js'
import { hookScript, type HookOptions } from './script.js'

/** What an installation is told. */
export interface InstallOptions extends Pick<HookOptions, 'place' | 'policy' | 'program'> {
  /** Also where a person edited a hook of goparity. */
  readonly force: boolean
}

/** What became of one hook. */
export interface InstalledHook {
  readonly name: HookName
  readonly change: 'installed' | 'updated' | 'unchanged'
  /** The file beside it that it calls first; `null` when there is none. */
  readonly earlier: EarlierCall | null
}

/** The hook that is called first. A link to another hook of the folder leads to where that one is now. */
async function earlierOf(host: Host, folder: string, hook: SeenHook): Promise<EarlierCall | null> {
  const source = hook.hasEarlier ? hook.earlierPath : hook.kind === 'foreign' ? hook.path : null
  if (source === null) return null
  const real = await host.files.realPath(source)
  const linked = dirname(real) === folder ? HOOK_NAMES.find((name) => name !== hook.name && name === basename(real)) : undefined
  if (linked === undefined) return callEarlier(`${hook.name}${EARLIER_SUFFIX}`, (hook.hasEarlier ? hook.earlierText : hook.text) ?? '')
  const file = `${linked}${EARLIER_SUFFIX}`
  const moved = await host.files.read(join(folder, file)).catch(() => null)
  return callEarlier(file, moved === null ? (hook.text ?? '') : Buffer.from(moved).toString('latin1'))
}

function refuse(hook: SeenHook, force: boolean): void {
  if (hook.kind === 'other')
    throw new ParityError('usage', `${hook.path} is no file, so it can be no hook`, 'move it away, then install again')
  if (hook.isEdited && !force)
    throw new ParityError(
      'usage',
      `${hook.path} was written by goparity and edited since; nothing was changed`,
      'keep what you need of it and install with --force, which overwrites it',
    )
  if (hook.kind === 'foreign' && hook.hasEarlier && (hook.text === null || hook.text !== hook.earlierText))
    throw new ParityError(
      'usage',
      `${hook.path} is a hook of somebody else, and ${basename(hook.earlierPath)} beside it is another one from before; nothing was changed`,
      'move one of the two away, then install again',
    )
}

interface Step {
  readonly hook: SeenHook
  readonly text: string
  readonly result: InstalledHook
}

/** Writes one hook, and gives what takes that back. */
async function write(files: HookFiles, { hook, text }: Step): Promise<() => Promise<void>> {
  const { path, earlierPath, kind, hasEarlier } = hook
  const isMoved = kind === 'foreign' && !hasEarlier
  if (isMoved) await files.rename(path, earlierPath)
  try {
    await files.writeProgram(path, text)
  } catch (error) {
    if (isMoved) await files.rename(earlierPath, path)
    throw error
  }
  return async () => {
    if (isMoved) await files.rename(earlierPath, path)
    else if (hook.text === null) await files.remove(path)
    else await files.writeProgram(path, Buffer.from(hook.text, 'latin1').toString('utf8'))
  }
}

/**
 * Writes the hooks into a folder, all or none. A hook that is there gets another name and is called first; it is never overwritten.
 * Throws `usage` when a hook cannot be kept, and `write-failed`.
 */
export async function installHooks(
  host: Host,
  files: HookFiles,
  folder: string,
  options: InstallOptions,
): Promise<readonly InstalledHook[]> {
  const hooks = await seeHooks(host, folder)
  for (const hook of hooks) refuse(hook, options.force)
  const isNew = (await host.files.status(folder)) === null
  const madeFolder = isNew || hooks.some(({ header }) => header?.madeFolder === true)
  const steps: Step[] = []
  for (const hook of hooks) {
    const earlier = await earlierOf(host, folder, hook)
    const text = hookScript(hook.name, { ...options, earlier, madeFolder })
    const isSame = hook.kind === 'ours' && hook.isProgram && hook.text === Buffer.from(text).toString('latin1')
    const change = isSame ? 'unchanged' : hook.kind === 'ours' ? 'updated' : 'installed'
    steps.push({ hook, text, result: { name: hook.name, change, earlier } })
  }
  const undo: (() => Promise<void>)[] = []
  try {
    if (isNew) {
      await files.makeFolder(folder)
      undo.push(async () => files.removeFolder(folder))
    }
    for (const step of steps) if (step.result.change !== 'unchanged') undo.push(await write(files, step))
  } catch (error) {
    for (const back of undo.toReversed()) await back()
    throw new ParityError(
      'write-failed',
      `the hooks cannot be written into ${folder}: ${toError(error).message}; nothing was changed`,
      'let this user write there, or make room',
      { cause: error },
    )
  }
  return steps.map(({ result }) => result)
}
