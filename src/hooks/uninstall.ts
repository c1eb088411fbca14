import { basename } from 'node:path'
import { ParityError, toError } from '../errors.js'
import type { Host } from '../host/index.js'
import type { HookFiles } from './hook-files.js'
import { seeHooks, type SeenHook } from './look.js'
import type { HookName } from './names.js'

/** What became of one hook. */
export interface UninstalledHook {
  readonly name: HookName
  /** `restored`: the one from before is back. `left`: it is of somebody else, and one from before lies beside it. */
  readonly change: 'absent' | 'removed' | 'restored' | 'left'
}

function changeOf(hook: SeenHook): UninstalledHook['change'] {
  const { kind, hasEarlier, text, earlierText } = hook
  if (kind === 'ours') return hasEarlier ? 'restored' : 'removed'
  if (!hasEarlier) return 'absent'
  // Somebody took our hook away, or wrote the very one from before in its place, as husky does.
  return kind === 'absent' || (text !== null && text === earlierText) ? 'restored' : 'left'
}

/**
 * Takes the hooks out of a folder again, and puts back those from before: their bytes, mode and times. Throws `usage` where a person
 * edited one and nobody forces it, and `write-failed`.
 */
export async function uninstallHooks(
  host: Host,
  files: HookFiles,
  folder: string,
  { force }: { readonly force: boolean },
): Promise<readonly UninstalledHook[]> {
  const hooks = await seeHooks(host, folder)
  const edited = hooks.find(({ isEdited }) => isEdited)
  if (edited !== undefined && !force)
    throw new ParityError(
      'usage',
      `${edited.path} was written by goparity and edited since; nothing was changed`,
      'keep what you need of it and uninstall with --force, which removes it',
    )
  const results: UninstalledHook[] = []
  try {
    for (const hook of hooks) {
      const change = changeOf(hook)
      if (change === 'restored') await files.rename(hook.earlierPath, hook.path)
      if (change === 'removed') await files.remove(hook.path)
      results.push({ name: hook.name, change })
    }
    const isOurFolder = hooks.some(({ header }) => header?.madeFolder === true)
    if (isOurFolder && (await host.files.list(folder)).length === 0) await files.removeFolder(folder)
  } catch (error) {
    const left = hooks.slice(results.length).map(({ path }) => basename(path))
    throw new ParityError(
      'write-failed',
      `${left.join(', ') || 'the folder'} cannot be taken out of ${folder}: ${toError(error).message}`,
      'let this user write there, then uninstall again: it goes on where it stopped',
      { cause: error },
    )
  }
  return results
}
