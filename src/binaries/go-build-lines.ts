import { Malformed } from './bytes.js'
import type { GoBuildInfo, GoModule } from './model.js'

/** A program of more modules does not exist. */
const MAX_LINES = 100_000

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
}

function unescape(escape: string): string {
  const simple = SIMPLE[escape.charAt(1)]
  if (simple !== undefined) return simple
  const code = /^\\[xuU]/.test(escape) ? Number.parseInt(escape.slice(2), 16) : Number.parseInt(escape.slice(1), 8)
  // A byte that is no character of its own was no UTF-8.
  const single = escape.startsWith('\\u') || escape.startsWith('\\U')
  return code > 0x10ffff || (!single && code > 0x7f) ? '\uFFFD' : String.fromCodePoint(code)
}

/** A Go string literal at the beginning of a text, and how long it is; `null` when there is none (strconv.QuotedPrefix, strconv.Unquote). */
function unquote(text: string): { readonly value: string; readonly length: number } | null {
  const raw = /^`[^`]*`/.exec(text)?.[0]
  if (raw !== undefined) return { value: raw.slice(1, -1).replaceAll('\r', ''), length: raw.length }
  const quoted = /^"(?:[^"\\\n]|\\[abfnrtv\\'"]|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[0-7]{3})*"/.exec(text)?.[0]
  if (quoted === undefined) return null
  const value = quoted
    .slice(1, -1)
    .replaceAll(/\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|.)/g, (escape) => unescape(escape))
  return { value, length: quoted.length }
}

function readSetting(text: string): { readonly key: string; readonly value: string } {
  const quotedKey = unquote(text)
  const end = quotedKey === null ? text.indexOf('=') : quotedKey.length
  if (end < 1 || text[end] !== '=') throw new Malformed('a build line of the Go build info has no key')
  const rest = text.slice(end + 1)
  return { key: quotedKey?.value ?? text.slice(0, end), value: unquote(rest)?.value ?? rest }
}

function readModule(text: string): GoModule {
  const [path = '', version = '', sum = '', ...more] = text.split('\t')
  if (path === '' || more.length > 0) throw new Malformed('a module line of the Go build info has not two or three columns')
  return { path, version, sum: sum === '' ? null : sum }
}

/** A folder in the place of a module has no sum, whatever is checked. */
function isFolder({ version }: { readonly version: string }): boolean {
  return version === '' || version === '(devel)'
}

function judgeSums(dependencies: readonly GoModule[]): GoBuildInfo['sums'] {
  const effective = dependencies.map(({ version, sum, replace }) => replace ?? { version, sum }).filter((module) => !isFolder(module))
  if (effective.length === 0) return 'nothing'
  const without = effective.filter(({ sum }) => sum === null).length
  if (without === 0) return 'all'
  return without === effective.length ? 'none' : 'some'
}

/** Reads the lines that the go command hands to the linker, as runtime/debug.ParseBuildInfo does. Throws `Malformed`. */
export function parseBuildLines(version: string, text: string): GoBuildInfo {
  const lines = text.split('\n', MAX_LINES + 1)
  if (lines.length > MAX_LINES) throw new Malformed('the Go build info has too many lines')
  // The last piece is what follows the last line feed: nothing, or half a line.
  lines.pop()
  let path: string | null = null
  let main: GoModule | null = null
  const dependencies: GoModule[] = []
  const settings: { readonly key: string; readonly value: string }[] = []
  let last: 'main' | 'dependency' | null = null
  for (const line of lines) {
    const tab = line.indexOf('\t')
    const [word, rest] = [line.slice(0, Math.max(tab, 0)), line.slice(tab + 1)]
    if (word === 'path') path = rest
    else if (word === 'mod') {
      main = readModule(rest)
      last = 'main'
    } else if (word === 'dep') {
      dependencies.push(readModule(rest))
      last = 'dependency'
    } else if (word === '=>') {
      const { path: by, version: at, sum } = readModule(rest)
      const replaced: GoModule | null | undefined = last === 'main' ? main : dependencies.at(-1)
      if (last === null || replaced === undefined || replaced === null)
        throw new Malformed('a replacement of the Go build info follows no module')
      const module: GoModule = { ...replaced, replace: { path: by, version: at, sum } }
      if (last === 'main') main = module
      else dependencies[dependencies.length - 1] = module
      last = null
    } else if (word === 'build') settings.push(readSetting(rest))
  }
  return { version, path, main, dependencies, settings, sums: judgeSums(dependencies) }
}

/** The value of one build setting; `null` when the binary does not carry it. */
export function settingOf({ settings }: GoBuildInfo, key: string): string | null {
  return settings.find((setting) => setting.key === key)?.value ?? null
}
