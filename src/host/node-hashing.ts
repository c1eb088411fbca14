import { hashDirectoryFiles } from './module-directory.js'
import { openHashPool } from './hash-pool.js'
import { hashZipFiles, readZipFile } from './module-zip.js'
import type { Hashing } from './host.js'

/** Hashing by node:crypto and node:zlib, on up to `parallelism` threads. */
export function nodeHashing(parallelism: number): Hashing {
  const pool = openHashPool(parallelism)
  return {
    directory: async (path, prefix) => pool.hash({ kind: 'directory', path, prefix }),
    zip: async (path, prefix) => pool.hash({ kind: 'zip', path, prefix }),
    listDirectory: hashDirectoryFiles,
    listZip: hashZipFiles,
    readZipFile,
  }
}
