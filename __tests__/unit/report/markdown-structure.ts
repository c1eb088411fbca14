/** How many cells a row of a table has. Recorded pipes are entities, so every pipe is a divider. */
function cellsOf(row: string): number {
  return row.split('|').length
}

/** What is wrong with the structure of a Markdown report; empty when every part of it is closed and nothing recorded can be read as Markdown or HTML. */
export function objectionsTo(markdown: string): readonly string[] {
  const objections: string[] = []
  const lines = markdown.split('\n')
  let depth = 0
  let cells = 0
  for (const [at, line] of lines.entries()) {
    const where = `line ${String(at + 1)}: ${line.slice(0, 80)}`
    for (const tag of ['pre', 'code', 'summary'])
      if (line.split(`<${tag}>`).length !== line.split(`</${tag}>`).length) objections.push(`<${tag}> is open, ${where}`)
    if (line.startsWith('<details>')) {
      depth += 1
      if (lines[at + 1] !== '') objections.push(`no blank line after <details>, ${where}`)
    }
    if (line === '</details>') {
      depth -= 1
      if (lines[at - 1] !== '') objections.push(`no blank line before </details>, ${where}`)
    }
    if (depth < 0) objections.push(`</details> closes nothing, ${where}`)
    if (/^\s*(?:```|~~~)/.test(line)) objections.push(`a fence, ${where}`)
    if (line.startsWith('|')) {
      if (cells === 0 && !(lines[at + 1] ?? '').startsWith('| ---')) objections.push(`a table without its second line, ${where}`)
      if (cells !== 0 && cellsOf(line) !== cells) objections.push(`a row of another length, ${where}`)
      if (line.startsWith('| --- ') && !(lines[at + 1] ?? '').startsWith('|')) objections.push(`a table without rows, ${where}`)
      cells = cellsOf(line)
    } else cells = 0
    const bare = line.replaceAll(/<\/?(?:details|summary|pre|code)>/g, '')
    if (/[<>]/.test(bare)) objections.push(`a tag that is not ours, ${where}`)
    if (/\]\(|!\[|`|@[A-Za-z]|&(?!#\d+;)/.test(bare)) objections.push(`something that Markdown reads, ${where}`)
  }
  if (depth !== 0) objections.push(`${String(depth)} <details> stay open`)
  if (/\p{Surrogate}/u.test(markdown)) objections.push('half a character')
  return objections
}
