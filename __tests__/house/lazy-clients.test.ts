import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from '@jest/globals'
import * as v from 'valibot'

const Part = { bytes: v.number(), files: v.number(), clients: v.array(v.string()) }
const Bundles = v.object({
  all: v.object({ clients: v.array(v.string()) }),
  entries: v.array(v.object({ entry: v.string(), ...Part })),
  paths: v.array(v.object({ path: v.string(), entry: v.string(), ...Part })),
})

describe('the heavy clients of GitHub', () => {
  let found: v.InferOutput<typeof Bundles>
  const clientsOf = (path: string): readonly string[] | undefined => found.paths.find((one) => one.path === path)?.clients

  beforeAll(() => {
    const { stdout, stderr } = spawnSync(process.execPath, ['bench/bundles.mjs', '--json'], { encoding: 'utf8' })
    if (stdout === '') throw new Error(stderr)
    found = v.parse(v.pipe(v.string(), v.parseJson(), Bundles), stdout)
    // Each entry of dist/ is run once; go builds an example.
  }, 120_000)

  it('are in dist, and the measurement sees them where they are used', () => {
    expect(found.all.clients).toStrictEqual(['artifact', 'cache', 'octokit'])
    expect(clientsOf('record, all it does')).toEqual(expect.arrayContaining(['artifact', 'cache']))
  })

  it.each(['cli --version', 'cli check', 'record, no artifact, no baseline', 'record-post', 'library'])('are not loaded by %s', (path) => {
    expect(clientsOf(path)).toStrictEqual([])
  })

  it('keep the cache away from a report without a token', () => {
    expect(clientsOf('report of a folder, no token')).not.toContain('cache')
  })

  it.each(['cli', 'record', 'record-post', 'report', 'index', 'testing'])('are not behind the static imports of %s', (name) => {
    expect(found.entries.find(({ entry }) => entry === name)?.clients).toStrictEqual([])
  })
})
