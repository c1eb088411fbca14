import { fieldsOf } from './go-sum.js'
import { compareVersions } from './versions.js'

/** One module of vendor/modules.txt. */
export interface VendoredModule {
  readonly path: string
  /** `null` for a replacement without a version on its left side that nothing uses. */
  readonly version: string | null
  readonly replace?: { readonly path: string; readonly version: string | null }
  /** Named in a require line of the main module. */
  readonly explicit: boolean
  /** The `go` line of that module, as the Go release that wrote the file knew it. */
  readonly goVersion: string | null
  /** Import paths copied from it. */
  readonly packages: readonly string[]
  /** Of its heading, from 1. */
  readonly line: number
}

/** What vendor/modules.txt says. */
export interface VendorList {
  /** Written by `go work vendor`. */
  readonly workspace: boolean
  readonly modules: readonly VendoredModule[]
  /** Numbers of the lines that go passes over because it does not understand them, from 1; empty lines are not among them. */
  readonly unread: readonly number[]
}

interface Draft {
  readonly path: string
  readonly version: string | null
  replace?: { path: string; version: string | null }
  explicit: boolean
  goVersion: string | null
  readonly packages: string[]
  readonly line: number
}

/** golang.org/x/mod/semver, IsValid: what is no version is equal to the empty text. */
function isVersion(word: string | undefined): word is string {
  return word !== undefined && compareVersions(word, '') > 0
}

/** What stands behind `=>`: a module with its version, or a directory, which may hold spaces. */
function parseReplacement(words: readonly string[]): NonNullable<Draft['replace']> {
  const last = words.at(-1)
  return words.length > 1 && isVersion(last)
    ? { path: words.slice(0, -1).join(' '), version: last }
    : { path: words.join(' '), version: null }
}

/** The module of a `# …` line; `null` when it names none that go understands. */
function parseHeading(words: readonly string[], line: number): Draft | null {
  const [path, second, third] = words
  const version = isVersion(second) ? second : null
  if (path === undefined || (version === null && second !== '=>')) return null
  const draft: Draft = { path, version, explicit: false, goVersion: null, packages: [], line }
  const right = version === null ? words.slice(2) : third === '=>' ? words.slice(3) : []
  if (right.length > 0) draft.replace = parseReplacement(right)
  return draft
}

function readMarkers(draft: Draft, entries: readonly string[]): void {
  for (const entry of entries) {
    if (entry === 'explicit') draft.explicit = true
    if (entry.startsWith('go ')) draft.goVersion = entry.slice('go '.length).trim()
  }
}

function markers(line: string): readonly string[] {
  return line
    .slice('## '.length)
    .split(';')
    .map((entry) => entry.trim())
}

/**
 * Reads vendor/modules.txt as go does (cmd/go/internal/modload, readVendorList and modulesTextIsForWorkspace). Lines that go does not
 * understand are skipped, as go skips them, and numbered in `unread`. A module named twice is one, with what both say.
 */
export function parseModulesTxt(text: string): VendorList {
  const modules = new Map<string, Draft>()
  const unread: number[] = []
  let workspace = false
  let current: Draft | null = null
  for (const [index, raw] of text.split('\n').entries()) {
    const number = index + 1
    const words = fieldsOf(raw)
    if (words.length === 0) continue
    if (raw.startsWith('# ')) {
      const heading = parseHeading(words.slice(1), number)
      // A heading of two words leaves go where it was; of any other that it does not know it forgets the packages, too.
      if (heading === null && words.length > 2) current = null
      if (heading === null) unread.push(number)
      else {
        const key = `${heading.path} ${heading.version ?? ''}`
        current = modules.get(key) ?? heading
        if (heading.replace !== undefined) current.replace = heading.replace
        modules.set(key, current)
      }
    } else if (raw.startsWith('## ')) {
      const isFirst = number === 1 && markers(raw).includes('workspace')
      if (isFirst) workspace = true
      if (current !== null) readMarkers(current, markers(raw))
      else if (!isFirst) unread.push(number)
    } else if (current !== null && words.length === 1) current.packages.push(words[0] ?? '')
    else unread.push(number)
  }
  return { workspace, modules: [...modules.values()], unread }
}
