/** The C code of one Go file: the comment over `import "C"`. */
export interface Preamble {
  /** Line of its first line in the Go file, from 1. */
  readonly line: number
  readonly text: string
}

const IMPORT = /^import[ \t]*(?:\([ \t]*)?"C"/gm
/** Settings for cgo, which takes them out before the compiler sees the rest. */
const SETTING = /^[ \t]*#cgo\b.*$/gm

function lineAt(source: string, offset: number): number {
  let line = 1
  for (let at = source.indexOf('\n'); at !== -1 && at < offset; at = source.indexOf('\n', at + 1)) line += 1
  return line
}

/** Where the line comments that end at `end` begin; `end` when there are none. */
function startOfLineComments(source: string, end: number): number {
  let start = end
  while (start > 0) {
    const lineStart = source.lastIndexOf('\n', start - 2) + 1
    if (!source.slice(lineStart, start).trimStart().startsWith('//')) break
    start = lineStart
  }
  return start
}

/**
 * The preambles of a Go file as cgo reads them (cmd/cgo, go/ast doc comments): a comment that ends on the line before `import "C"`.
 * An import inside of a group with others has its comment there, and is not read.
 */
export function readPreambles(source: string): readonly Preamble[] {
  const found: Preamble[] = []
  for (const { index } of source.matchAll(IMPORT)) {
    const before = source.slice(0, index)
    // Anything between comment and import makes it another comment; a blank line too.
    const end = before.replace(/\r?\n$/, '').length
    if (before.slice(0, end).endsWith('*/')) {
      const open = before.lastIndexOf('/*', end - 2)
      if (open !== -1) found.push({ line: lineAt(source, open), text: before.slice(open + 2, end - 2).replaceAll(SETTING, '') })
      continue
    }
    const start = startOfLineComments(source, index)
    if (start === index) continue
    const text = source
      .slice(start, index)
      .split('\n')
      .map((line) => line.replace(/^[ \t]*\/\//, ''))
      .join('\n')
    found.push({ line: lineAt(source, start), text: text.replaceAll(SETTING, '') })
  }
  return found
}
