import { randomBytes } from 'node:crypto'
import { posix } from 'node:path'
import type { Host } from '../host/index.js'

/** Marks in folders of the working tree, by which a place that shows the same files is recognised. */
export interface Nonce {
  readonly id: string
  /** Folders in which no mark could be left: of these nothing is proven. */
  readonly unmarked: readonly string[]
  remove(): Promise<void>
}

/** Leaves a mark in each folder of the working tree that holds one of the files. */
export async function leaveNonce(host: Host, top: string, paths: readonly string[]): Promise<Nonce> {
  const id = randomBytes(12).toString('hex')
  const folders = [...new Set(paths.map((path) => posix.dirname(path)))]
  const marked: string[] = []
  const unmarked: string[] = []
  for (const folder of folders) {
    const mark = posix.join(top, folder, `.goparity-nonce-${id}`)
    // A folder that is not in this working tree cannot be shared.
    if ((await host.files.status(posix.join(top, folder))) === null) continue
    try {
      await host.files.writeAtomically(mark, '')
      marked.push(mark)
    } catch {
      unmarked.push(folder)
    }
  }
  return {
    id,
    unmarked,
    async remove() {
      for (const mark of marked) await host.files.remove(mark)
    },
  }
}
