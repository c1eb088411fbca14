function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r'
}

/**
 * Splits a value such as GOFLAGS or CC into words, as cmd/internal/quoted.Split: quotes count only around a whole word,
 * nothing is unescaped. `null` when a quote is not closed (go then refuses the value).
 */
export function splitWords(text: string): readonly string[] | null {
  const words: string[] = []
  let at = 0
  for (;;) {
    while (at < text.length && isSpace(text[at])) at += 1
    if (at >= text.length) return words
    const quote = text[at]
    if (quote === '"' || quote === "'") {
      const end = text.indexOf(quote, at + 1)
      if (end === -1) return null
      words.push(text.slice(at + 1, end))
      at = end + 1
    } else {
      const start = at
      while (at < text.length && !isSpace(text[at])) at += 1
      words.push(text.slice(start, at))
    }
  }
}

/** Joins words so that `splitWords` gives them back, as cmd/internal/quoted.Join; a word with both quotes is left bare. */
export function joinWords(words: readonly string[]): string {
  return words
    .map((word) => {
      if (word !== '' && !/[\s'"]/.test(word)) return word
      if (!word.includes("'")) return `'${word}'`
      return word.includes('"') ? word : `"${word}"`
    })
    .join(' ')
}

/** The name of a flag word, with one dash: `-tags` of `--tags=a,b`. */
export function flagName(word: string): string {
  return word.replace(/^--(?=[^-])/, '-').split('=', 1)[0] ?? word
}
