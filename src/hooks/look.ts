import { join } from 'node:path'
import type { Host } from '../host/index.js'
import { readHook, type HookHeader, type ReadHook } from './header.js'
import { EARLIER_SUFFIX, HOOK_NAMES, type HookName } from './names.js'

/** One hook of a folder, as it is now. */
export interface SeenHook {
  readonly name: HookName
  readonly path: string
  /** `other`: a folder, a device: nothing that can be a hook. */
  readonly kind: 'absent' | 'other' | ReadHook['kind']
  readonly header: HookHeader | null
  readonly isEdited: boolean
  /** Of a file that is there; `null` for a link that leads nowhere or what cannot be read. */
  readonly text: string | null
  /** Git starts it; on Windows every file. */
  readonly isProgram: boolean
  readonly earlierPath: string
  /** Whether something has the name of the earlier hook. */
  readonly hasEarlier: boolean
  /** The text of the earlier hook likewise. */
  readonly earlierText: string | null
}

const MOST_BYTES = 16 * 1024 * 1024

/** The bytes as characters of one byte each: a hook may be a program without any text. */
async function readText(host: Host, path: string): Promise<string | null> {
  const bytes = await host.files.read(path, MOST_BYTES).catch(() => null)
  return bytes === null ? null : Buffer.from(bytes).toString('latin1')
}

async function seeHook(host: Host, folder: string, name: HookName): Promise<SeenHook> {
  const path = join(folder, name)
  const earlierPath = `${path}${EARLIER_SUFFIX}`
  const [status, earlier] = await Promise.all([host.files.status(path), host.files.status(earlierPath)])
  const common = {
    name,
    path,
    earlierPath,
    hasEarlier: earlier !== null,
    earlierText: earlier === null ? null : await readText(host, earlierPath),
  }
  if (status === null) return { ...common, kind: 'absent', header: null, isEdited: false, text: null, isProgram: false }
  const isProgram = host.system.platform === 'win32' || (status.mode & 0o111) !== 0
  if (status.kind !== 'file' && status.kind !== 'symlink')
    return { ...common, kind: 'other', header: null, isEdited: false, text: null, isProgram }
  const text = await readText(host, path)
  // A link to a hook of ours, from another repository, is somebody's own.
  if (text === null || status.kind === 'symlink') return { ...common, kind: 'foreign', header: null, isEdited: false, text, isProgram }
  const read = readHook(Buffer.from(text, 'latin1').toString('utf8'))
  if (read.kind === 'foreign') return { ...common, kind: 'foreign', header: null, isEdited: false, text, isProgram }
  return { ...common, kind: 'ours', header: read.header, isEdited: read.isEdited, text, isProgram }
}

/** Looks at the hooks of a folder. */
export async function seeHooks(host: Host, folder: string): Promise<readonly SeenHook[]> {
  return Promise.all(HOOK_NAMES.map(async (name) => seeHook(host, folder, name)))
}
