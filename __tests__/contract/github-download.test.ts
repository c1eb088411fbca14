import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openLab, type Lab } from '../e2e/fake-github/lab.js'

const BLOB = /^GET \/blob\//
const ZIP = /\/zip$/

function* cut(): Generator<Buffer> {
  yield Buffer.from('cut')
  throw new Error('broken')
}

/** `ended` is told how many chunks were made when the reader hangs up. */
function* endless(ended: (chunks: number) => void): Generator<Buffer> {
  let chunks = 0
  try {
    for (;;) {
      chunks += 1
      yield Buffer.alloc(65_536)
    }
  } finally {
    ended(chunks)
  }
}

describe('the download of an artifact', () => {
  let lab: Lab

  beforeAll(async () => {
    lab = await openLab()
  })

  afterAll(async () => {
    await lab.close()
  })

  function place(bytes: Buffer): number {
    return lab.github.placeArtifact({ run: 1, name: 'a', zip: bytes })
  }

  async function download(id: number, maxBytes: number): Promise<string> {
    return Buffer.from(await lab.client.runsApi.download(id, maxBytes)).toString('latin1')
  }

  /** The requests of the last action, without what differs. */
  function requestsSince(count: number): readonly string[] {
    return lab.github.requests.slice(count).map((request) => request.replaceAll(/\d{4,}/g, 'N').replace(/\?.* /, ' '))
  }

  it('follows the redirect to the storage, to which the token does not go', async () => {
    const id = place(Buffer.from([0, 255, 80, 75]))
    const before = lab.github.requests.length
    expect(await download(id, 100)).toBe('\u0000ÿPK')
    // That a token was sent to the storage would be a violation.
    expect(requestsSince(before)).toStrictEqual(['GET /repos/octo/lab/actions/artifacts/N/zip 302', 'GET /blob/artifact-N 200'])
  })

  it('takes as many bytes as allowed, and not one more', async () => {
    const id = place(Buffer.alloc(1000, 'x'))
    expect(await download(id, 1000)).toHaveLength(1000)
    await expect(download(id, 999)).rejects.toMatchObject({
      code: 'github-failed',
      message: `artifact ${String(id)} is larger than the 999 bytes that are read`,
    })
  })

  it('hangs up on a body without an end, once it is too large', async () => {
    const id = place(Buffer.from('x'))
    const chunks = new Promise<number>((resolve) => {
      lab.github.failNext(BLOB, { status: 200, headers: { 'content-type': 'application/zip' }, chunks: endless(resolve) })
    })
    await expect(download(id, 1_000_000)).rejects.toThrow('is larger than the 1000000 bytes that are read')
    // What stands in buffers between the two is a few megabytes at most.
    expect(await chunks).toBeLessThan(1000)
  })

  it.each([
    ['the storage fails', BLOB, { status: 503 }],
    ['the storage hangs up', BLOB, 'reset'],
    ['GitHub fails', ZIP, { status: 502 }],
    ['GitHub hangs up', ZIP, 'reset'],
  ] as const)('tries again when %s, twice', async (_what, pattern, fault) => {
    const id = place(Buffer.from('good'))
    lab.github.failNext(pattern, fault, 2)
    expect(await download(id, 100)).toBe('good')
  })

  it('gives up when the storage fails three times', async () => {
    const id = place(Buffer.from('good'))
    lab.github.failNext(BLOB, { status: 500 }, 3)
    await expect(download(id, 100)).rejects.toMatchObject({
      code: 'github-failed',
      message: `GitHub failed to download artifact ${String(id)} (500)`,
    })
  })

  it('does not take a part for the whole', async () => {
    const id = place(Buffer.from('good'))
    for (const headers of [{ 'content-length': '100' }, {}, { 'content-length': '100' }])
      lab.github.failNext(BLOB, { status: 200, headers, chunks: cut() })
    const before = lab.github.requests.length
    await expect(download(id, 1000)).rejects.toMatchObject({
      code: 'github-failed',
      message: expect.stringContaining('could not be reached'),
    })
    expect(requestsSince(before)).toHaveLength(6)
  })

  it('asks once for what is refused: expired, gone, a signature that is too old', async () => {
    const id = place(Buffer.from('x'))
    lab.github.expireArtifact(id)
    const before = lab.github.requests.length
    await expect(download(id, 100)).rejects.toThrow(`GitHub did not download artifact ${String(id)} (410): Artifact has expired`)
    await expect(download(999_999, 100)).rejects.toThrow('GitHub found nothing when asked to download artifact 999999 (404)')
    const other = place(Buffer.from('x'))
    lab.github.failNext(BLOB, { status: 403 })
    await expect(download(other, 100)).rejects.toThrow(`GitHub refused to download artifact ${String(other)} (403)`)
    expect(lab.github.requests.length - before).toBe(4)
  })

  it.each(['ftp://127.0.0.1/x', 'no address', ''])('goes to no address like %j', async (location) => {
    lab.github.failNext(ZIP, { status: 302, headers: { location } })
    await expect(download(1, 100)).rejects.toMatchObject({ code: 'github-failed', message: expect.stringContaining('download artifact 1') })
  })
})
