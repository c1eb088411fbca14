import { openScan, type Incident, type IncidentFacts } from '../incidents/index.js'
import { ParityError } from '../errors.js'
import type { Session } from './session.js'

/** What `goparity explain --format json` prints. */
export interface Explanation {
  readonly schema: 'goparity/explanation/1'
  readonly tool: { readonly version: string }
  /** Where the log came from, as the caller names it. */
  readonly log: string
  /** Bytes that were read, in UTF-8. */
  readonly bytes: number
  /** In causal order: what comes first can be the cause of what follows. Empty when nothing is recognised. */
  readonly incidents: readonly Incident[]
}

/** What to explain. */
export interface ExplainOptions {
  /** The bytes of the log, cut anywhere: UTF-8, or UTF-16 behind its mark, as PowerShell writes it. */
  readonly log: AsyncIterable<Uint8Array>
  /** How the result names it. */
  readonly name: string
  /** What is known of the build besides its log; what it says of itself need not be given. */
  readonly facts?: IncidentFacts
  /** Version of goparity. */
  readonly version: string
}

/** The bytes as UTF-8, whatever the mark at their beginning says. */
async function* inUtf8(log: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let convert: ((chunk?: Uint8Array) => Uint8Array) | null = null
  let isFirst = true
  for await (const chunk of log) {
    const mark = isFirst ? `${String(chunk[0])} ${String(chunk[1])}` : ''
    isFirst = false
    if (mark === '255 254' || mark === '254 255') {
      const decoder = new TextDecoder(mark === '255 254' ? 'utf-16le' : 'utf-16be')
      convert = (bytes) => encoder.encode(bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true }))
    }
    yield convert === null ? chunk : convert(chunk)
  }
  if (convert !== null) yield convert()
}

/**
 * Says what a log of any length tells to have gone wrong, in bounded memory. Nothing is run and nobody is asked.
 * Throws `cancelled`, and what reading the log throws.
 */
export async function explain({ signal }: Session, { log, name, facts, version }: ExplainOptions): Promise<Explanation> {
  const scan = openScan(facts)
  let bytes = 0
  for await (const chunk of inUtf8(log)) {
    if (signal?.aborted === true) throw new ParityError('cancelled', `cancelled while reading ${name}`)
    bytes += chunk.length
    scan.push(chunk)
  }
  return { schema: 'goparity/explanation/1', tool: { version }, log: name, bytes, incidents: scan.end() }
}
