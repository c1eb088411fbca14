import { execFileSync } from 'node:child_process'
import { describe, expect, it } from '@jest/globals'
import { unzipSync } from 'fflate'
import { startModuleServer } from '../support/module-server.js'

const PATH = 'golang.org/x/sync'
const VERSION = 'v0.10.0'

/** The first web proxy that go uses on this machine: it passes sum.golang.org on as well. */
function realProxy(): string {
  const value = execFileSync('go', ['env', 'GOPROXY'], { encoding: 'utf8' })
  const url = value
    .trim()
    .split(/[,|]/)
    .find((entry) => /^https?:/.test(entry))
  if (url === undefined) throw new Error(`go knows no module proxy: ${value}`)
  return url.replace(/\/$/, '')
}

interface Got {
  readonly status: number
  readonly type: string
  readonly body: Uint8Array
}

async function get(url: string): Promise<Got> {
  const response = await fetch(url)
  const body = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, type: (response.headers.get('content-type') ?? '').split(';')[0] ?? '', body }
}

const text = (got: Got): string => Buffer.from(got.body).toString('utf8')

function filesOf(zip: Uint8Array): Readonly<Record<string, string>> {
  const prefix = `${PATH}@${VERSION}/`
  return Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([name, bytes]) => {
      const content = Buffer.from(bytes).toString('utf8')
      if (!name.startsWith(prefix) || !Buffer.from(content).equals(bytes)) throw new Error(`${name} is not a text of ${PATH}`)
      return [name.slice(prefix.length), content]
    }),
  )
}

/** The lines of a signed tree head, without what differs from tree to tree. */
const HEAD = /^go\.sum database tree\n\d+\n[A-Za-z0-9+/]{43}=\n\n— [a-z.]+ [A-Za-z0-9+/]+={0,2}\n$/

describe('the module server beside the real proxy and the real database', () => {
  const real = realProxy()

  it('answers the same paths in the same shapes, with the same hashes for the same files', async () => {
    const base = `${real}/${PATH}/@v/${VERSION}`
    const zip = await get(`${base}.zip`)
    const files = filesOf(zip.body)
    const server = await startModuleServer({ modules: [{ path: PATH, version: VERSION, files }] })
    const ours = `${server.proxy}/${PATH}/@v/${VERSION}`

    const ownZip = await get(`${ours}.zip`)
    expect(ownZip).toMatchObject({ status: zip.status, type: zip.type })
    expect(filesOf(ownZip.body)).toStrictEqual(files)
    expect(await get(`${ours}.mod`)).toStrictEqual(await get(`${base}.mod`))

    const info = await get(`${base}.info`)
    const ownInfo = await get(`${ours}.info`)
    expect(ownInfo).toMatchObject({ status: info.status, type: info.type })
    for (const one of [info, ownInfo])
      expect(JSON.parse(text(one))).toMatchObject({ Version: VERSION, Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) })

    const list = await get(`${real}/${PATH}/@v/list`)
    const ownList = await get(`${server.proxy}/${PATH}/@v/list`)
    expect(ownList).toMatchObject({ status: list.status, type: list.type })
    for (const one of [list, ownList]) {
      expect(text(one)).toMatch(/^(v\d+\.\d+\.\d+\S*\n)+$/)
      expect(text(one).split('\n')).toContain(VERSION)
    }

    const db = `${real}/sumdb/sum.golang.org`
    const ownDb = `${server.proxy}/sumdb/${server.name}`
    expect(await get(`${ownDb}/supported`)).toMatchObject({ status: (await get(`${db}/supported`)).status })
    const head = await get(`${db}/latest`)
    const ownHead = await get(`${ownDb}/latest`)
    expect(ownHead).toMatchObject({ status: head.status, type: head.type })
    for (const one of [head, ownHead]) expect(text(one)).toMatch(HEAD)

    const lookup = await get(`${db}/lookup/${PATH}@${VERSION}`)
    const ownLookup = await get(`${ownDb}/lookup/${PATH}@${VERSION}`)
    expect(ownLookup).toMatchObject({ status: lookup.status, type: lookup.type })
    const [parts, ownParts] = [lookup, ownLookup].map((one) => /^(\d+)\n((?:[^\n]+\n){2})\n([^]*)$/.exec(text(one)))
    expect(ownParts?.[2]).toBe(parts?.[2])
    expect(ownParts?.[2]).toContain(`${PATH} ${VERSION}/go.mod h1:`)
    for (const one of [parts, ownParts]) expect(one?.[3]).toMatch(HEAD)

    const tile = await get(`${db}/tile/8/0/000`)
    const ownTile = await get(`${ownDb}/tile/8/0/000.p/1`)
    expect(ownTile).toMatchObject({ status: tile.status, type: tile.type })
    expect([tile.body.length, ownTile.body.length]).toStrictEqual([256 * 32, 32])
  })

  it('refuses what it does not know, as the database does', async () => {
    const server = await startModuleServer({ modules: [{ path: PATH, version: VERSION, files: {} }] })
    const unknown = `lookup/${PATH}@v0.99.0`
    const [their, own] = await Promise.all([
      get(`${real}/sumdb/sum.golang.org/${unknown}`),
      get(`${server.proxy}/sumdb/${server.name}/${unknown}`),
    ])
    expect([their.status, own.status]).toStrictEqual([404, 404])
    // What a proxy answers is not the same everywhere: the public one says 404.
    expect([403, 404, 410]).toContain((await get(`${real}/${PATH}/@v/v0.99.0.info`)).status)
    expect((await get(`${server.proxy}/${PATH}/@v/v0.99.0.info`)).status).toBe(404)
  })
})
