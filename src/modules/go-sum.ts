/** One line of go.sum. */
export interface GoSumLine {
  /** From 1. */
  readonly line: number
  readonly path: string
  /** Without the `/go.mod` suffix. */
  readonly version: string
  /** Whether the hash is that of the go.mod file alone, not of the whole zip. */
  readonly goMod: boolean
  /** With its algorithm: `h1:…`. */
  readonly hash: string
}

/** A go.sum file, read as the go command reads it. */
export interface GoSum {
  readonly lines: readonly GoSumLine[]
  /** Lines without exactly three fields: Go 1.22 and later refuse the file for them, older ones drop them without a word. */
  readonly malformed: readonly { readonly line: number; readonly text: string }[]
  /** Line numbers of git's conflict markers; each is malformed, too (`=======` and friends), or would be taken for a module. */
  readonly conflictMarkers: readonly number[]
}

/** Written by a bug of early Go releases for absent go.mod files; the go command skips it (cmd/go/internal/modfetch, emptyGoModHash). */
const EMPTY_GO_MOD_HASH = 'h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY='
const CONFLICT_MARKER = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/
/** What is shown of a line that is not understood. */
const SHOWN = 200

/** Reads go.sum (or go.work.sum). Any line ends; empty lines are skipped as Go does. */
export function parseGoSum(text: string): GoSum {
  const lines: GoSumLine[] = []
  const malformed: { line: number; text: string }[] = []
  const conflictMarkers: number[] = []
  let number = 0
  for (const raw of text.split('\n')) {
    number++
    const content = raw.trim()
    if (content === '') continue
    const isMarker = CONFLICT_MARKER.test(content)
    if (isMarker) conflictMarkers.push(number)
    const [path, version, hash, ...more] = content.split(/\s+/)
    if (isMarker || path === undefined || version === undefined || hash === undefined || more.length > 0) {
      malformed.push({ line: number, text: content.slice(0, SHOWN) })
    } else if (hash !== EMPTY_GO_MOD_HASH) {
      const goMod = version.endsWith('/go.mod')
      lines.push({ line: number, path, version: goMod ? version.slice(0, -'/go.mod'.length) : version, goMod, hash })
    }
  }
  return { lines, malformed, conflictMarkers }
}

/** What a go.sum line is about, as Go writes it: `path@version` or `path@version/go.mod`. */
export function sumKey(path: string, version: string, goMod: boolean): string {
  return `${path}@${version}${goMod ? '/go.mod' : ''}`
}

/** Hashes by `sumKey`, in file order. In a workspace go reads several files: give them all. */
export function indexGoSums(sums: readonly GoSum[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const sum of sums) {
    for (const { path, version, goMod, hash } of sum.lines) {
      const key = sumKey(path, version, goMod)
      const known = index.get(key)
      if (known === undefined) index.set(key, [hash])
      else if (!known.includes(hash)) known.push(hash)
    }
  }
  return index
}

/** Two lines for one thing with different hashes of one algorithm: a merge that kept both sides. Go takes whichever matches and says nothing. */
export function findContradictions(sum: GoSum): readonly { readonly first: GoSumLine; readonly second: GoSumLine }[] {
  const seen = new Map<string, GoSumLine>()
  const found: { first: GoSumLine; second: GoSumLine }[] = []
  for (const line of sum.lines) {
    const [algorithm = ''] = line.hash.split(':', 1)
    const key = `${sumKey(line.path, line.version, line.goMod)} ${algorithm}`
    const first = seen.get(key)
    if (first === undefined) seen.set(key, line)
    else if (first.hash !== line.hash) found.push({ first, second: line })
  }
  return found
}

/** The line number of a module's hash in the text of go.sum, for a message that points there. */
export function findSumLine(goSum: string, path: string, version: string, goMod: boolean): number | null {
  return parseGoSum(goSum).lines.find((line) => line.path === path && line.version === version && line.goMod === goMod)?.line ?? null
}
