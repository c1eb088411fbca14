import { arrange, type GoesOn, type PlacedLine } from './layout.js'
import type { LogPart } from './parts.js'
import { peel, straighten, withoutControls } from './prefixes.js'
import { structuredLines } from './structured.js'

/** One line of a log as the tool printed it, freed from what the log put around it. */
export interface LogLine {
  /** Position in the list of lines that were read. */
  readonly index: number
  /** From 1, in the text as given. */
  readonly number: number
  /** With plain quotes. */
  readonly text: string
  /** With the quotes as they were. */
  readonly shown: string
  /** Which of several outputs that came at the same time it belongs to; empty where there is one. */
  readonly stream: string
  /** Import path of the package in whose output it stands. */
  readonly package: string | null
  /** Behind the header `# package`, which compilers get and the loader does not. */
  readonly headed: boolean
}

/** Characters of a line that are read. */
const MAX_LINE = 4000
/** And of one that holds a document. */
const MAX_DOCUMENT = 256 * 1024

const HEADER = /(?:^|[\s\]>|:])# ([\w.~\-/+]+)(?: \[[^\s\]]+\])?$/
/** How Go up to 1.22 introduced the output of pkg-config and SWIG. */
const BUILD_HEADER = /^go build ([\w.~\-/+]+):$/
/** What the go command prints itself, outside of any package's output. */
const BLOCK_END =
  /^(?:go: |FAIL\b|ok {2}|\? {3}|--- |=== |PASS$|exit status |… \d+ bytes left out …|make(?:\[\d+\])?: |\$ |package [^\s:]+(?:$|: ))/
/** The lines of the parts with their numbers, each together with those that it goes on in. */
function* rawLines(parts: readonly LogPart[], goesOn: GoesOn): Generator<{ readonly text: string; readonly number: number }> {
  for (const { text, before } of parts) {
    let number = before
    let at = 0
    let last = ''
    let open: { text: string; readonly number: number } | null = null
    while (at <= text.length) {
      const end = text.indexOf('\n', at)
      const stop = end === -1 ? text.length : end
      const line = text.slice(at, stop).replace(/\r$/, '')
      number += 1
      at = stop + 1
      const rest: string | null = open === null || open.text.length > MAX_LINE ? null : goesOn(last, line)
      last = line
      if (open !== null && rest !== null) {
        open.text += rest
        continue
      }
      if (open !== null) yield open
      open = { text: line, number }
    }
    if (open !== null) yield open
  }
}

function* read(raw: string, number: number): Generator<PlacedLine> {
  const { text, stream } = peel(withoutControls(raw.slice(0, MAX_DOCUMENT)))
  for (const said of structuredLines(text) ?? [{ text: text.slice(0, MAX_LINE * 4) }]) {
    const shown = peel(withoutControls(said.text)).text.slice(0, MAX_LINE)
    yield { ...said, stream, number, shown, text: straighten(shown) }
  }
}

function* placedLines(parts: readonly LogPart[], goesOn: GoesOn): Generator<PlacedLine> {
  for (const { text, number } of rawLines(parts, goesOn)) {
    // A progress display overwrites its line: each state of it counts.
    for (const state of text.split('\r')) yield* read(state, number)
  }
}

/**
 * A log as lines: colour, carriage returns, control characters and the prefixes of CI systems and editors taken off, outputs that came
 * at the same time one after the other, structured lines unfolded, each with the package in whose output it stands. Linear; bounded for
 * any input. Lines that were broken are put together as `goesOn` says.
 */
export function readLog(parts: readonly LogPart[], goesOn: GoesOn = () => null): readonly LogLine[] {
  const lines: LogLine[] = []
  let current: string | null = null
  const headers = new Set<string>()
  for (const piece of arrange([...placedLines(parts, goesOn)])) {
    if (piece.stream !== lines.at(-1)?.stream) current = null
    const bare = piece.text.trim()
    const header = HEADER.exec(bare)?.[1] ?? BUILD_HEADER.exec(bare)?.[1]
    if (header !== undefined) {
      current = header
      headers.add(header)
    } else if (bare === '' || BLOCK_END.test(bare)) current = null
    // Structured output of several packages comes interleaved, each line with its package.
    const headed = header === undefined && (piece.package === undefined ? current !== null : headers.has(piece.package))
    const { number, text, shown, stream } = piece
    lines.push({ index: lines.length, number, text, shown, stream, package: piece.package ?? current, headed })
  }
  return lines
}
