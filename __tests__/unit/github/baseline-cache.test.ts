import { describe, expect, it } from '@jest/globals'
import { formatBaseline } from '../../../src/baseline/index.js'
import { readContext, restoreBaselineFromCache, saveBaselineToCache, type CacheClient } from '../../../src/github/index.js'
import type { Host } from '../../../src/host/index.js'
import { fakeHost, memoryFiles } from '../../../src/testing/index.js'
import { snapshotOf } from '../compare/fixtures.js'

const place = { prefix: 'goparity-', workflow: '.github/workflows/ci.yml' }
const text = formatBaseline([snapshotOf()])

async function setUp(
  run: string,
  entries: Map<string, string>,
): Promise<{
  readonly host: Host
  readonly context: Awaited<ReturnType<typeof readContext>>
  readonly client: () => Promise<CacheClient>
}> {
  const host = fakeHost({ env: { GITHUB_RUN_ID: run, RUNNER_TEMP: '/t' }, files: memoryFiles() })
  const client: CacheClient = {
    isFeatureAvailable: () => true,
    async restoreCache([path = ''], key, restoreKeys) {
      const found = [...entries.keys()].toReversed().find((entry) => entry === key || restoreKeys.some((stem) => entry.startsWith(stem)))
      if (found !== undefined) await host.files.writeAtomically(path, entries.get(found) ?? '')
      return found
    },
    async saveCache([path = ''], key) {
      if (entries.has(key)) return -1
      entries.set(key, new TextDecoder().decode((await host.files.read(path)) ?? undefined))
      return 1
    },
  }
  return { host, context: await readContext(host), client: async () => client }
}

async function dead(): Promise<CacheClient> {
  throw new Error('503')
}

async function absent(): Promise<CacheClient> {
  return { isFeatureAvailable: () => false, restoreCache: async () => 'x', saveCache: async () => 1 }
}

describe('the baseline in the cache', () => {
  it('comes back in a later run as a hint, which is not trusted', async () => {
    const entries = new Map<string, string>()
    const first = await setUp('7', entries)
    expect(await saveBaselineToCache(first.host, first.context, place, text, first.client)).toBeNull()
    const later = await setUp('8', entries)
    expect(await restoreBaselineFromCache(later.host, later.context, place, later.client)).toMatchObject({
      kind: 'found',
      snapshots: [{ job: snapshotOf().job }],
      reference: { source: 'cache', ref: [...entries.keys()][0], trusted: false },
    })
  })

  it('is that of one workflow under one prefix', async () => {
    const entries = new Map<string, string>()
    const { host, context, client } = await setUp('7', entries)
    await saveBaselineToCache(host, context, place, text, client)
    for (const other of [
      { ...place, prefix: 'x-' },
      { ...place, workflow: 'other.yml' },
    ])
      expect(await restoreBaselineFromCache(host, context, other, client)).toBeNull()
  })

  it('says so when it cannot be saved twice', async () => {
    const { host, context, client } = await setUp('7', new Map())
    await saveBaselineToCache(host, context, place, text, client)
    expect(await saveBaselineToCache(host, context, place, text, client)).toMatchObject({ why: 'it could not be saved; the log says why' })
  })

  it.each(['{', '{"schema":"goparity/baseline/1","snapshots":[{}]}'])('is not used when it holds %j', async (bad) => {
    const entries = new Map<string, string>()
    const { host, context, client } = await setUp('7', entries)
    await saveBaselineToCache(host, context, place, bad, client)
    expect(await restoreBaselineFromCache(host, context, place, client)).toMatchObject({ what: 'baseline in the cache' })
  })

  it('is a degrade where the cache is dead or absent', async () => {
    const { host, context } = await setUp('7', new Map())
    for (const [client, why] of [
      [dead, '503'],
      [absent, 'this runner offers no cache'],
    ] as const) {
      expect(await restoreBaselineFromCache(host, context, place, client)).toStrictEqual({ what: 'baseline in the cache', why })
      expect(await saveBaselineToCache(host, context, place, text, client)).toStrictEqual({ what: 'baseline in the cache', why })
    }
  })
})
