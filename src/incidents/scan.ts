import { anchorSearch } from './anchors.js'
import { classifyParts } from './classify.js'
import type { Incident, IncidentFacts } from './incident.js'
import type { LogPart } from './parts.js'

/** A log up to this many bytes is read as a whole. */
const WHOLE = 16 * 1024 * 1024
/** Of a longer one the beginning and the end are, */
const HEAD = 1024 * 1024
const TAIL = 4 * 1024 * 1024
/** and between them the surroundings of every line that could say something, up to this. */
const MIDDLE = 8 * 1024 * 1024
const BEFORE = 25
const BEHIND = 45
/** A line without an end is cut here. */
const MAX_LINE = 256 * 1024
const NEWLINE = 10

/** Reads a log of any length piece by piece, in bounded memory. */
export interface LogScan {
  /** The next bytes, cut anywhere. They are kept: do not write to them. */
  push(chunk: Uint8Array): void
  /** What the log says went wrong; as `classify`. */
  end(): readonly Incident[]
}

interface Piece {
  readonly bytes: Uint8Array
  /** Newlines of the log before it. */
  readonly before: number
}

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1
  return count
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** A run of lines of a piece, the last one not included; below 0: of the piece before. */
interface LineRange {
  readonly from: number
  readonly to: number
}

/** Where each line of a piece begins, and its end. */
function lineStarts(bytes: Uint8Array): readonly number[] {
  const starts = [0]
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) starts.push(at + 1)
  if (starts.at(-1) !== bytes.length) starts.push(bytes.length)
  return starts
}

function merge(ranges: readonly LineRange[]): readonly LineRange[] {
  const merged: LineRange[] = []
  for (const range of ranges) {
    const last = merged.at(-1)
    if (last !== undefined && range.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else merged.push(range)
  }
  return merged
}

/** Keeps of pieces that pass by what lies around an anchor. */
function openMiddle(): { take(piece: Piece): void; read(): readonly Piece[] } {
  const search = anchorSearch()
  const kept: Piece[] = []
  let size = 0
  /** The end of the piece before, as far as it was not kept; and how many lines a window still wants of the next one. */
  let carried: Piece = { bytes: new Uint8Array(), before: 0 }
  let wanted = 0
  const keep = (bytes: Uint8Array, before: number): void => {
    if (bytes.length === 0 || size >= MIDDLE) return
    size += bytes.length
    // A copy: the piece itself may go.
    kept.push({ bytes: bytes.slice(), before })
  }
  return {
    take({ bytes, before }) {
      const around = search.find(bytes).map((line) => ({ from: line - BEFORE, to: line + BEHIND }))
      const ranges = merge([...(wanted > 0 ? [{ from: 0, to: wanted }] : []), ...around])
      const starts = lineStarts(bytes)
      const lines = starts.length - 1
      for (const { from, to } of ranges) {
        if (from < 0) keep(carried.bytes, carried.before)
        const first = Math.max(0, from)
        keep(bytes.subarray(starts[first], starts[Math.min(to, lines)]), before + first)
      }
      const end = Math.min(lines, ranges.at(-1)?.to ?? 0)
      const first = Math.max(end, lines - BEFORE)
      wanted = Math.max(0, (ranges.at(-1)?.to ?? 0) - lines)
      carried = { bytes: bytes.slice(starts[first]), before: before + first }
    },
    read: () => kept,
  }
}

/** Opens a scan. What is given of the facts counts; the rest is read from the log. */
export function openScan(facts: IncidentFacts = {}): LogScan {
  const head: Piece[] = []
  const tail: Piece[] = []
  const middle = openMiddle()
  let headSize = 0
  let tailSize = 0
  let total = 0
  let lines = 0
  let isLong = false
  let rest: Uint8Array[] = []
  let restSize = 0

  const shift = (): void => {
    for (let first = tail[0]; first !== undefined && tailSize - first.bytes.length >= TAIL; first = tail[0]) {
      tail.shift()
      tailSize -= first.bytes.length
      if (headSize < HEAD) {
        head.push(first)
        headSize += first.bytes.length
      } else middle.take(first)
    }
  }
  const add = (bytes: Uint8Array): void => {
    if (bytes.length === 0) return
    tail.push({ bytes, before: lines })
    tailSize += bytes.length
    total += bytes.length
    lines += countLines(bytes)
    isLong ||= total > WHOLE
    if (isLong) shift()
  }

  return {
    push(chunk) {
      const end = chunk.lastIndexOf(NEWLINE) + 1
      if (end > 0) {
        add(rest.length === 0 ? chunk.subarray(0, end) : concat([...rest, chunk.subarray(0, end)]))
        rest = []
        restSize = 0
      }
      if (end === chunk.length) return
      rest.push(chunk.subarray(end))
      restSize += chunk.length - end
      if (restSize <= MAX_LINE) return
      add(concat(rest))
      rest = []
      restSize = 0
    },
    end() {
      add(concat(rest))
      rest = []
      const decoder = new TextDecoder()
      // Pieces that follow one another become one part: a line may go over their border.
      const parts: LogPart[] = []
      let open: Uint8Array[] = []
      let before = 0
      let next = -1
      const close = (): void => {
        if (open.length > 0) parts.push({ text: decoder.decode(concat(open)), before })
        open = []
      }
      for (const piece of [...head, ...middle.read(), ...tail]) {
        if (piece.before !== next) {
          close()
          before = piece.before
        }
        open.push(piece.bytes)
        next = piece.before + countLines(piece.bytes)
      }
      close()
      return classifyParts(parts, facts)
    },
  }
}
