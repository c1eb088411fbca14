import { randomUUID } from 'node:crypto'
import { type Answer, type Question } from './answer.js'

/** The blob storage behind signed addresses, as Azure answers: block uploads, whole uploads, ranges. */
export interface BlobStore {
  /** A signed address for a blob of this id. The signature is long: clients mask it in the log as a secret. */
  sign(id: string): string
  read(id: string): Buffer | undefined
  write(id: string, bytes: Buffer): void
  answer(question: Question): Answer
}

const BLOCK_ID = /<(?:Latest|Uncommitted|Committed)>([^<]+)</g

function azure(): Record<string, string> {
  return {
    'x-ms-request-id': randomUUID(),
    'x-ms-version': '2024-11-04',
    'x-ms-request-server-encrypted': 'true',
    'last-modified': 'Wed, 01 Jan 2020 00:00:00 GMT',
    etag: '"0x1"',
  }
}

export function createBlobStore(base: () => string): BlobStore {
  const blobs = new Map<string, Buffer>()
  const blocks = new Map<string, Map<string, Buffer>>()
  const signatures = new Map<string, string>()

  function put(id: string, question: Question): Answer {
    const step = question.url.searchParams.get('comp')
    if (step === 'block') {
      const parts = blocks.get(id) ?? new Map<string, Buffer>()
      parts.set(question.url.searchParams.get('blockid') ?? '', question.body)
      blocks.set(id, parts)
    } else if (step === 'blocklist') {
      const ids = [...question.body.toString('utf8').matchAll(BLOCK_ID)].map((match) => match[1] ?? '')
      const parts = ids.map((block) => blocks.get(id)?.get(block))
      if (parts.includes(undefined)) return { status: 400, headers: { ...azure(), 'x-ms-error-code': 'InvalidBlockList' } }
      blobs.set(id, Buffer.concat(parts.filter((part) => part !== undefined)))
      blocks.delete(id)
    } else {
      blobs.set(id, question.body)
    }
    return { status: 201, headers: azure() }
  }

  function get(id: string, question: Question): Answer {
    const whole = blobs.get(id)
    if (whole === undefined) return { status: 404, headers: { ...azure(), 'x-ms-error-code': 'BlobNotFound' } }
    const asked = /^bytes=(\d+)-(\d*)$/.exec(String(question.headers['x-ms-range'] ?? question.headers.range ?? ''))
    const headers = { ...azure(), 'accept-ranges': 'bytes', 'content-type': 'application/zip' }
    if (asked === null) return { status: 200, headers, bytes: whole }
    const from = Number(asked[1])
    const part = whole.subarray(from, asked[2] === '' ? undefined : Number(asked[2]) + 1)
    return {
      status: 206,
      headers: { ...headers, 'content-range': `bytes ${from}-${from + part.length - 1}/${whole.length}` },
      bytes: part,
    }
  }

  return {
    sign(id) {
      const signature = `${randomUUID()}${randomUUID()}`
      signatures.set(signature, id)
      return `${base()}/blob/${id}?sig=${signature}&se=2099-01-01T00%3A00%3A00Z`
    },
    read: (id) => blobs.get(id),
    write(id, bytes) {
      blobs.set(id, bytes)
    },
    answer(question) {
      const id = question.url.pathname.slice('/blob/'.length)
      if (signatures.get(question.url.searchParams.get('sig') ?? '') !== id) {
        return { status: 403, headers: { ...azure(), 'x-ms-error-code': 'AuthenticationFailed' } }
      }
      return question.method === 'PUT' ? put(id, question) : get(id, question)
    },
  }
}
