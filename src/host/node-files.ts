import { randomBytes } from 'node:crypto'
import { chmod, lstat, mkdir, mkdtemp, open, readdir, realpath, rename, rm, stat, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { errorCode, ParityError, toError } from '../errors.js'
import type { FileKind, Files, FileStatus } from './host.js'

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errorCode(error))
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
  EFBIG: 'the file would be larger than this process may write',
  ENOENT: 'its folder is not there and cannot be made',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EEXIST: 'a part of its path is a file',
  EISDIR: 'a folder is in its place',
  ENOTDIR: 'a part of its path is a file',
}

/** `mkdir -p`, step by step: under /proc, where a folder is missing but none can be made, Node's own never ends. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const code = errorCode(error)
    const parent = dirname(path)
    if (code === 'ENOENT' && parent !== path) {
      // Somebody else may have made it in between; then only the last step is left.
      if ((await status(parent)) === null) await makeFolder(parent)
      await mkdir(path).catch(async (again: unknown) => {
        if (!(await isFolder(path))) throw again
      })
    } else if (!(await isFolder(path))) throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true
}

/** Writes to what is neither file nor folder, and says whether it was. Devices, pipes and sockets (`/dev/stdout`, `/dev/null`) are written to: replaced by a file they would be lost for everybody. */
async function writeInto(path: string, content: string | Uint8Array): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  if (found === null || found.isFile() || found.isDirectory()) return false
  const file = await open(path, 'w')
  try {
    await file.writeFile(content)
  } finally {
    await file.close()
  }
  return true
}

async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`)
  let made = false
  try {
    const file = await open(beside, 'wx')
    made = true
    try {
      const old = await stat(path).catch(() => null)
      if (old !== null) await file.chmod(old.mode & 0o7777)
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    if (made) await unlink(beside).catch(() => undefined)
    throw error
  }
}

async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  try {
    if (await writeInto(path, content)) return
    // The file behind a link is replaced, and the link stays.
    const real = await realPath(path)
    await makeFolder(dirname(real))
    await replaceFile(real, content)
  } catch (error) {
    const reason = REASONS[errorCode(error)] ?? toError(error).message
    throw new ParityError(
      'write-failed',
      `cannot write ${path}: ${reason}; nothing was changed there`,
      'name a place that can be written, or make room there',
      { cause: error },
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
    if (!['EACCES', 'EPERM'].includes(errorCode(error))) throw error
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
  makeTemporaryDirectory: async (prefix, below = tmpdir()) => mkdtemp(join(below, prefix)),
  remove,
}
