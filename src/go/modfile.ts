import { isObject, parseJsonSequence, textField } from '../modules/index.js'
import type { Go, GoResult } from './go.js'

/** One `require` of go.mod. */
export interface ModRequire {
  readonly path: string
  readonly version: string
  readonly indirect: boolean
}

/** One `replace` of go.mod or go.work; `null` where no version is written. */
export interface ModReplace {
  readonly oldPath: string
  readonly oldVersion: string | null
  readonly newPath: string
  readonly newVersion: string | null
}

/** go.mod as `go mod edit -json` reads it. */
export interface ModFile {
  readonly module: string | null
  readonly go: string | null
  readonly toolchain: string | null
  readonly require: readonly ModRequire[]
  readonly replace: readonly ModReplace[]
}

/** go.work as `go work edit -json` reads it. */
export interface WorkFile {
  readonly go: string | null
  readonly toolchain: string | null
  /** Folders as written, relative to go.work. */
  readonly use: readonly string[]
  readonly replace: readonly ModReplace[]
}

export type ModFileAnswer = { readonly ok: true; readonly file: ModFile } | { readonly ok: false; readonly result: GoResult }
export type WorkFileAnswer = { readonly ok: true; readonly file: WorkFile } | { readonly ok: false; readonly result: GoResult }

type JsonObject = Readonly<Record<string, unknown>>

function objects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function parseReplacements(value: unknown, name: string): readonly ModReplace[] {
  return objects(value).flatMap((replace) => {
    const { Old: before, New: after } = replace
    if (!isObject(before) || !isObject(after)) return []
    return [
      {
        oldPath: textField(before, 'Path', name) ?? '',
        oldVersion: textField(before, 'Version', name) ?? null,
        newPath: textField(after, 'Path', name) ?? '',
        newVersion: textField(after, 'Version', name) ?? null,
      },
    ]
  })
}

/** `go mod edit -json FILE`: needs no network and no module cache. Throws `go-unreadable`. */
export async function editModJson(go: Go, file: string): Promise<ModFileAnswer> {
  const name = 'go mod edit -json'
  const result = await go.run(['mod', 'edit', '-json', file], { maxOutputBytes: 64 * 1024 * 1024 })
  if (result.exitCode !== 0) return { ok: false, result }
  const [mod = {}] = parseJsonSequence(result.stdout.text, name)
  const module = mod['Module']
  return {
    ok: true,
    file: {
      module: isObject(module) ? (textField(module, 'Path', name) ?? null) : null,
      go: textField(mod, 'Go', name) ?? null,
      toolchain: textField(mod, 'Toolchain', name) ?? null,
      require: objects(mod['Require']).map((require) => ({
        path: textField(require, 'Path', name) ?? '',
        version: textField(require, 'Version', name) ?? '',
        indirect: require['Indirect'] === true,
      })),
      replace: parseReplacements(mod['Replace'], name),
    },
  }
}

/** `go work edit -json FILE`. Throws `go-unreadable`. */
export async function editWorkJson(go: Go, file: string): Promise<WorkFileAnswer> {
  const name = 'go work edit -json'
  const result = await go.run(['work', 'edit', '-json', file], { maxOutputBytes: 64 * 1024 * 1024 })
  if (result.exitCode !== 0) return { ok: false, result }
  const [work = {}] = parseJsonSequence(result.stdout.text, name)
  return {
    ok: true,
    file: {
      go: textField(work, 'Go', name) ?? null,
      toolchain: textField(work, 'Toolchain', name) ?? null,
      use: objects(work['Use']).flatMap((use) => textField(use, 'DiskPath', name) ?? []),
      replace: parseReplacements(work['Replace'], name),
    },
  }
}
