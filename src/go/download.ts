import { parseJsonSequence, textField } from '../modules/index.js'
import type { Go, GoResult } from './go.js'

const MAX_BYTES = 256 * 1024 * 1024

/** One module that `go mod download` looked at: the replacement of a replaced one. */
export interface DownloadedModule {
  readonly path: string
  readonly version: string
  /** Hashes of what lies in the module cache (by its `.ziphash`), not of what go.sum says. */
  readonly sum: string | null
  readonly goModSum: string | null
  /** Paths in the module cache. */
  readonly zip: string | null
  readonly directory: string | null
  readonly error: string | null
}

/** What was downloaded; `ok: false` when anything was not, with as much as is known. */
export interface DownloadAnswer {
  readonly ok: boolean
  readonly modules: readonly DownloadedModule[]
  /** As it ended; with `-json` go prints what failed as JSON on standard output: it is added to standard error as plain go prints it. */
  readonly result: GoResult
}

function parseDownloaded(json: string): readonly DownloadedModule[] {
  const name = 'go mod download -json'
  return parseJsonSequence(json, name).map((object) => ({
    path: textField(object, 'Path', name) ?? '',
    version: textField(object, 'Version', name) ?? '',
    sum: textField(object, 'Sum', name) ?? null,
    goModSum: textField(object, 'GoModSum', name) ?? null,
    zip: textField(object, 'Zip', name) ?? null,
    directory: textField(object, 'Dir', name) ?? null,
    error: textField(object, 'Error', name) ?? null,
  }))
}

function withErrors(result: GoResult, modules: readonly DownloadedModule[]): GoResult {
  const errors = modules.flatMap(({ error }) => (error === null ? [] : [`go: ${error.replace(/^go: /, '')}\n`])).join('')
  if (errors === '') return result
  const { text, bytes, truncated } = result.stderr
  const joined = text === '' || text.endsWith('\n') ? text : `${text}\n`
  return { ...result, stderr: { text: joined + errors, bytes: bytes + errors.length, truncated } }
}

/**
 * `go mod download -json`: fetches what the main module needs and compares the module cache's hashes with go.sum.
 * It may write go.sum, go.work.sum and go.mod where they lack something: the caller keeps them. Throws `go-unreadable`.
 */
export async function downloadModules(go: Go): Promise<DownloadAnswer> {
  const result = await go.run(['mod', 'download', '-json'], { maxOutputBytes: MAX_BYTES })
  // A truncated or broken list is no ground for saying that all is well.
  const readable = !result.stdout.truncated
  const modules = readable ? parseDownloaded(result.stdout.text) : []
  const ok = result.exitCode === 0 && readable && modules.every(({ error }) => error === null)
  return { ok, modules, result: ok ? result : withErrors(result, modules) }
}
