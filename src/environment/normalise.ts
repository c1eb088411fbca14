import { byteOrder, redact } from '../snapshot/index.js'
import { makeFold, splitPathList, type Fold, type Folds } from './fold.js'
import { findGoEnvKey, type GoEnvKey, type Normalisation } from './table.js'
import { flagName, joinWords, splitWords } from './words.js'

/** `go env`, ready to be compared. */
export interface NormalisedEnvironment {
  readonly values: Readonly<Record<string, string>>
  /** Keys that are not in the table. */
  readonly unknownKeys: number
}

/** Flags of GOFLAGS sorted by name; those of one name keep their order, for the last one counts. */
function normaliseGoFlags(text: string): string {
  const words = splitWords(text)
  if (words === null) return text.trim()
  const named = words.map((word) => word.replace(/^--(?=[^-])/, '-'))
  return joinWords(named.toSorted((a, b) => byteOrder(flagName(a), flagName(b))))
}

function normaliseWords(text: string): string {
  const words = splitWords(text)
  return words === null ? text.trim() : joinWords(words)
}

/** What go adds for one build only: a map of its temporary folder, in clang's and gcc's spelling. */
const TEMPORARY_FLAG = /^-f(?:file|debug|macro)-prefix-map=|go-build\d+/

function normaliseGccFlags(text: string): string {
  const words = splitWords(text)
  return words === null ? text.trim() : joinWords(words.filter((word) => !TEMPORARY_FLAG.test(word)))
}

function normalisePatterns(text: string): string {
  const patterns = text.split(',').map((pattern) => pattern.trim().replace(/\/$/, ''))
  return [...new Set(patterns)]
    .filter((pattern) => pattern !== '')
    .toSorted(byteOrder)
    .join(',')
}

/** Blanks around an entry do not count; the order and the two dividers do (golang.org/ref/mod#goproxy-protocol). */
function normaliseProxies(text: string): string {
  return text
    .split(/([,|])/)
    .map((part) => part.trim())
    .join('')
}

function normalisePath(path: string): string {
  const trimmed = path.length > 1 ? path.replace(/[/\\]+$/, '') : path
  return trimmed.replace(/^[a-z](?=:[\\/])/, (drive) => drive.toUpperCase())
}

function normalisePaths(text: string): string {
  return splitPathList(text)
    .map((path) => normalisePath(path))
    .join(text.includes(';') ? ';' : ':')
}

const BY_KIND: Readonly<Record<Normalisation, (text: string) => string>> = {
  text: (text) => text.trim(),
  path: normalisePath,
  'path-list': normalisePaths,
  command: normaliseWords,
  'go-flags': normaliseGoFlags,
  'c-flags': normaliseWords,
  'gcc-flags': normaliseGccFlags,
  'proxy-list': normaliseProxies,
  'pattern-list': normalisePatterns,
}

/** One value as a snapshot holds it. `fold` is left out where a value was written for any machine. */
export function normaliseValue(row: GoEnvKey, text: string, fold?: Fold): string {
  const folded = fold === undefined ? text : fold(text, { except: `$${row.key}` })
  // Folded first: a base must not be hidden by what redaction takes out. Redacted always: a credential may stand anywhere.
  return redact(BY_KIND[row.normalise](folded))
}

/**
 * Makes what `go env -json` printed comparable between machines: only keys of the table, folders folded,
 * flags in one order, credentials taken out. Keys come sorted.
 */
export function normaliseEnvironment(raw: Readonly<Record<string, string>>, folds: Folds): NormalisedEnvironment {
  const fold = makeFold(folds)
  const values: [string, string][] = []
  let unknownKeys = 0
  for (const [key, text] of Object.entries(raw)) {
    const row = findGoEnvKey(key)
    if (row === null) unknownKeys += 1
    else values.push([key, normaliseValue(row, text, fold)])
  }
  return { values: Object.fromEntries(values.toSorted(([a], [b]) => byteOrder(a, b))), unknownKeys }
}
