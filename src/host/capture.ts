import type { Captured } from './host.js'

const DEFAULT_LIMIT = 1024 * 1024

/** Keeps the beginning and the end of a stream in bounded memory: causes stand first, summaries last. */
export class Capture {
  #head: Buffer[] = []
  #headBytes = 0
  #tail: Buffer[] = []
  #tailBytes = 0
  #bytes = 0
  readonly #half: number

  constructor(maxBytes: number = DEFAULT_LIMIT) {
    this.#half = Math.max(1, Math.floor(maxBytes / 2))
  }

  write(chunk: Buffer): void {
    this.#bytes += chunk.length
    const room = this.#half - this.#headBytes
    const first = room > 0 ? chunk.subarray(0, room) : chunk.subarray(0, 0)
    if (first.length > 0) {
      this.#head.push(first)
      this.#headBytes += first.length
    }
    const rest = chunk.subarray(first.length)
    if (rest.length === 0) return
    this.#tail.push(rest)
    this.#tailBytes += rest.length
    // Dropped whole chunks at a time, so that memory stays below the limit plus one chunk and time stays linear.
    for (let oldest = this.#tail[0]; oldest !== undefined && this.#tailBytes - oldest.length >= this.#half; oldest = this.#tail[0]) {
      this.#tail.shift()
      this.#tailBytes -= oldest.length
    }
  }

  end(): Captured {
    const tail = Buffer.concat(this.#tail)
    const kept = tail.subarray(Math.max(0, tail.length - this.#half))
    const dropped = this.#bytes - this.#headBytes - kept.length
    const head = Buffer.concat(this.#head)
    if (dropped === 0) return { text: Buffer.concat([head, kept]).toString('utf8'), bytes: this.#bytes, truncated: false }
    const text = `${head.toString('utf8')}\n… ${String(dropped)} bytes left out …\n${kept.toString('utf8')}`
    return { text, bytes: this.#bytes, truncated: true }
  }
}
