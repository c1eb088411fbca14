import { join } from 'node:path'
import { MAX_BASELINE_BYTES, parseBaseline, type BaselineReading } from '../baseline/index.js'
import { toError } from '../errors.js'
import { sha256, type Host } from '../host/index.js'
import type { Degrade } from '../report/index.js'
import type { GithubContext } from './context.js'
import { cacheClient, type CacheClient } from './hint-cache.js'

const WHAT = 'baseline in the cache'

/** Which baselines are meant: those of one workflow under one prefix. */
export interface CachePlace {
  /** `artifact-prefix` of the report. */
  readonly prefix: string
  /** Path of the workflow file. */
  readonly workflow: string
}

function fileOf({ temporary }: GithubContext): string {
  return join(temporary, 'goparity-baseline', 'baseline.json')
}

function stemOf({ prefix, workflow }: CachePlace): string {
  return `goparity-baseline-1-${sha256(`${prefix}\0${workflow}`).slice(0, 12)}-`
}

/** A key is written once, so every attempt of a run has its own. */
function keyOf(place: CachePlace, { runId, runAttempt }: GithubContext): string {
  return `${stemOf(place)}${runId}-${runAttempt}`
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
  try {
    const client = await makeClient()
    if (!client.isFeatureAvailable()) return { what: WHAT, why: 'this runner offers no cache' }
    const file = fileOf(context)
    await host.files.remove(file)
    const key = await client.restoreCache([file], keyOf(place, context), [stemOf(place)])
    if (key === undefined) return null
    const bytes = await host.files.read(file, MAX_BASELINE_BYTES)
    if (bytes === null) return { what: WHAT, why: `the entry ${key} does not hold it` }
    const { snapshots } = parseBaseline(new TextDecoder('utf-8', { fatal: true }).decode(bytes), key)
    const reason = 'a hint and no proof: whoever can write the cache of this repository can have made it'
    return { kind: 'found', snapshots, reference: { source: 'cache', ref: key, trusted: false, reason } }
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
  try {
    const client = await makeClient()
    if (!client.isFeatureAvailable()) return { what: WHAT, why: 'this runner offers no cache' }
    const file = fileOf(context)
    await host.files.writeAtomically(file, text)
    // The client says what went wrong in the log, and gives -1.
    return (await client.saveCache([file], keyOf(place, context))) === -1
      ? { what: WHAT, why: 'it could not be saved; the log says why' }
      : null
  } catch (error) {
    return { what: WHAT, why: toError(error).message }
  }
}
