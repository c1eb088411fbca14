import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { afterAll } from '@jest/globals'

/** A checksum database of up to 255 records: its whole tree is one tile (golang.org/x/mod/sumdb/tlog). */
const NAME = 'sums.example.org'

export interface DatabaseEntry {
  readonly path: string
  readonly version: string
  readonly h1: string
  readonly goMod: string
}

/** Answers a request in the place of the database; `false`: it does not. */
export type Fault = (path: string, response: ServerResponse) => boolean

export interface Database {
  readonly name: string
  /** GOSUMDB for go to ask it directly, and through `proxy`. */
  readonly direct: string
  readonly proxied: string
  /** GOPROXY: knows no module, and passes the database on. */
  readonly proxy: string
  /** Paths that were asked for, `/proxy/…` or `/db/…`. */
  readonly requests: readonly string[]
  /** What it holds from now on; its key stays, and the tiles of trees of another size. */
  hold(entries: readonly DatabaseEntry[]): void
  /** Loses all tiles but those of the present tree. */
  forget(): void
  /** What goes wrong from now on. */
  fail(fault: Fault | null): void
  /** The tree head that it signs over what it holds now, and its record of one version. */
  head(): string
  record(path: string, version: string): string | null
}

function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** RFC 6962, 2.1. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return leaves[0] ?? sha256()
  const half = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  return sha256(Uint8Array.of(1), treeHash(leaves.slice(0, half)), treeHash(leaves.slice(half)))
}

function textOf({ path, version, h1, goMod }: DatabaseEntry): string {
  return `${path} ${version} ${h1}\n${path} ${version}/go.mod ${goMod}\n`
}

function leavesOf(entries: readonly DatabaseEntry[]): readonly Buffer[] {
  return entries.map((entry) => sha256(Uint8Array.of(0), textOf(entry)))
}

/** golang.org/x/mod/sumdb/note: the key's hash, before the key and before each signature. */
function signedHead(key: KeyObject, keyHash: Buffer, leaves: readonly Buffer[]): string {
  const text = `go.sum database tree\n${String(leaves.length)}\n${treeHash(leaves).toString('base64')}\n`
  const signature = Buffer.concat([keyHash, sign(null, Buffer.from(text), key)]).toString('base64')
  return `${text}\n— ${NAME} ${signature}\n`
}

const stops: (() => void)[] = []

afterAll(() => {
  for (const stop of stops.splice(0)) stop()
})

/** Starts a database with a key of its own on this machine; it ends with the test file. */
export async function startDatabase(entries: readonly DatabaseEntry[]): Promise<Database> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  // The raw key is the end of its DER form; 1 stands for Ed25519.
  const raw = Buffer.concat([Uint8Array.of(1), publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)])
  const keyHash = sha256(`${NAME}\n`, raw).subarray(0, 4)
  const verifier = `${NAME}+${keyHash.toString('hex')}+${raw.toString('base64')}`
  const requests: string[] = []
  let held = entries
  const trees = new Map<number, readonly DatabaseEntry[]>([[held.length, held]])
  let fault: Fault | null = null

  const head = (): string => signedHead(privateKey, keyHash, leavesOf(held))
  const record = (path: string, version: string): string | null => {
    const at = held.findIndex((entry) => entry.path === path && entry.version === version)
    const entry = held[at]
    return entry === undefined ? null : `${String(at)}\n${textOf(entry)}\n${head()}`
  }
  const answer = (path: string): string | Buffer | null => {
    if (path === '/supported') return ''
    if (path === '/latest') return head()
    const tile = trees.get(Number(/^\/tile\/8\/0\/000\.p\/(\d+)$/.exec(path)?.[1]))
    if (tile !== undefined) return Buffer.concat(leavesOf(tile))
    const [, module, version] = /^\/lookup\/(.+)@(.+)$/.exec(path) ?? []
    return module === undefined || version === undefined ? null : record(module, version)
  }

  const server = createServer(({ url = '' }, response) => {
    requests.push(url)
    const path = url.replace(`/proxy/sumdb/${NAME}`, '').replace(/^\/db/, '')
    if (fault?.(path, response) === true) return
    const body = url.startsWith('/db/') || url.startsWith('/proxy/sumdb/') ? answer(path) : null
    response.statusCode = body === null ? 404 : 200
    response.end(body ?? 'not found')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  stops.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the database has no port')
  const { port } = address
  const base = `http://127.0.0.1:${String(port)}`
  return {
    name: NAME,
    direct: `${verifier} ${base}/db`,
    proxied: verifier,
    proxy: `${base}/proxy`,
    requests,
    hold: (next) => {
      held = next
      trees.set(next.length, next)
    },
    forget: () => {
      trees.clear()
      trees.set(held.length, held)
    },
    fail: (next) => {
      fault = next
    },
    head,
    record,
  }
}
