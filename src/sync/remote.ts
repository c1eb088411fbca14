import type { ProcessResult } from '../host/index.js'
import { DOWNLOAD, LOOK, PUT } from './scripts.js'
import type { Transport } from './transport.js'

/** What a look into a place shows. */
export interface Look {
  /** Absolute there, links resolved; `null` when the directory is not there. */
  readonly directory: string | null
  readonly isWritable: boolean
  /** It is GOPATH: go warns of a go.mod that lies right in it, older ones refuse it. */
  readonly isGopath: boolean
  /** As `go version` says it; `null` when there is no go. */
  readonly go: string | null
  /** Somebody writes there at this moment, or was killed while doing so. */
  readonly hasJournal: boolean
  readonly files: readonly {
    readonly path: string
    /** sha256; `-` when it is not there, `link` or `other` when it is no file. */
    readonly sum: string
    /** It lies in a folder of this very working tree. */
    readonly isShared: boolean
  }[]
}

/** What a place answered, or why it did not: the last line that the client said. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly said: string; readonly inTime: boolean }

function decode(word: string): string {
  return Buffer.from(word, 'base64').toString('utf8')
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}

function refused(told: ProcessResult): Answer<never> {
  if (told.ending !== 'exited') return { ok: false, said: 'it does not answer', inTime: false }
  const said = lastLine(told.stderr.text)
  return { ok: false, said: said === '' ? `the client ended with ${String(told.exitCode)}` : said, inTime: true }
}

/** Looks into a directory of the place; changes nothing there. */
export async function look(
  transport: Transport,
  directory: string,
  nonce: string,
  paths: readonly string[],
  deadlineMs: number,
): Promise<Answer<Look>> {
  const told = await transport.run(LOOK, { words: [directory, { raw: nonce }, ...paths], deadlineMs, maxOutputBytes: 8 * 1024 * 1024 })
  const lines = told.stdout.text.split('\n')
  const value = (key: string): string | undefined => lines.find((line) => line.startsWith(`${key} `))?.slice(key.length + 1)
  const where = value('directory')
  if (told.exitCode !== 0 || where === undefined) return refused(told)
  const go = value('go') ?? '-'
  const files = lines.filter((line) => line.startsWith('file ')).map((line) => line.split(' '))
  return {
    ok: true,
    value: {
      directory: where === '-' ? null : decode(where),
      isWritable: value('writable') === 'yes',
      isGopath: value('gopath') === 'yes',
      go: go === '-' ? null : lastLine(decode(go)),
      hasJournal: value('journal') === 'yes',
      files: paths.map((path, index) => {
        const [, sum = '-', shared] = files[index] ?? []
        return { path, sum, isShared: shared === 'yes' }
      }),
    },
  }
}

/** A file to put: what must be there, and what shall be. */
export interface Put {
  readonly path: string
  /** sha256 of what is there; `-` for nothing. */
  readonly expected: string
  /** `null`: the file goes. */
  readonly content: Uint8Array | null
  readonly sum: string
}

/** How putting ended. `recovered`: what a killed run had left was ended first. */
export type PutOutcome =
  | { readonly kind: 'done'; readonly recovered: boolean }
  | { readonly kind: 'busy' }
  /** Nothing of the place was changed: `file` is no longer as it was looked at. */
  | { readonly kind: 'changed'; readonly file: string }
  | { readonly kind: 'failed'; readonly step: string; readonly said: string }

/** What the script itself says; all else are words of its tools. */
const SPOKEN = /^(?:failed|changed|recovered|done|busy)\b/

/** Puts all files or none. */
export async function put(transport: Transport, directory: string, files: readonly Put[], deadlineMs: number): Promise<Answer<PutOutcome>> {
  let offset = 1
  const words: (string | { readonly raw: string })[] = [directory]
  for (const { path, expected, content, sum } of files) {
    const length = content?.length ?? 0
    words.push(path, ...[expected, content === null ? '-' : sum, String(offset), String(length)].map((raw) => ({ raw })))
    offset += length
  }
  const bytes = Buffer.concat(files.map(({ content }) => content ?? new Uint8Array()))
  const told = await transport.run(PUT, { words, bytes, deadlineMs })
  const lines = told.stdout.text.trim().split('\n')
  const last = lines.at(-1) ?? ''
  if (last === 'done') return { ok: true, value: { kind: 'done', recovered: lines.some((line) => line.startsWith('recovered ')) } }
  if (last === 'busy') return { ok: true, value: { kind: 'busy' } }
  if (!last.startsWith('failed ')) return refused(told)
  const changed = lines.find((line) => line.startsWith('changed '))?.split(' ')[1]
  if (changed !== undefined) return { ok: true, value: { kind: 'changed', file: decode(changed) } }
  return {
    ok: true,
    value: { kind: 'failed', step: last.slice('failed '.length), said: lastLine(lines.filter((line) => !SPOKEN.test(line)).join('\n')) },
  }
}

/** What `go mod download` and `go mod verify` said, one module of the repository after the other. */
export interface Downloaded {
  readonly ok: boolean
  /** Folder of the module at which it ended. */
  readonly module: string
  readonly output: string
}

/** Downloads and verifies in each directory of a module. */
export async function download(
  transport: Transport,
  directory: string,
  modules: readonly string[],
  deadlineMs: number,
): Promise<Answer<Downloaded>> {
  const told = await transport.run(DOWNLOAD, { words: [directory, ...modules], deadlineMs, maxOutputBytes: 4 * 1024 * 1024 })
  if (told.ending !== 'exited') return { ok: false, said: 'go mod download did not end in time', inTime: false }
  const lines = told.stdout.text.split('\n')
  const module = lines.findLast((line) => line.startsWith('module '))?.slice('module '.length)
  if (module === undefined && told.exitCode !== 0) return refused(told)
  return {
    ok: true,
    value: {
      ok: told.exitCode === 0,
      module: decode(module ?? ''),
      output: lines
        .filter((line) => !line.startsWith('module '))
        .join('\n')
        .trim(),
    },
  }
}
