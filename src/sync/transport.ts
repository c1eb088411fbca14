import { ParityError, errorCode } from '../errors.js'
import type { Host, ProcessResult } from '../host/index.js'

/** What a script is given: words that it decodes, bytes that it reads, and how long it may take. */
export interface ScriptInput {
  /** Each is encoded as base64 on its way; `raw` words are not: numbers and sums. */
  readonly words: readonly (string | { readonly raw: string })[]
  readonly bytes?: Uint8Array
  readonly deadlineMs: number
  readonly maxOutputBytes?: number
}

/** A way to run constant scripts in a place. */
export interface Transport {
  /** Runs a script there; `null` when the client is not on PATH. */
  run(script: string, input: ScriptInput): Promise<ProcessResult>
}

/** A constant text as one word of a remote shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

function encode(word: ScriptInput['words'][number]): string {
  return typeof word === 'string' ? Buffer.from(word).toString('base64') : word.raw
}

/** How the client is called, and whether a shell over there splits what it is given. */
export interface Client {
  readonly command: readonly [string, ...string[]]
  readonly joinsWords: boolean
  /** What brings the program, for the error. */
  readonly wayOut: string
}

/** A transport over a client program. Throws `usage` when the client is not there. */
export function openTransport(host: Host, client: Client, signal?: AbortSignal): Transport {
  const [program, ...flags] = client.command
  return {
    async run(script, { words, bytes, deadlineMs, maxOutputBytes }) {
      // All data is base64 here, which no shell reads otherwise.
      const args = ['sh', '-c', client.joinsWords ? quoted(script) : script, 'sh', ...words.map(encode)]
      try {
        return await host.processes.run(program, [...flags, ...args], {
          cwd: host.cwd,
          env: host.env,
          input: bytes ?? new Uint8Array(),
          deadlineMs,
          ...(maxOutputBytes === undefined ? {} : { maxOutputBytes }),
          ...(signal === undefined ? {} : { signal }),
        })
      } catch (error) {
        if (errorCode(error) !== 'ENOENT') throw error
        throw new ParityError('usage', `${program} is not on PATH`, client.wayOut, { cause: error })
      }
    },
  }
}
