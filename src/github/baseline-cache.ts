import { join } from 'node:path'
import { MAX_BASELINE_BYTES, parseBaseline, type BaselineReading } from '../baseline/index.js'
import { toError } from '../errors.js'
import { sha256, type Host } from '../host/index.js'
import type { Degrade } from '../report/index.js'
import { cacheClient, readCached, writeCached, type CachedFile, type CacheClient } from './cache-file.js'
import type { GithubContext } from './context.js'

const WHAT = 'baseline in the cache'

/** Which baselines are meant: those of one workflow under one prefix. */
export interface CachePlace {
  /** `artifact-prefix` of the report. */
  readonly prefix: string
  /** Path of the workflow file. */
  readonly workflow: string
}

function stemOf({ prefix, workflow }: CachePlace): string {
  return `goparity-baseline-1-${sha256(`${prefix}\0${workflow}`).slice(0, 12)}-`
}

/** Every attempt of a run has its own key. */
function fileOf(place: CachePlace, { temporary, runId, runAttempt }: GithubContext): CachedFile {
  return { what: WHAT, file: join(temporary, 'goparity-baseline', 'baseline.json'), key: `${stemOf(place)}${runId}-${runAttempt}` }
}

/**
 * The newest baseline that this branch can see in the cache, as a hint: anybody who can write the cache can have made it, so it is
 * not trusted. `null` when there is none. Never throws: a failure is a degrade.
 */
export async function restoreBaselineFromCache(
  host: Host,
  context: GithubContext,
  place: CachePlace,
  makeClient: () => Promise<CacheClient> = cacheClient,
): Promise<Extract<BaselineReading, { kind: 'found' }> | Degrade | null> {
  const found = await readCached(host, fileOf(place, context), stemOf(place), MAX_BASELINE_BYTES, makeClient)
  if (found === null || 'why' in found) return found
  try {
    const { snapshots } = parseBaseline(found.text, found.key)
    const reason = 'a hint and no proof: whoever can write the cache of this repository can have made it'
    return { kind: 'found', snapshots, reference: { source: 'cache', ref: found.key, trusted: false, reason } }
  } catch (error) {
    return { what: WHAT, why: toError(error).message }
  }
}

/** Leaves a baseline for later runs; `null` when that went well. Never throws. */
export async function saveBaselineToCache(
  host: Host,
  context: GithubContext,
  place: CachePlace,
  text: string,
  makeClient: () => Promise<CacheClient> = cacheClient,
): Promise<Degrade | null> {
  return writeCached(host, fileOf(place, context), text, makeClient)
}
