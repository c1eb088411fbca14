import { toError } from '../errors.js'
import type { Host } from '../host/index.js'
import type { Degrade } from '../report/index.js'

/** The part of @actions/cache that is used. */
export interface CacheClient {
  isFeatureAvailable(): boolean
  restoreCache(paths: string[], key: string, restoreKeys: string[]): Promise<string | undefined>
  saveCache(paths: string[], key: string): Promise<number>
}

/** The client of the runner's cache, loaded when it is asked for. */
export async function cacheClient(): Promise<CacheClient> {
  return import('@actions/cache')
}

/** One file in the cache. */
export interface CachedFile {
  /** What a degrade calls it. */
  readonly what: string
  /** Absolute: the cache finds an entry by its key and by this very path. */
  readonly file: string
  /** Of this run; a key is written once. */
  readonly key: string
}

const NO_CACHE = 'this runner offers no cache'

/** The text of the newest entry whose key is `key` or begins with `stem`; `null` when there is none. Never throws: a failure is a degrade. */
export async function readCached(
  host: Host,
  { what, file, key }: CachedFile,
  stem: string,
  maxBytes: number,
  makeClient: () => Promise<CacheClient>,
): Promise<{ readonly text: string; readonly key: string } | Degrade | null> {
  try {
    const client = await makeClient()
    if (!client.isFeatureAvailable()) return { what, why: NO_CACHE }
    await host.files.remove(file)
    const found = await client.restoreCache([file], key, [stem])
    if (found === undefined) return null
    const bytes = await host.files.read(file, maxBytes)
    if (bytes === null) return { what, why: `the entry ${found} does not hold it` }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), key: found }
  } catch (error) {
    return { what, why: toError(error).message }
  }
}

/** Leaves a text for later runs; `null` when that went well. Never throws. */
export async function writeCached(
  host: Host,
  { what, file, key }: CachedFile,
  text: string,
  makeClient: () => Promise<CacheClient>,
): Promise<Degrade | null> {
  try {
    const client = await makeClient()
    if (!client.isFeatureAvailable()) return { what, why: NO_CACHE }
    await host.files.writeAtomically(file, text)
    // The client says what went wrong in the log, and gives -1.
    return (await client.saveCache([file], key)) === -1 ? { what, why: 'it could not be saved; the log says why' } : null
  } catch (error) {
    return { what, why: toError(error).message }
  }
}
