import { describe, expect, it } from '@jest/globals'
import { jobDigest, readContext, restoreHint, saveHint, type CacheClient } from '../../../src/github/index.js'
import type { Host } from '../../../src/host/index.js'
import { canonicalJson, identifyJob, type Job, type Snapshot } from '../../../src/snapshot/index.js'
import { fakeHost, memoryFiles } from '../../../src/testing/index.js'

const job = identifyJob({ GITHUB_ACTIONS: 'true', GITHUB_JOB: 'build' }, { hostLabel: 'h' })

function snapshotOf(its: Job): Snapshot {
  return {
    schema: 'goparity/snapshot/1',
    tool: { version: '1' },
    job: its,
    environment: { values: {}, origins: {}, unknownKeys: 0 },
    toolchain: { running: 'go1.26.0', requested: 'auto', host: 'linux/amd64' },
    cCompiler: null,
    libc: null,
    runner: null,
    roots: [],
    integrity: null,
    targets: [],
  }
}

/** A cache as GitHub's: keys are written once, restore keys are prefixes, the newest wins. */
function cacheOf(host: () => Host): { readonly client: CacheClient; readonly entries: Map<string, string>; readonly asked: unknown[] } {
  const entries = new Map<string, string>()
  const asked: unknown[] = []
  const client: CacheClient = {
    isFeatureAvailable: () => true,
    async restoreCache([path = ''], key, restoreKeys) {
      asked.push([key, restoreKeys])
      const found = [...entries.keys()]
        .toReversed()
        .find((entry) => entry === key || restoreKeys.some((prefix) => entry.startsWith(prefix)))
      if (found === undefined) return undefined
      await host().files.writeAtomically(path, entries.get(found) ?? '')
      return found
    },
    async saveCache([path = ''], key) {
      if (entries.has(key)) return -1
      entries.set(key, new TextDecoder().decode((await host().files.read(path)) ?? undefined))
      return 1
    },
  }
  return { client, entries, asked }
}

async function setUp(env: Readonly<Record<string, string>> = {}): Promise<{
  readonly host: Host
  readonly context: Awaited<ReturnType<typeof readContext>>
  readonly cache: ReturnType<typeof cacheOf>
}> {
  const host = fakeHost({ env: { GITHUB_RUN_ID: '77', RUNNER_TEMP: '/t', ...env }, files: memoryFiles() })
  return { host, context: await readContext(host), cache: cacheOf(() => host) }
}

async function broken(): Promise<CacheClient> {
  throw new Error('503')
}

describe('the snapshot in the cache', () => {
  it('comes back in a later run of the same job', async () => {
    const { host, context, cache } = await setUp()
    const text = canonicalJson(snapshotOf(job))
    expect(await saveHint(host, context, job, text, async () => cache.client)).toBeNull()
    expect([...cache.entries.keys()]).toStrictEqual([`goparity-snapshot-1-${jobDigest(job)}-77`])
    const later = await readContext(fakeHost({ env: { GITHUB_RUN_ID: '78', RUNNER_TEMP: '/t' } }))
    expect(await restoreHint(host, later, job, async () => cache.client)).toStrictEqual({
      snapshot: snapshotOf(job),
      key: `goparity-snapshot-1-${jobDigest(job)}-77`,
    })
    expect(cache.asked).toStrictEqual([[`goparity-snapshot-1-${jobDigest(job)}-78`, [`goparity-snapshot-1-${jobDigest(job)}-`]]])
  })

  it('has a key of its own for each attempt of a run', async () => {
    const { host, context, cache } = await setUp({ GITHUB_RUN_ATTEMPT: '2' })
    await saveHint(host, context, job, 'x', async () => cache.client)
    expect([...cache.entries.keys()]).toStrictEqual([`goparity-snapshot-1-${jobDigest(job)}-77-2`])
  })

  it('is nothing when the cache has none', async () => {
    const { host, context, cache } = await setUp()
    expect(await restoreHint(host, context, job, async () => cache.client)).toBeNull()
  })

  it.each([
    ['no snapshot', '{}'],
    ['cut off', canonicalJson(snapshotOf(job)).slice(0, 100)],
    ['of another job', canonicalJson(snapshotOf({ ...job, id: 'github:other#build{}' }))],
  ])('is a degrade when it is %s', async (_name, text) => {
    const { host, context, cache } = await setUp()
    cache.entries.set(`goparity-snapshot-1-${jobDigest(job)}-1`, text)
    expect(await restoreHint(host, context, job, async () => cache.client)).toStrictEqual({
      what: 'snapshot in the cache',
      why: expect.stringContaining(`goparity-snapshot-1-${jobDigest(job)}-1`),
    })
  })

  it('is a degrade when the service fails, is not there, or takes nothing', async () => {
    const { host, context, cache } = await setUp()
    const absent = async (): Promise<CacheClient> => ({ ...cache.client, isFeatureAvailable: () => false })
    expect(await restoreHint(host, context, job, broken)).toStrictEqual({ what: 'snapshot in the cache', why: '503' })
    expect(await saveHint(host, context, job, 'x', broken)).toStrictEqual({ what: 'snapshot in the cache', why: '503' })
    expect(await restoreHint(host, context, job, absent)).toMatchObject({ why: 'this runner offers no cache' })
    expect(await saveHint(host, context, job, 'x', absent)).toMatchObject({ why: 'this runner offers no cache' })
    expect(await saveHint(host, context, job, 'x', async () => cache.client)).toBeNull()
    expect(await saveHint(host, context, job, 'x', async () => cache.client)).toMatchObject({
      why: expect.stringContaining('could not be saved'),
    })
  })
})
