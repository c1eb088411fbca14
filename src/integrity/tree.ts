import { join } from 'node:path'
import { sha256, type Host } from '../host/index.js'
import { byteOrder } from '../snapshot/index.js'
import { mapBounded } from './bounded.js'

/** Open files at once: enough for the disk, far below every limit of open files. */
const AT_ONCE = 16
/** A file of a module is at most 500 MiB (golang.org/x/mod/zip, MaxZipFile); more is refused. */
const MAX_FILE_BYTES = 500 * 1024 * 1024

/** A file below a folder. What is no regular file is never followed or opened: its hash is `null`. */
export interface TreeFile {
  /** POSIX path from the folder. */
  readonly path: string
  /** sha256, hex. */
  readonly hash: string | null
  readonly kind: 'file' | 'symlink' | 'other'
}

async function collect(host: Host, directory: string): Promise<{ path: string; kind: TreeFile['kind'] }[]> {
  const files: { path: string; kind: TreeFile['kind'] }[] = []
  let level = ['']
  while (level.length > 0) {
    const listed = await mapBounded(level, AT_ONCE, async (folder) => {
      const entries = await host.files.list(join(directory, folder))
      return entries.map(({ name, kind }) => ({ path: folder === '' ? name : `${folder}/${name}`, kind }))
    })
    level = []
    for (const { path, kind } of listed.flat()) {
      if (kind === 'directory') level.push(path)
      else files.push({ path, kind })
    }
  }
  return files
}

/** Every file below a folder with its hash, sorted by path. Empty when the folder is not there. Symbolic links are reported, not followed. */
export async function readTree(host: Host, directory: string): Promise<readonly TreeFile[]> {
  const found = await collect(host, directory)
  const files = await mapBounded(found, AT_ONCE, async ({ path, kind }): Promise<TreeFile> => {
    const content = kind === 'file' ? await host.files.read(join(directory, path), MAX_FILE_BYTES) : null
    return { path, kind, hash: content === null ? null : sha256(content) }
  })
  return files.toSorted((a, b) => byteOrder(a.path, b.path))
}

/** One hash for a tree: sha256 (hex) over `HASH  PATH` lines in byte order; a link counts by its name. */
export function hashTree(files: readonly TreeFile[]): string {
  return sha256(files.map(({ path, hash, kind }) => `${hash ?? kind}  ${path}\n`).join(''))
}

/**
 * The `h1:` hash of an extracted module directory, `null` when it holds anything but regular files and folders.
 * A port of golang.org/x/mod/sumdb/dirhash, Hash1 over HashDir: names are `path@version/file`, sorted by bytes.
 */
export async function hashModuleDirectory(host: Host, directory: string, prefix: string): Promise<string | null> {
  const files = await readTree(host, directory)
  if (files.some(({ hash }) => hash === null)) return null
  const list = files.map(({ path, hash }) => `${hash ?? ''}  ${prefix}/${path}\n`).join('')
  return `h1:${Buffer.from(sha256(list), 'hex').toString('base64')}`
}
