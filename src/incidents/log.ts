import { stripPrefixes, withoutControls } from './prefixes.js'

/** One line of a log as the tool printed it, freed from what the log put around it. */
export interface LogLine {
  /** Position in the list of lines that were read. */
  readonly index: number
  /** From 1, in the text as given. */
  readonly number: number
  readonly text: string
  /** Import path of the package in whose output it stands. */
  readonly package: string | null
  /** Behind the header `# package`, which compilers get and the loader does not. */
  readonly headed: boolean
}

/** Characters of a log that are read: the beginning and, mostly, the end of a longer one. */
const HEAD = 4 * 1024 * 1024
const TAIL = 12 * 1024 * 1024
/** Characters of a line that are read. */
const MAX_LINE = 4000
/** Lines that one JSON string may unfold to. */
const MAX_UNFOLDED = 400

const HEADER = /(?:^|[\s\]>|:])# ([\w.~\-/+]+)(?: \[[^\s\]]+\])?$/
/** How Go up to 1.22 introduced the output of pkg-config and SWIG. */
const BUILD_HEADER = /^go build ([\w.~\-/+]+):$/
/** What the go command prints itself, outside of any package's output. */
const BLOCK_END =
  /^(?:go: |FAIL\b|ok {2}|\? {3}|--- |=== |PASS$|exit status |… \d+ bytes left out …|make(?:\[\d+\])?: |\$ |package [^\s:]+(?:$|: ))/
/** Whole lines of a JSON log, and values inside an indented document. */
const JSON_MEMBER = /^\s*"(?:Output|Error|Err|log|msg|message)": ("(?:[^"\\]|\\.)*"),?$/
const JSON_KEYS = ['Output', 'log', 'msg', 'message', 'Error', 'Err']

interface Piece {
  readonly number: number
  readonly text: string
  readonly package?: string
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a structured log line says: `go build -json`, `go mod download -json`, docker's and other loggers. */
function unfold(text: string): { readonly text: string; readonly package?: string } | null {
  if (text.startsWith('{"') && text.endsWith('}')) {
    const value = parse(text)
    if (typeof value !== 'object' || value === null) return null
    const members = new Map<string, unknown>(Object.entries(value))
    const said = JSON_KEYS.map((key) => members.get(key)).find((member) => typeof member === 'string')
    if (typeof said !== 'string') return null
    const path = members.get('ImportPath')
    return typeof path === 'string' ? { text: said, package: path.replace(/ \[.*$/, '') } : { text: said }
  }
  const member = JSON_MEMBER.exec(text)?.[1]
  const value = member === undefined ? undefined : parse(member)
  return typeof value === 'string' ? { text: value } : null
}

/** A run of whole lines of a log. */
export interface LogPart {
  readonly text: string
  /** Lines of the log before it. */
  readonly before: number
}

/** The text in two parts where it is too long to be read as a whole. */
export function partsOf(log: string): readonly LogPart[] {
  if (log.length <= HEAD + TAIL) return [{ text: log, before: 0 }]
  const start = log.length - TAIL
  let before = 0
  for (let at = log.indexOf('\n'); at !== -1 && at < start; at = log.indexOf('\n', at + 1)) before += 1
  return [
    { text: log.slice(0, HEAD), before: 0 },
    { text: log.slice(start), before },
  ]
}

function* pieces(parts: readonly LogPart[]): Generator<Piece> {
  for (const { text, before } of parts) {
    let number = before
    let at = 0
    while (at <= text.length) {
      const end = text.indexOf('\n', at)
      const stop = end === -1 ? text.length : end
      number += 1
      // A progress display overwrites its line: each state of it counts.
      for (const state of text.slice(at, stop).replace(/\r$/, '').split('\r')) yield* read(state, number)
      at = stop + 1
    }
  }
}

function* read(raw: string, number: number): Generator<Piece> {
  const text = stripPrefixes(withoutControls(raw.length > MAX_LINE * 4 ? raw.slice(0, MAX_LINE * 4) : raw))
  const inner = unfold(text)
  if (inner === null) {
    yield { number, text: text.slice(0, MAX_LINE) }
    return
  }
  const lines = inner.text.replace(/\n$/, '').split('\n', MAX_UNFOLDED)
  for (const line of lines) {
    const clean = stripPrefixes(withoutControls(line)).slice(0, MAX_LINE)
    yield inner.package === undefined ? { number, text: clean } : { number, text: clean, package: inner.package }
  }
}

/**
 * A log as lines: colour, carriage returns, control characters and the prefixes of CI systems and editors taken off,
 * structured lines unfolded, each with the package in whose output it stands. Linear; bounded for any input.
 */
export function readLog(parts: readonly LogPart[]): readonly LogLine[] {
  const lines: LogLine[] = []
  let current: string | null = null
  const headers = new Set<string>()
  for (const piece of pieces(parts)) {
    const bare = piece.text.trim()
    const header = HEADER.exec(bare)?.[1] ?? BUILD_HEADER.exec(bare)?.[1]
    if (header !== undefined) {
      current = header
      headers.add(header)
    } else if (bare === '' || BLOCK_END.test(bare)) current = null
    // Structured output of several packages comes interleaved, each line with its package.
    const headed = header === undefined && (piece.package === undefined ? current !== null : headers.has(piece.package))
    lines.push({ index: lines.length, number: piece.number, text: piece.text, package: piece.package ?? current, headed })
  }
  return lines
}
