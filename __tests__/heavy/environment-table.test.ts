import { describe, expect, it } from '@jest/globals'
import { compareGoVersions, goEnvTable, normaliseEnvironment } from '../../src/environment/index.js'
import { openGo, type Go } from '../../src/go/index.js'
import { readGoEnv } from '../../src/go/env.js'
import { makeFolder, testHost } from '../support/project.js'

const RELEASES = ['go1.21.13', 'go1.22.12', 'go1.23.12', 'go1.24.9', 'go1.25.3', 'go1.26.0']
const NO_FOLDS = { goroot: [], gopath: [], gomodcache: [], workspace: [], temp: [], home: [] }

function openRelease(release: string): Go {
  const folder = makeFolder()
  // The proxy, module cache and home are the developer's own: each release is fetched once and kept.
  const host = testHost(folder, { ...process.env, GOTOOLCHAIN: release, GOFLAGS: '' })
  return openGo(host, { directory: folder })
}

async function valuesOf(go: Go, env: Readonly<Record<string, string>> = {}): Promise<Readonly<Record<string, string>>> {
  const answer = await readGoEnv(go, env)
  if (!answer.ok) throw new Error(answer.result.stderr.text)
  return answer.values
}

async function architecturesOf(go: Go): Promise<readonly (readonly [string, string])[]> {
  const { stdout } = await go.run(['tool', 'dist', 'list'])
  const pairs = stdout.text.trim().split('\n')
  const byArchitecture = new Map(pairs.map((pair) => [pair.split('/')[1] ?? '', pair.split('/')[0] ?? '']))
  return [...byArchitecture]
}

describe.each(RELEASES)('go env of %s', (release) => {
  it('prints for the host exactly the keys that the table says', async () => {
    const values = await valuesOf(openRelease(release))
    expect(values['GOVERSION']).toBe(release)
    const expected = goEnvTable.filter(
      ({ since, architectures }) =>
        compareGoVersions(release, since) >= 0 && (architectures === undefined || architectures.includes(values['GOARCH'] ?? '')),
    )
    expect(Object.keys(values).toSorted()).toEqual(expected.map(({ key }) => key).toSorted())
    expect(normaliseEnvironment(values, NO_FOLDS).unknownKeys).toBe(0)
  })

  it('prints for every GOARCH exactly the keys that the table says', async () => {
    const go = openRelease(release)
    const architectures = await architecturesOf(go)
    expect(architectures.length).toBeGreaterThan(10)
    for (const [goarch, goos] of architectures) {
      const values = await valuesOf(go, { GOOS: goos, GOARCH: goarch })
      const expected = goEnvTable.filter(
        (row) => compareGoVersions(release, row.since) >= 0 && (row.architectures === undefined || row.architectures.includes(goarch)),
      )
      expect([goarch, Object.keys(values).toSorted()]).toEqual([goarch, expected.map(({ key }) => key).toSorted()])
    }
  })
})
