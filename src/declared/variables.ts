/** Value of a variable: `null` when it is there and only a run can tell it, `undefined` when nothing sets it. */
export type Lookup = (name: string) => string | null | undefined

/** What stands for a part that is not known: no file of a repository holds it as text. */
const HOLE = '\u{FFFC}'
const MAX_LENGTH = 2000

/** Where `${…}` that begins at an offset ends; -1 when it does not. */
function closing(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    else if (text[at] === '}') {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return -1
}

function expandBraced(inner: string, lookup: Lookup, depth: number): string {
  const [, name = '', operator = '', word = ''] = /^([A-Za-z_]\w*)(?:(:?[-+])([\s\S]*))?$/.exec(inner) ?? []
  if (name === '') return HOLE
  const value = lookup(name)
  if (value === null) return HOLE
  const isSet = value !== undefined && (value !== '' || !operator.startsWith(':'))
  if (operator.endsWith('-')) return isSet ? value : expandHoles(word, lookup, depth + 1)
  if (operator.endsWith('+')) return isSet ? expandHoles(word, lookup, depth + 1) : ''
  return value ?? HOLE
}

function expandHoles(text: string, lookup: Lookup, depth: number): string {
  if (depth > 5 || text.length > MAX_LENGTH) return HOLE
  let out = ''
  let at = 0
  while (at < text.length && out.length <= MAX_LENGTH) {
    const character = text.charAt(at)
    if (character === '`') return `${out}${HOLE}`
    if (character !== '$') {
      out += character
      at += 1
    } else if (text[at + 1] === '{') {
      const end = closing(text, at + 1)
      if (end === -1) return `${out}${HOLE}`
      out += expandBraced(text.slice(at + 2, end), lookup, depth)
      at = end + 1
    } else {
      const name = /^[A-Za-z_]\w*/.exec(text.slice(at + 1, at + 200))?.[0]
      out += name === undefined ? HOLE : (lookup(name) ?? HOLE)
      // `$(…)`: whatever it prints, and where it ends does not matter any more.
      if (name === undefined) return out
      at += 1 + name.length
    }
  }
  return out
}

/** Follows `$NAME`, `${NAME}`, `${NAME:-word}` and `${NAME:+word}`; parts that are not known become `?`. */
export function expandPartly(text: string, lookup: Lookup): { readonly text: string; readonly known: boolean } {
  const expanded = expandHoles(text, lookup, 0)
  return expanded.includes(HOLE) ? { text: expanded.replaceAll(HOLE, '?'), known: false } : { text: expanded, known: true }
}

/** The same; `null` when a part is not known. */
export function expand(text: string, lookup: Lookup): string | null {
  const expanded = expandPartly(text, lookup)
  return expanded.known ? expanded.text : null
}
