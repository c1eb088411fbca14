import { describe, expect, it } from '@jest/globals'
import { fetchModule } from '../../../src/integrity/fetch-module.js'
import { fakeGo, fakeHost } from '../../../src/testing/index.js'

const MODULE = { path: 'example.com/m', version: 'v1.0.0' }
const PROXY = 'https://proxy.example.org'
const ENV = { values: { GOPROXY: PROXY, GOSUMDB: 'off', GOROOT: '/opt/go' }, origins: {} }

async function noteOf(stderr: string, ending: 'exited' | 'timed-out' = 'exited'): Promise<string | undefined> {
  const go = fakeGo([{ args: ['mod', 'download', '-json', 'example.com/m@v1.0.0'], exitCode: 1, stderr, ending }])
  const { zip } = await fetchModule(fakeHost(), go, ENV, MODULE)
  return zip[0]?.note
}

describe('fetchModule', () => {
  it.each([
    [`go: example.com/m@v1.0.0: reading ${PROXY}/example.com/m/@v/v1.0.0.info: 404 Not Found`, 'it has no such version'],
    [`go: example.com/m@v1.0.0: reading ${PROXY}/example.com/m/@v/v1.0.0.zip: 410 Gone`, 'it has no such version'],
    ['go: example.com/m@v1.0.0: invalid version: unknown revision v1.0.0', 'it has no such version'],
    [`reading ${PROXY}/example.com/m/@v/v1.0.0.info: 403 Forbidden`, 'it asks for credentials or refuses'],
    [`reading ${PROXY}/example.com/m/@v/v1.0.0.info: 503 Service Unavailable`, 'it answers with a server error'],
    ['dial tcp: lookup proxy.example.org: no such host', 'it cannot be reached'],
    ["GOVCS disallows using git for public example.com/m; see 'go help vcs'", 'GOVCS does not allow its kind of repository'],
    ['go: downloading example.com/m v1.0.0\ngo: something else', 'go: something else'],
    ['', 'go says nothing'],
  ])('says of %s why there is no answer', async (stderr, note) => {
    expect(await noteOf(stderr)).toBe(note)
  })

  it('says of a place that does not answer how long it waited', async () => {
    expect(await noteOf('', 'timed-out')).toBe('it did not answer within 30 seconds')
  })

  it('switches checksums off for the one throw-away fetch, and keeps to the running toolchain', async () => {
    const go = fakeGo([{ args: () => true }], { env: { PATH: '/usr/bin', GOFLAGS: '-insecure' } })
    await fetchModule(fakeHost(), go, { ...ENV, values: { ...ENV.values, GOSUMDB: 'sum.golang.org' } }, MODULE)
    expect(go.calls.map(({ env }) => env['GOPROXY'])).toEqual([PROXY, 'direct'])
    for (const { env, cwd } of go.calls) {
      expect(env).toMatchObject({
        GOSUMDB: 'off',
        GONOSUMDB: '*',
        GOFLAGS: '-mod=mod -modcacherw',
        GOWORK: 'off',
        GOTOOLCHAIN: 'local',
        PATH: '/opt/go/bin:/usr/bin',
      })
      expect(env['GOMODCACHE']?.startsWith('/tmp/goparity-module-')).toBe(true)
      expect(cwd.startsWith('/tmp/goparity-module-')).toBe(true)
    }
  })

  it('asks nobody for a name that go could take for something else', async () => {
    expect(await fetchModule(fakeHost(), fakeGo([]), ENV, { path: '-json', version: 'v1.0.0' })).toEqual({ zip: [], goMod: [] })
  })
})
