import { oneLine, safeLines } from './neutral.js'

/** Every character but ASCII letters, digits and spaces as a numeric entity: nothing is left for Markdown or HTML to read. */
function entities(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9 ]/gu, (character) => `&#${String(character.codePointAt(0) ?? 0xfffd)};`)
}

/** One line of untrusted text as `<code>`: GitHub makes no mention, issue, commit or address link in there. Empty text gives nothing. */
export function code(text: string): string {
  const line = oneLine(text)
  return line === '' ? '' : `<code>${entities(line)}</code>`
}

/** Words that no renderer can take for anything else; long hexadecimal ones could be commits. */
const PLAIN = /^[("']*[A-Za-z]+(?:'[a-z]+)?[)"']*[,.;:!?]?[)"']*$|^\d{1,6}[,;]?$/
const COMMIT = /[0-9a-f]{7}/i

/** Untrusted prose: plain words as they are, everything else as `<code>`. */
export function prose(text: string): string {
  const parts: string[] = []
  let held: string[] = []
  const flush = (): void => {
    const joined = held.join(' ')
    // The mark that ends a clause reads better outside.
    const end = /[^.,;:][.,;:]$/.test(joined) ? joined.slice(-1) : ''
    if (joined !== '') parts.push(`${code(joined.slice(0, joined.length - end.length))}${end}`)
    held = []
  }
  for (const word of oneLine(text).split(/ +/)) {
    if (PLAIN.test(word) && !COMMIT.test(word)) {
      flush()
      // Quotes and brackets start nothing inside a word of letters; entities keep them so in a table and in HTML.
      parts.push(word.replaceAll(/["'()!]/g, entities))
    } else if (word !== '') held.push(word)
  }
  flush()
  return parts.join(' ')
}

/** Lines of untrusted text, verbatim, as one `<pre>` on one source line: no blank line can end it, no fence can stay open. */
export function verbatim(lines: readonly string[]): string {
  const safe = lines.flatMap(safeLines).map(entities)
  return safe.length === 0 ? '' : `<pre>${safe.join('&#10;')}</pre>`
}
