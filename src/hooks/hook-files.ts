import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rmdir, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** What the hooks need of a file system beside reading: each step happens wholly or not at all. Throws with the `code` of the system. */
export interface HookFiles {
  /** A file that can be started, in the place of whatever file was there. */
  writeProgram(path: string, text: string): Promise<void>
  /** A file or a link gets another name in the same folder, in the place of whatever file has it. Bytes, mode and times stay. */
  rename(from: string, to: string): Promise<void>
  /** A file or a link. */
  remove(path: string): Promise<void>
  makeFolder(path: string): Promise<void>
  /** A folder with nothing in it. */
  removeFolder(path: string): Promise<void>
}

async function writeProgram(path: string, text: string): Promise<void> {
  // Git starts nothing with such a name.
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`)
  const file = await open(beside, 'wx', 0o777)
  try {
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await unlink(beside).catch(() => undefined)
    throw error
  }
}

/** By node:fs. */
export const nodeHookFiles: HookFiles = {
  writeProgram,
  rename: async (from, to) => rename(from, to),
  remove: async (path) => unlink(path),
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true })
  },
  removeFolder: async (path) => rmdir(path),
}
