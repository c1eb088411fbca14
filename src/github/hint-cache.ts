import { join } from 'node:path'
import { toError } from '../errors.js'
import type { Host } from '../host/index.js'
import type { Degrade } from '../report/index.js'
import { parseSnapshot, type Job, type Snapshot } from '../snapshot/index.js'
import { jobDigest } from './artifact.js'
import type { GithubContext } from './context.js'

/** The part of @actions/cache that is used. */
export interface CacheClient {
  isFeatureAvailable(): boolean
  restoreCache(paths: string[], key: string, restoreKeys: string[]): Promise<string | undefined>
  saveCache(paths: string[], key: string): Promise<number>
}

/** A snapshot that some run on the default branch left in the cache. Anybody with write access to a workflow could have put it there. */
export interface Hint {
  readonly snapshot: Snapshot
  readonly key: string
}

const MAX_SNAPSHOT_BYTES = 32 * 1024 * 1024
const WHAT = 'snapshot in the cache'

/** The client of the runner's cache, loaded when it is asked for. */
export async function cacheClient(): Promise<CacheClient> {
  return import('@actions/cache')
}

/** The cache finds an entry by its key and by this very path. */
function fileOf(job: Job, { temporary }: GithubContext): string {
  return join(temporary, 'goparity-hint', jobDigest(job), 'snapshot.json')
}

function prefixOf(job: Job): string {
  return `goparity-snapshot-1-${jobDigest(job)}-`
}

/** A key is written once, so a second attempt of a run needs another. */
function keyOf(job: Job, { runId, runAttempt }: GithubContext): string {
  return `${prefixOf(job)}${runId}${runAttempt === '1' ? '' : `-${runAttempt}`}`
}

/** The newest snapshot of this job in the cache, `null` when there is none. Never throws: a failure is a degrade. */
export async function restoreHint(
  host: Host,
  context: GithubContext,
  job: Job,
  makeClient: () => Promise<CacheClient> = cacheClient,
): Promise<Hint | Degrade | null> {
  try {
    const client = await makeClient()
    if (!client.isFeatureAvailable()) return { what: WHAT, why: 'this runner offers no cache' }
    const file = fileOf(job, context)
    const key = await client.restoreCache([file], keyOf(job, context), [prefixOf(job)])
    if (key === undefined) return null
    const bytes = await host.files.read(file, MAX_SNAPSHOT_BYTES)
    if (bytes === null) return { what: WHAT, why: `the entry ${key} does not hold it` }
    const snapshot = parseSnapshot(new TextDecoder().decode(bytes), key)
    if (snapshot.job.id !== job.id) return { what: WHAT, why: `the entry ${key} is of another job` }
    return { snapshot, key }
  } catch (error) {
    return { what: WHAT, why: toError(error).message }
  }
}

/** Leaves this job's snapshot for later runs; `null` when that went well. Never throws. */
export async function saveHint(
  host: Host,
  context: GithubContext,
  job: Job,
  text: string,
  makeClient: () => Promise<CacheClient> = cacheClient,
): Promise<Degrade | null> {
  try {
    const client = await makeClient()
    if (!client.isFeatureAvailable()) return { what: WHAT, why: 'this runner offers no cache' }
    const file = fileOf(job, context)
    await host.files.writeAtomically(file, text)
    // The client says what went wrong in the log, and gives -1.
    return (await client.saveCache([file], keyOf(job, context))) === -1
      ? { what: WHAT, why: 'it could not be saved; the log says why' }
      : null
  } catch (error) {
    return { what: WHAT, why: toError(error).message }
  }
}
