import type { LogPart } from './parts.js'
import { peel } from './prefixes.js'

/** A line of a log with what is known of its place. */
export interface PlacedLine {
  /** From 1, in the text as given. */
  readonly number: number
  readonly text: string
  /** The text before its quotes were straightened. */
  readonly shown: string
  /** Which of several outputs it belongs to; empty when nothing tells. */
  readonly stream: string
  /** The package that a structured line names. */
  readonly package?: string
}

/** Lines of a log, of those that are not empty, that must name their output for outputs to be told apart. */
const MOST = 0.8
/** Widths at which terminals and their recordings break lines, how many lines then tell that it was so, and how many at any other width. */
const WIDTHS = new Set([72, 76, 78, 79, 80, 100, 110, 119, 120, 128, 132, 140, 150, 158, 160, 180, 200, 212, 238, 240])
const NARROWEST = 40
const WIDEST = 256
const ENOUGH = 3
const ENOUGH_ANYWHERE = 8

const isBlank = ({ text }: PlacedLine): boolean => text.trim() === ''

/** A line from which something was taken off, and then what stood behind it. */
function rewritten(line: PlacedLine, change: (text: string) => string): PlacedLine {
  return { ...line, text: peel(change(line.text)).text, shown: peel(change(line.shown)).text }
}

/** Outputs that came at the same time, one after the other; a line that does not tell belongs to the output before it. */
function byStream(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const full = lines.filter((line) => !isBlank(line))
  const asOne = lines.map((line) => ({ ...line, stream: '' }))
  if (full.filter(({ stream }) => stream !== '').length < full.length * MOST) return asOne
  const streams = new Map<string, PlacedLine[]>()
  let last = ''
  for (const line of lines) {
    if (line.stream !== '') last = line.stream
    const known = streams.get(last)
    const own = { ...line, stream: last }
    if (known === undefined) streams.set(last, [own])
    else known.push(own)
  }
  return streams.size < 2 ? asOne : [...streams.values()].flat()
}

/** A log in which a blank line follows each line, without these. */
function withoutSpacing(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const full = lines.filter((line) => !isBlank(line))
  const isSpaced = full.length > 2 && lines.every((line, index) => index === 0 || isBlank(line) || isBlank(lines[index - 1] ?? line))
  return isSpaced ? full : lines
}

/** Without the indentation that all lines have. */
function dedented(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  let common: string | null = null
  for (const line of lines) {
    if (isBlank(line)) continue
    const own = /^[ \t]*/.exec(line.text)?.[0] ?? ''
    if (common === null) common = own
    while (!own.startsWith(common)) common = common.slice(0, -1)
    if (common === '') return lines
  }
  const indent = common?.length ?? 0
  return indent === 0 ? lines : lines.map((line) => rewritten(line, (text) => text.slice(indent)))
}

const NUMBER = /^ {0,6}(\d{1,6})(?: {0,2}[|:] ?|\t| {1,4})/

/** Without the numbers of lines that an editor or a page put before them. */
function unnumbered(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const full = lines.filter((line) => !isBlank(line))
  const numbers = full.map(({ text }) => Number(NUMBER.exec(text)?.[1] ?? Number.NaN))
  const rising = numbers.filter((number, index) => number === (numbers[index - 1] ?? Number.NaN) + 1).length
  if (full.length < 3 || rising < (full.length - 1) * MOST) return lines
  return lines.map((line) => rewritten(line, (text) => text.replace(NUMBER, '')))
}

/** The lines as they were printed: what a log or a page did to all of them is undone. */
export function arrange(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  return dedented(unnumbered(withoutSpacing(byStream(lines))))
}

/** What of a line belongs to the end of the one before it; `null` when it is a line of its own. */
export type GoesOn = (line: string, next: string) => string | null

/** A way in which lines of a log may have been broken. */
export interface Breaking {
  readonly goesOn: GoesOn
  /** Several lines tell so: hardly by chance. */
  readonly isSure: boolean
}

function* linesIn(parts: readonly LogPart[]): Generator<string> {
  for (const { text } of parts) {
    for (let at = 0; at <= text.length;) {
      const end = text.indexOf('\n', at)
      const stop = end === -1 ? text.length : end
      yield text.slice(at, stop).replace(/\r$/, '')
      at = stop + 1
    }
  }
}

const firstWord = (line: string): string => /^[^\s:]*/.exec(line)?.[0] ?? ''

interface Widest {
  readonly width: number
  /** How many lines have it; those that differ in numbers alone count once. */
  readonly lines: number
  /** What follows them does not begin as they do, so it can be the rest of them. */
  readonly canGoOn: boolean
}

function widestOf(parts: readonly LogPart[]): Widest | null {
  let width = 0
  let lines = new Set<string>()
  let begins = new Set<string>()
  let next = new Set<string>()
  let isBehind = false
  let isIndented = false
  for (const line of linesIn(parts)) {
    if (line.length > WIDEST) return null
    if (line.length > width) {
      width = line.length
      lines = new Set()
      begins = new Set()
      next = new Set()
      isBehind = false
      isIndented = false
    }
    const isWide = line.length === width
    if (isWide) lines.add(line.replace(/\d+/g, '0'))
    if (isWide && !isBehind) begins.add(firstWord(line))
    if (isBehind) next.add(firstWord(line))
    isIndented ||= isBehind && /^\s\s/.test(line)
    isBehind = isWide
  }
  if (width < NARROWEST) return null
  return { width, lines: lines.size, canGoOn: !isIndented && ![...begins].some((word) => word.length > 1 && next.has(word)) }
}

/** How lines of go, make and compilers begin. */
const BEGINS = /^(?:# |go: |FAIL\b|ok {2}|--- |=== |note: |make(?:\[\d+\])?: |exit status |\$ |[\w./\\-]{1,200}\.(?:go|c|h|S|cc|cpp):\d)/

/** What goes on has no prefix of its own, and no beginning. */
const isBare = (next: string): boolean => peel(next).text === next && !BEGINS.test(next)

/** The ways in which the lines of a log may have been broken: by a terminal at its width, or between words. */
export function breakingsOf(parts: readonly LogPart[]): readonly Breaking[] {
  const widest = widestOf(parts)
  if (widest === null) return []
  const { width, lines, canGoOn } = widest
  const isUsual = WIDTHS.has(width)
  const isSure = lines >= (isUsual ? ENOUGH : ENOUGH_ANYWHERE)
  const atWidth: GoesOn = (line, next) => (line.length === width && isBare(next) ? next : null)
  const betweenWords: GoesOn = (line, next) => {
    const rest = next.trimStart()
    const [word = ''] = /^\S*/.exec(rest) ?? []
    return word !== '' && line.trim() !== '' && line.length + 1 + word.length > width && isBare(next) ? ` ${rest}` : null
  }
  return [...(canGoOn && (isSure || isUsual) ? [{ goesOn: atWidth, isSure }] : []), { goesOn: betweenWords, isSure: false }]
}
