import { join } from 'node:path'
import type { HashedFile, Host } from '../host/index.js'
import { diffTrees, textDiff, type FileChange } from '../modules/index.js'
import { mapBounded } from './bounded.js'

/** Larger files are not looked into for line ends. */
const MAX_READ_BYTES = 8 * 1024 * 1024
/** Files looked into at once: two of them are in memory for each. */
const AT_ONCE = 4
const SHOWN_LINES = 12
const LINE_FEED = 10

/** What a vendor folder should hold. */
export interface ExpectedTree {
  /** Paths below vendor/. */
  readonly files: readonly HashedFile[]
  /** One of these files; `null` when it is larger. */
  read(path: string, maxBytes: number): Promise<Uint8Array | null>
}

/** One file of a vendor folder that is not what it should be. */
export interface VendorDifference {
  /** POSIX, below vendor/. */
  readonly path: string
  readonly change: Exclude<FileChange['change'], 'mode'> | 'line-ends'
  /** The first line that differs, from 1. */
  readonly line: number
  /** A few lines of what differs, as a unified difference. */
  readonly text: readonly string[]
}

/** The bytes with LF line ends, what is no text among them. */
function withoutCarriageReturns(bytes: Uint8Array): Buffer {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
}

/** The line of `found` in which it first differs; its last one when it only ends earlier. */
function firstChangedLine(expected: Uint8Array, found: Uint8Array): number {
  let line = 1
  for (let at = 0; at < found.length; at++) {
    if (expected[at] !== found[at]) return line
    if (found[at] === LINE_FEED && at < found.length - 1) line++
  }
  return line
}

/** Looks into a file whose hash is another. One that is too large, or gone meanwhile, is modified as a whole. */
async function lookInto(host: Host, path: string, vendor: string, expected: ExpectedTree): Promise<VendorDifference> {
  const [before, after] = await Promise.all([
    expected.read(path, MAX_READ_BYTES).catch(() => null),
    host.files.read(join(vendor, path), MAX_READ_BYTES).catch(() => null),
  ])
  if (before === null || after === null) return { path, change: 'modified', line: 1, text: [] }
  // Line ends are no edit: where both changed, the edit is what counts.
  const [expectedText, foundText] = [withoutCarriageReturns(before), withoutCarriageReturns(after)]
  if (expectedText.equals(foundText)) return { path, change: 'line-ends', line: firstChangedLine(before, after), text: [] }
  return {
    path,
    change: 'modified',
    line: firstChangedLine(expectedText, foundText),
    text: textDiff(expectedText, foundText, { lines: SHOWN_LINES }),
  }
}

/** Whether a folder above a path is in the set. */
function liesBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) if (folders.has(path.slice(0, slash))) return true
  return false
}

/** The files of a vendor folder (absolute) that are not as they should be, sorted by path. Permissions do not count: git and go set their own. */
export async function findVendorDifferences(
  host: Host,
  vendor: string,
  found: readonly HashedFile[],
  expected: ExpectedTree,
): Promise<readonly VendorDifference[]> {
  // What should lie below a link is not missing: the link is what is wrong.
  const links = new Set(found.filter(({ kind }) => kind !== 'file').map(({ path }) => path))
  const changes = diffTrees(expected.files, found).filter(({ path, change }) => change !== 'mode' && !liesBelow(path, links))
  return mapBounded(changes, AT_ONCE, async ({ path, change }): Promise<VendorDifference> => {
    if (change === 'modified') return lookInto(host, path, vendor, expected)
    return { path, change: change === 'mode' ? 'modified' : change, line: 1, text: [] }
  })
}
