import { byteOrder } from '../snapshot/index.js'

/** What a comparison must know of a file. */
export interface ComparedFile {
  readonly path: string
  readonly kind: 'file' | 'symlink' | 'other'
  /** Of its content; `null` for what is no regular file. */
  readonly sha256: string | null
  /** Permission bits; 0 where they are not known. */
  readonly mode: number
}

/** How one file differs from what it should be. */
export interface FileChange {
  /** POSIX, from the root of the module. */
  readonly path: string
  readonly change: 'modified' | 'added' | 'removed' | 'mode' | 'link' | 'irregular'
}

/** Bits that make a file a program: a module's files are none (cmd/go unpacks them read-only). */
const EXECUTABLE = 0o111

function changeOf(expected: ComparedFile | undefined, found: ComparedFile | undefined): FileChange['change'] | null {
  if (found === undefined) return 'removed'
  if (found.kind !== 'file') return found.kind === 'symlink' ? 'link' : 'irregular'
  if (expected === undefined) return 'added'
  if (expected.sha256 !== found.sha256) return 'modified'
  const isKnown = expected.mode !== 0 && found.mode !== 0
  return isKnown && (expected.mode & EXECUTABLE) !== (found.mode & EXECUTABLE) ? 'mode' : null
}

/** The files in which two trees differ, sorted by path in UTF-8 byte order. Folders count by what is in them. */
export function diffTrees(expected: readonly ComparedFile[], found: readonly ComparedFile[]): readonly FileChange[] {
  const left = new Map(expected.map((file) => [file.path, file]))
  const right = new Map(found.map((file) => [file.path, file]))
  const changes: FileChange[] = []
  for (const path of new Set([...left.keys(), ...right.keys()])) {
    // A zip may hold its folders; a tree on disk does not list them.
    const change = path === '' || path.endsWith('/') ? null : changeOf(left.get(path), right.get(path))
    if (change !== null) changes.push({ path, change })
  }
  return changes.toSorted((a, b) => byteOrder(a.path, b.path))
}
