import { rename } from 'node:fs/promises'

/** Renaming: the one step of a file system that happens wholly or not at all. */
export interface Moves {
  /** A file, a link or a folder gets another name in the same folder. Throws with the `code` of the system. */
  rename(from: string, to: string): Promise<void>
}

/** By node:fs. */
export const nodeMoves: Moves = { rename: async (from, to) => rename(from, to) }
