import { cachePlaces, type CachePlaces } from '../go/index.js'
import { sha256, type Host, type ModuleHash } from '../host/index.js'
import { builtVersion, sumKey } from '../modules/index.js'
import type { Module } from '../snapshot/index.js'
import { mapBounded } from './bounded.js'

/** Modules read at once; the hashing itself has its own bound. */
const AT_ONCE = 16
/** A recorded hash is 47 characters; a file of another kind is not read. */
const MAX_ZIPHASH_BYTES = 4096
/** golang.org/x/mod/zip, MaxGoMod. */
const MAX_GO_MOD_BYTES = 16 * 1024 * 1024
/** As cmd/go/internal/modfetch, isValidSum: anything else go computes anew from the zip. */
const SUM = /^h1:[A-Za-z0-9+/]{43}=$/

/** What the module cache holds of one module version that go builds with. */
export interface ModuleState {
  readonly path: string
  readonly version: string
  /** `path@version` */
  readonly key: string
  readonly places: CachePlaces
  /** The hash recorded beside the zip; `null` when there is none that go would believe. */
  readonly recorded: string | null
  /** `null`: not in the cache. */
  readonly zip: ModuleHash | null
  readonly directory: ModuleHash | null
}

/** A go.mod file of the module cache. */
export interface GoModState {
  readonly path: string
  readonly version: string
  /** `path@version/go.mod` */
  readonly key: string
  readonly places: CachePlaces
  /** `h1:…` of its content; `null` when it is no regular file. */
  readonly hash: string | null
}

/** The module versions go builds with, each once: replacements count as what they are replaced by, folders not at all. */
export function builtModules(modules: readonly Module[]): readonly { readonly path: string; readonly version: string }[] {
  const built = new Map<string, { path: string; version: string }>()
  for (const { path, version, main, replace } of modules) {
    const what = main === true ? null : builtVersion({ path, version, replace: replace ?? null })
    if (what !== null) built.set(sumKey(what.path, what.version, false), what)
  }
  return [...built.values()]
}

/** The `h1:` of a go.mod file alone: golang.org/x/mod/sumdb/dirhash over the one name `go.mod`. */
export function hashGoMod(content: Uint8Array): string {
  return `h1:${Buffer.from(sha256(`${sha256(content)}  go.mod\n`), 'hex').toString('base64')}`
}

/** `null` also when it cannot be read: go computes it anew then. */
async function readRecorded(host: Host, path: string): Promise<string | null> {
  const bytes = await host.files.read(path, MAX_ZIPHASH_BYTES).catch(() => null)
  const text = bytes === null ? '' : new TextDecoder().decode(bytes).trim()
  return SUM.test(text) ? text : null
}

const IS_A_LINK: ModuleHash = { h1: null, fault: 'it is a symbolic link', files: 0, bytes: 0 }

/** Hashes what is at `path`, which go made as a plain file or folder: what is behind a link can change between two looks. */
async function hashUnlinked(host: Host, path: string, hash: () => Promise<ModuleHash | null>): Promise<ModuleHash | null> {
  const found = await host.files.status(path)
  if (found === null) return null
  return found.kind === 'symlink' ? IS_A_LINK : hash()
}

/**
 * Hashes an extracted directory as go would use it. Another go command may extract it at this moment: what go itself takes for none is
 * none here, and what is not yet what it should be is looked at twice.
 */
async function hashExtracted(
  host: Host,
  { directory, partial }: CachePlaces,
  key: string,
  recorded: string | null,
): Promise<ModuleHash | null> {
  const look = async (): Promise<ModuleHash | null> => {
    const hashed = await hashUnlinked(host, directory, async () => host.hashing.directory(directory, key))
    return (await host.files.status(partial)) === null ? hashed : null
  }
  const first = await look()
  return recorded === null || first === null || first.h1 === recorded ? first : look()
}

/** Reads and hashes what the module cache `cache` (GOMODCACHE) holds of each module; in the order of `modules`. */
export async function readModuleStates(
  host: Host,
  cache: string,
  modules: readonly { readonly path: string; readonly version: string }[],
): Promise<readonly ModuleState[]> {
  return mapBounded(modules, AT_ONCE, async ({ path, version }): Promise<ModuleState> => {
    const key = sumKey(path, version, false)
    const places = cachePlaces(cache, path, version)
    const recording = readRecorded(host, places.ziphash)
    const [recorded, zip, directory] = await Promise.all([
      recording,
      hashUnlinked(host, places.zip, async () => host.hashing.zip(places.zip, key)),
      recording.then(async (sum) => hashExtracted(host, places, key, sum)),
    ])
    return { path, version, key, places, recorded, zip, directory }
  })
}

/** Hashes the go.mod files that the module cache holds of these versions; what is not there is left out. */
export async function readGoModStates(
  host: Host,
  cache: string,
  modules: readonly { readonly path: string; readonly version: string }[],
): Promise<readonly GoModState[]> {
  const states = await mapBounded(modules, AT_ONCE, async ({ path, version }): Promise<GoModState | null> => {
    const places = cachePlaces(cache, path, version)
    const found = await host.files.status(places.mod)
    if (found === null) return null
    const content = found.kind === 'file' ? await host.files.read(places.mod, MAX_GO_MOD_BYTES).catch(() => null) : null
    return { path, version, key: sumKey(path, version, true), places, hash: content === null ? null : hashGoMod(content) }
  })
  return states.filter((state) => state !== null)
}
