import { randomBytes } from 'node:crypto'
import { chmod, lstat, mkdir, mkdtemp, open, readdir, realpath, rename, rm, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { ParityError, toError } from '../errors.js'
import type { FileKind, Files, FileStatus } from './host.js'

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
}

interface Entry {
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

function kindOf(entry: Entry): FileKind {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'directory'
  return entry.isSymbolicLink() ? 'symlink' : 'other'
}

async function read(path: string, maxBytes: number = DEFAULT_MAX_BYTES): Promise<Uint8Array | null> {
  try {
    // O_NONBLOCK: opening a fifo must not wait for a writer.
    const { O_RDONLY, O_NONBLOCK } = (await import('node:fs')).constants
    const file = await open(path, O_RDONLY | O_NONBLOCK)
    try {
      const found = await file.stat()
      if (!found.isFile()) throw new Error(`${path} is not a regular file`)
      if (found.size > maxBytes) throw new Error(`${path} has ${String(found.size)} bytes; at most ${String(maxBytes)} are read`)
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

async function status(path: string): Promise<FileStatus | null> {
  try {
    const found = await lstat(path)
    return { kind: kindOf(found), size: found.size, mode: found.mode & 0o7777 }
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

async function list(path: string): ReturnType<Files['list']> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    return entries
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
  } catch (error) {
    if (isAbsent(error)) return []
    throw error
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'a folder is in its place',
  ENOTDIR: 'a part of its path is a file',
}

async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await mkdir(dirname(path), { recursive: true })
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await unlink(beside).catch(() => undefined)
    const reason = REASONS[codeOf(error)] ?? toError(error).message
    throw new ParityError(
      'write-failed',
      `cannot write ${path}: ${reason}; nothing was changed there`,
      'write to another place with -o FILE',
      {
        cause: error,
      },
    )
  }
}

async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (isAbsent(error)) return path
    throw error
  }
}

/** Module cache directories are read-only: a folder must be writable before its entries can go. */
async function makeWritable(path: string): Promise<void> {
  const found = await status(path)
  if (found?.kind !== 'directory') return
  await chmod(path, 0o700)
  for (const entry of await list(path)) if (entry.kind === 'directory') await makeWritable(join(path, entry.name))
}

async function remove(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true })
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(codeOf(error))) throw error
    await makeWritable(path)
    await rm(path, { recursive: true, force: true })
  }
}

/** Files by node:fs. */
export const nodeFiles: Files = {
  read,
  status,
  list,
  writeAtomically,
  realPath,
  makeTemporaryDirectory: async (prefix) => mkdtemp(join(tmpdir(), prefix)),
  remove,
}
