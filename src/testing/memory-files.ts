import { posix } from 'node:path'
import { ParityError } from '../errors.js'
import type { Files, FileKind, FileStatus } from '../host/index.js'
import { byteOrder } from '../snapshot/index.js'

/** What lies at an absolute POSIX path: content, or where a symbolic link points. Folders are made as needed. */
export type MemoryTree = Readonly<Record<string, string | Uint8Array | { readonly link: string }>>

type Node =
  | { readonly kind: 'file'; readonly content: Uint8Array }
  | { readonly kind: 'directory' }
  | { readonly kind: 'symlink'; readonly link: string }

/** Files in memory, which a test can look at. */
export interface MemoryFiles extends Files {
  /** Every file as text, by path. */
  texts(): Readonly<Record<string, string>>
  /** Makes every write fail from now on, as a full disk or a read-only one does. */
  failWrites(reason: string): void
}

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024
/** As Linux: more links than this on the way are a circle. */
const MAX_LINKS = 40

/** Makes files in memory that keep the contract of `Files`; paths are absolute and POSIX. */
export function memoryFiles(tree: MemoryTree = {}): MemoryFiles {
  const nodes = new Map<string, Node>([['/', { kind: 'directory' }]])
  let refusal: string | null = null
  let temporary = 0

  const makeFolders = (path: string): void => {
    const parent = posix.dirname(path)
    if (parent === path) return
    makeFolders(parent)
    if (!nodes.has(parent)) nodes.set(parent, { kind: 'directory' })
  }
  const put = (path: string, node: Node): void => {
    makeFolders(path)
    nodes.set(path, node)
  }
  /** The path with links resolved; the last one too unless told otherwise. */
  const follow = (path: string, last: boolean, links: number = 0): string => {
    if (links > MAX_LINKS) throw Object.assign(new Error(`too many symbolic links: ${path}`), { code: 'ELOOP' })
    const normal = posix.resolve('/', path)
    const parts = normal.split('/').filter((part) => part !== '')
    let here = '/'
    for (const [index, part] of parts.entries()) {
      const next = posix.join(here, part)
      const node = nodes.get(next)
      if (node?.kind === 'symlink' && (last || index < parts.length - 1))
        return follow(posix.join(posix.resolve(here, node.link), ...parts.slice(index + 1)), last, links + 1)
      here = next
    }
    return here
  }
  const childrenOf = (path: string): readonly (readonly [string, Node])[] =>
    [...nodes].filter(([candidate]) => candidate !== '/' && posix.dirname(candidate) === path)

  for (const [path, entry] of Object.entries(tree)) {
    if (typeof entry === 'string') put(path, { kind: 'file', content: new TextEncoder().encode(entry) })
    else if (entry instanceof Uint8Array) put(path, { kind: 'file', content: entry })
    else put(path, { kind: 'symlink', link: entry.link })
  }

  const status = async (path: string): Promise<FileStatus | null> => {
    const node = nodes.get(follow(path, false))
    if (node === undefined) return null
    const size = node.kind === 'file' ? node.content.length : 0
    return { kind: node.kind, size, mode: node.kind === 'directory' ? 0o755 : 0o644 }
  }
  return {
    async read(path, maxBytes = DEFAULT_MAX_BYTES) {
      const node = nodes.get(follow(path, true))
      if (node === undefined) return null
      if (node.kind !== 'file') throw new Error(`${path} is not a regular file`)
      if (node.content.length > maxBytes)
        throw new Error(`${path} has ${String(node.content.length)} bytes; at most ${String(maxBytes)} are read`)
      return node.content
    },
    status,
    async list(path) {
      const real = follow(path, true)
      if (nodes.get(real)?.kind === 'file') return []
      return childrenOf(real)
        .map(([child, { kind }]): { readonly name: string; readonly kind: FileKind } => ({ name: posix.basename(child), kind }))
        .toSorted((a, b) => byteOrder(a.name, b.name))
    },
    async writeAtomically(path, content) {
      // The folder is followed, the file is replaced: renaming puts a file in the place of a link.
      const real = follow(path, false)
      const reason = refusal ?? (nodes.get(real)?.kind === 'directory' ? 'a folder is in its place' : null)
      if (reason !== null) throw new ParityError('write-failed', `cannot write ${path}: ${reason}; nothing was changed there`)
      put(real, { kind: 'file', content: typeof content === 'string' ? new TextEncoder().encode(content) : content.slice() })
    },
    async realPath(path) {
      const real = follow(path, true)
      return nodes.has(real) ? real : path
    },
    async makeTemporaryDirectory(prefix, below = '/tmp') {
      temporary += 1
      const path = `${below}/${prefix}${String(temporary).padStart(6, '0')}`
      put(path, { kind: 'directory' })
      return path
    },
    async remove(path) {
      const real = follow(path, false)
      for (const candidate of nodes.keys()) if (candidate === real || candidate.startsWith(`${real}/`)) nodes.delete(candidate)
    },
    texts() {
      const decoder = new TextDecoder()
      return Object.fromEntries(
        [...nodes].flatMap(([path, node]) => (node.kind === 'file' ? [[path, decoder.decode(node.content)] as const] : [])),
      )
    },
    failWrites(reason) {
      refusal = reason
    },
  }
}
