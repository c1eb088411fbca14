import { createHash } from 'node:crypto'
import { errorCode } from '../errors.js'
import type { HashedFile, ModuleHash } from './host.js'
import { hashDirectoryFiles } from './module-directory.js'
import { hashZipFiles, ZipFault } from './module-zip.js'

/** One thing to hash; plain data, so that another thread can do it. */
export interface HashTask {
  readonly kind: 'directory' | 'zip'
  readonly path: string
  /** `path@version` */
  readonly prefix: string
}

/** What a thread answers to a task: the result, or the message of what it threw. */
export type HashAnswer = { readonly result: ModuleHash | null } | { readonly error: string }

function noHash(fault: string): ModuleHash {
  return { h1: null, fault, files: 0, bytes: 0 }
}

/** Why a list of files has no hash: as golang.org/x/mod/sumdb/dirhash, plus what is no regular file. */
function faultOf(files: readonly HashedFile[]): string | null {
  for (const { path, kind } of files) {
    const name = JSON.stringify(path.slice(0, 200))
    if (kind === 'symlink') return `it holds ${name}, which is a symbolic link`
    if (path.includes('\uFFFD')) return `it holds ${name}, a name that is not UTF-8`
    if (kind === 'other') return `it holds ${name}, which is no regular file`
    if (path.includes('\n')) return `it holds ${name}, a name with a line break`
  }
  return null
}

/** golang.org/x/mod/sumdb/dirhash, Hash1: sha256 over `HASH  NAME` lines in byte order of the names. `files` are sorted. */
function hash1(files: readonly HashedFile[], prefix: string): string {
  const hash = createHash('sha256')
  for (const { sha256, path } of files) hash.update(`${sha256 ?? ''}  ${prefix}/${path}\n`)
  return `h1:${hash.digest('base64')}`
}

const UNREADABLE: Readonly<Record<string, string>> = {
  EACCES: 'it cannot be read: permission denied',
  EPERM: 'it cannot be read: permission denied',
  ELOOP: 'it is a symbolic link',
  ENOENT: 'it changed while it was read',
  ENAMETOOLONG: 'it holds a name that is longer than the system takes',
  ENOTDIR: 'it is no directory',
  EISDIR: 'it is a directory',
}

/** Hashes a directory or a zip; `null` when nothing is there. Bad content is a fault; throws when the disk fails. */
export async function runHashTask({ kind, path, prefix }: HashTask): Promise<ModuleHash | null> {
  try {
    const files = await (kind === 'zip' ? hashZipFiles(path, prefix) : hashDirectoryFiles(path))
    if (files === null) return null
    const fault = faultOf(files)
    if (fault !== null) return noHash(fault)
    return { h1: hash1(files, prefix), fault: null, files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) }
  } catch (error) {
    if (error instanceof ZipFault) return noHash(error.message)
    const why = UNREADABLE[errorCode(error)]
    if (why !== undefined) return noHash(why)
    throw error
  }
}
