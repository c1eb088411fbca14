import { bytesOf } from './cut.js'
import type { Pen } from './markdown-escape.js'
import { count } from './words.js'

/** How much is told: each step down the ladder tells less. */
export interface Detail {
  /** Findings told in full: those that are open, and those that are folded. */
  readonly open: number
  readonly folded: number
  /** Lines of evidence of each. */
  readonly evidence: number
  /** Rows of a table. */
  readonly rows: number
  /** Rows of a folded table. */
  readonly foldedRows: number
  /** Characters of one recorded text. */
  readonly characters: number
}

/** From everything to the verdict and what to do. */
export const LADDER: readonly Detail[] = [
  { open: 500, folded: 500, evidence: 40, rows: 500, foldedRows: 1000, characters: 4000 },
  { open: 200, folded: 100, evidence: 12, rows: 200, foldedRows: 200, characters: 1000 },
  { open: 60, folded: 20, evidence: 4, rows: 60, foldedRows: 40, characters: 400 },
  { open: 20, folded: 0, evidence: 0, rows: 20, foldedRows: 0, characters: 200 },
  { open: 5, folded: 0, evidence: 0, rows: 5, foldedRows: 0, characters: 120 },
  { open: 0, folded: 0, evidence: 0, rows: 0, foldedRows: 0, characters: 80 },
]

/** What a section is written with. */
export interface Sheet {
  readonly pen: Pen
  readonly detail: Detail
  /** Where the pages of the rules are, without a slash at the end; `null`: nowhere. */
  readonly rulesUrl: string | null
}

/** Lines of Markdown that end with an empty one. */
export type Block = readonly string[]

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** What says that something is left out. */
export function more(hidden: number, what: string): Block {
  return hidden <= 0 ? [] : [`and ${count(hidden, `more ${what}`)}: the JSON report has all`, '']
}

/** A column of a table: its head, and what it holds for a row. */
export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row) => string
}

/** A table of so many rows at most, without the columns that hold nothing; no table when there is no row to show. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[], limit: number, what: string): Block {
  const shown = rows.slice(0, limit)
  const filled = columns
    .map(({ head, cell }) => ({ head, cells: shown.map((entry) => cell(entry)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const lines =
    shown.length === 0
      ? []
      : [
          row(filled.map(({ head }) => head)),
          row(filled.map(() => '---')),
          ...shown.map((_, at) => row(filled.map(({ cells }) => cells[at] ?? ''))),
          '',
        ]
  return [...lines, ...more(rows.length - shown.length, what)]
}

/** A block behind a line of words of our own. The blank line is what makes GitHub read Markdown inside. */
export function folded(summary: string, body: Block): Block {
  return body.length === 0 ? [] : [`<details><summary>${summary}</summary>`, '', ...body, '</details>', '']
}

const OPEN = '<details>'
const CLOSE = '</details>'

/** A line that means nothing without what comes after it. */
function leads(line: string, next: string | undefined): boolean {
  return (
    line === '' ||
    line.startsWith('### ') ||
    line.startsWith(OPEN) ||
    line === 'Fix:' ||
    (line.startsWith('|') && (next?.startsWith('| --- ') === true || line.startsWith('| --- ')))
  )
}

/**
 * As many whole lines as fit, with everything closed that they open: inside a line of ours nothing stays open,
 * so only folded parts can be cut in two.
 */
export function cutAtLine(text: string, maxBytes: number): string {
  const note = 'The report is too large for this place: the JSON report has all.\n'
  const lines = text.split('\n')
  const kept: string[] = []
  let depth = 0
  let left = maxBytes - bytesOf(note) - 1
  for (const line of lines) {
    const after = depth + (line.startsWith(OPEN) ? 1 : line === CLOSE ? -1 : 0)
    left -= bytesOf(line) + 1
    if (left < after * (CLOSE.length + 2)) break
    depth = after
    kept.push(line)
  }
  while (kept.length > 0 && leads(kept.at(-1) ?? '', lines[kept.length])) if (kept.pop()?.startsWith(OPEN) === true) depth -= 1
  if (kept.length === 0) return ''
  return [...kept, ...Array.from({ length: depth }, () => `\n${CLOSE}`), '', note].join('\n')
}
