import { cutCharacters } from './cut.js'
import { oneLine, safeLines } from './neutral.js'

/** Every character but ASCII letters, digits and spaces as a numeric entity: nothing is left for Markdown or HTML to read. */
function entities(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9 ]/gu, (character) => `&#${String(character.codePointAt(0) ?? 0xfffd)};`)
}

function codeOf(line: string): string {
  return line === '' ? '' : `<code>${entities(line)}</code>`
}

/** Words that no renderer can take for anything else; long hexadecimal ones could be commits. */
const PLAIN = /^[/→]$|^[("']*[A-Za-z]+(?:'[a-z]+)?[)"']*[,.;:!?]?[)"']*$|^\(?\d{1,6}[,;)]?$/
const COMMIT = /[0-9a-f]{7}/i

function proseOf(line: string): string {
  const parts: string[] = []
  let held: string[] = []
  const flush = (): void => {
    const joined = held.join(' ')
    // The mark that ends a clause reads better outside.
    const end = /[^.,;:][.,;:]$/.test(joined) ? joined.slice(-1) : ''
    if (joined !== '') parts.push(`${codeOf(joined.slice(0, joined.length - end.length))}${end}`)
    held = []
  }
  for (const word of line.split(/ +/)) {
    if (PLAIN.test(word) && !COMMIT.test(word)) {
      flush()
      // Quotes and brackets start nothing inside a word of letters; entities keep them so in a table and in HTML.
      parts.push(word.replaceAll(/["'()!]/g, entities))
    } else if (word !== '') held.push(word)
  }
  flush()
  return parts.join(' ')
}

/** Writes untrusted text into Markdown, so that it stays text. Everything it gives is one source line that closes what it opens. */
export interface Pen {
  /** One line as `<code>`: GitHub makes no mention, issue, commit or address link in there. Empty text gives nothing. */
  readonly code: (text: string) => string
  /** Prose: plain words as they are, everything else as `<code>`. */
  readonly prose: (text: string) => string
  /** Lines, verbatim, as one `<pre>`: no blank line can end it, no fence can stay open. */
  readonly verbatim: (lines: readonly string[]) => string
}

/** A pen that cuts each text, and each verbatim line, at so many characters (UTF-16 units). */
export function penOf(characters: number): Pen {
  // Cut before anything else looks at it: a name may be megabytes.
  const short = (text: string): string => cutCharacters(oneLine(cutCharacters(text, characters)), characters)
  return {
    code: (text) => codeOf(short(text)),
    prose: (text) => proseOf(short(text)),
    verbatim(lines) {
      const safe = lines
        .flatMap((line) => safeLines(cutCharacters(line, characters)))
        .map((line) => entities(cutCharacters(line, characters)))
      return safe.length === 0 ? '' : `<pre>${safe.join('&#10;')}</pre>`
    },
  }
}
