import { join } from 'node:path'
import type { HashedFile, Host } from '../host/index.js'
import { diffTrees, textDiff, type FileChange } from '../modules/index.js'
import type { ModuleJudgement } from './judge-states.js'
import type { ModuleState } from './module-states.js'

/** Files of which the text is compared, and lines shown of each. */
const SHOWN_FILES = 3
const SHOWN_LINES = 12
/** Larger files are not looked into. */
const MAX_COMPARED_BYTES = 64 * 1024

/** What differs in one module, file by file. */
export interface NamedChanges {
  /** Which of the two is not what it should be. */
  readonly place: 'directory' | 'zip'
  readonly changes: readonly FileChange[]
  /** A few lines of the first modified texts, as a unified difference. */
  readonly texts: readonly string[]
}

/** One side of a comparison: a directory or a zip of a module. */
interface Side {
  list(): Promise<readonly HashedFile[] | null>
  read(file: string): Promise<Uint8Array | null>
}

function directorySide(host: Host, directory: string): Side {
  return {
    list: async () => host.hashing.listDirectory(directory),
    // The names come from a listing of that directory, and only regular files of it are read.
    read: async (file) => host.files.read(join(directory, file), MAX_COMPARED_BYTES),
  }
}

function zipSide(host: Host, zip: string, key: string): Side {
  return {
    list: async () => host.hashing.listZip(zip, key),
    read: async (file) => host.hashing.readZipFile(zip, key, file, MAX_COMPARED_BYTES),
  }
}

async function compare(expected: Side, found: Side, place: NamedChanges['place']): Promise<NamedChanges | null> {
  const [left, right] = await Promise.all([expected.list(), found.list()])
  if (left === null || right === null) return null
  const changes = diffTrees(left, right)
  const texts: string[] = []
  for (const { path } of changes.filter(({ change }) => change === 'modified').slice(0, SHOWN_FILES)) {
    const [before, after] = await Promise.all([expected.read(path).catch(() => null), found.read(path).catch(() => null)])
    if (before !== null && after !== null) texts.push(`${path}:`, ...textDiff(before, after, { lines: SHOWN_LINES }))
  }
  return { place, changes, texts }
}

/** What is left to compare with when neither zip nor directory is what it should be. */
export interface GoodCopy {
  readonly zip: string
}

/** The two sides that tell which files were changed: the sound one of zip and directory, else the copy that was fetched anew. */
function sidesOf(host: Host, { state, ok }: ModuleJudgement, good: GoodCopy | null): Parameters<typeof compare> | null {
  const { key, places, directory, zip } = state
  const cached = { directory: directorySide(host, places.directory), zip: zipSide(host, places.zip, key) }
  if (ok.ziphash !== false && ok.directory === false && ok.zip === true) return [cached.zip, cached.directory, 'directory']
  if (ok.ziphash !== false && ok.zip === false && ok.directory === true) return [cached.directory, cached.zip, 'zip']
  if (good === null) return null
  const place = directory === null ? 'zip' : 'directory'
  return directory === null && zip === null ? null : [zipSide(host, good.zip, key), cached[place], place]
}

/**
 * Names the files of a module that are not what they should be. `null` when there is nothing sound to compare with,
 * or when what there is cannot be read (the fault of the state says why).
 */
export async function nameChanges(host: Host, judgement: ModuleJudgement, good: GoodCopy | null): Promise<NamedChanges | null> {
  const sides = sidesOf(host, judgement, good)
  if (sides === null) return null
  return compare(...sides).catch(() => null)
}

/** Whether a module needs a copy fetched anew before its files can be named. */
export function needsGoodCopy({ ok }: ModuleJudgement): boolean {
  return ok.ziphash === false || (ok.directory === false && ok.zip !== true) || (ok.zip === false && ok.directory !== true)
}

/** The key of a state with a file of it, as reports name files of the module cache. */
export function nameOf({ key }: Pick<ModuleState, 'key'>, file: string): string {
  return `${key}/${file}`
}
