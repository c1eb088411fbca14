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
/** The one algorithm that every Go release knows: golang.org/x/mod/sumdb/dirhash. */
const KNOWN_ALGORITHM = 'h1:'
/** What separates the fields of a line for Go (unicode.IsSpace): unlike JavaScript's it has U+0085, and no byte order mark. */
const SPACE = /[\t\n\v\f\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/

/** The words of a line as Go's strings.Fields gives them. */
export function fieldsOf(line: string): readonly string[] {
  return line.split(SPACE).filter((word) => word !== '')
}

/** Reads go.sum (or go.work.sum) as cmd/go/internal/modfetch, readGoSum does. Any line ends; empty lines are skipped as Go does. */
export function parseGoSum(text: string): GoSum {
  const lines: GoSumLine[] = []
  const malformed: { line: number; text: string }[] = []
  const conflictMarkers: number[] = []
  let number = 0
  for (const raw of text.split('\n')) {
    number++
    const [path, version, hash, ...more] = fieldsOf(raw)
    if (path === undefined) continue
    const isMarker = CONFLICT_MARKER.test(raw.trim())
    if (isMarker) conflictMarkers.push(number)
    if (isMarker || version === undefined || hash === undefined || more.length > 0) {
      malformed.push({ line: number, text: raw.trim().slice(0, SHOWN) })
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

/** Whether a line has a hash that go can compare with: others make it warn, and then it checks nothing. */
function isComparable({ hash }: GoSumLine): boolean {
  return hash.startsWith(KNOWN_ALGORITHM)
}

/**
 * Hashes by `sumKey`, in file order. In a workspace go reads several files: give them all. Lines with an algorithm that no Go release
 * knows are left out: for go, too, a version that has only such a line has none.
 */
export function indexGoSums(sums: readonly GoSum[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const sum of sums) {
    for (const { path, version, goMod, hash } of sum.lines.filter(isComparable)) {
      const key = sumKey(path, version, goMod)
      const known = index.get(key)
      if (known === undefined) index.set(key, [hash])
      else if (!known.includes(hash)) known.push(hash)
    }
  }
  return index
}

/** Two lines of go.sum that say different things of one version. */
export interface SumContradiction {
  readonly first: GoSumLine
  readonly second: GoSumLine
}

/**
 * Lines for one thing with another hash than its first line: a merge that kept both sides, or a line put in front of the right one.
 * Go compares with the first alone (cmd/go/internal/modfetch, haveModSumLocked) and says nothing of the others.
 */
export function findContradictions(sum: GoSum): readonly SumContradiction[] {
  const seen = new Map<string, GoSumLine>()
  const found: SumContradiction[] = []
  for (const line of sum.lines) {
    const [algorithm = ''] = line.hash.split(':', 1)
    const key = `${sumKey(line.path, line.version, line.goMod)} ${algorithm}`
    const first = seen.get(key)
    if (first === undefined) seen.set(key, line)
    else if (first.hash !== line.hash) found.push({ first, second: line })
  }
  return found
}

/** A line whose algorithm no Go release knows. */
export interface UnknownAlgorithm {
  readonly line: GoSumLine
  /** Whether another line has a hash that go can compare with. */
  readonly covered: boolean
}

/** Lines with another algorithm than `h1:`. Where nothing else covers the version go downloads it unchecked and warns. */
export function findUnknownAlgorithms(sum: GoSum): readonly UnknownAlgorithm[] {
  const known = indexGoSums([sum])
  return sum.lines
    .filter((line) => !isComparable(line))
    .map((line) => ({ line, covered: known.has(sumKey(line.path, line.version, line.goMod)) }))
}

/** The line number of a module's hash in the text of go.sum, for a message that points there. */
export function findSumLine(goSum: string, path: string, version: string, goMod: boolean): number | null {
  return parseGoSum(goSum).lines.find((line) => line.path === path && line.version === version && line.goMod === goMod)?.line ?? null
}
