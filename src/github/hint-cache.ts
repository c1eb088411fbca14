import { join } from 'node:path'
import { toError } from '../errors.js'
import type { Host } from '../host/index.js'
import type { Degrade } from '../report/index.js'
import { parseSnapshot, type Job, type Snapshot } from '../snapshot/index.js'
import { jobDigest } from './artifact.js'
import { cacheClient, readCached, writeCached, type CachedFile, type CacheClient } from './cache-file.js'
import type { GithubContext } from './context.js'

/** A snapshot that some run on the default branch left in the cache. Anybody with write access to a workflow could have put it there. */
export interface Hint {
  readonly snapshot: Snapshot
  readonly key: string
}

const MAX_SNAPSHOT_BYTES = 32 * 1024 * 1024
const WHAT = 'snapshot in the cache'

function stemOf(job: Job): string {
  return `goparity-snapshot-1-${jobDigest(job)}-`
}

/** A second attempt of a run needs a key of its own. */
function fileOf(job: Job, { temporary, runId, runAttempt }: GithubContext): CachedFile {
  const file = join(temporary, 'goparity-hint', jobDigest(job), 'snapshot.json')
  return { what: WHAT, file, key: `${stemOf(job)}${runId}${runAttempt === '1' ? '' : `-${runAttempt}`}` }
}

/** The newest snapshot of this job in the cache, `null` when there is none. Never throws: a failure is a degrade. */
export async function restoreHint(
  host: Host,
  context: GithubContext,
  job: Job,
  makeClient: () => Promise<CacheClient> = cacheClient,
): Promise<Hint | Degrade | null> {
  const found = await readCached(host, fileOf(job, context), stemOf(job), MAX_SNAPSHOT_BYTES, makeClient)
  if (found === null || 'why' in found) return found
  try {
    const snapshot = parseSnapshot(found.text, found.key)
    if (snapshot.job.id !== job.id) return { what: WHAT, why: `the entry ${found.key} is of another job` }
    return { snapshot, key: found.key }
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
  return writeCached(host, fileOf(job, context), text, makeClient)
}
