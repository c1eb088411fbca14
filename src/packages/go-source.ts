/**
 * A Go source with comments and the insides of strings blanked, character for character: offsets and lines stay.
 * Source: the Go specification, lexical elements. Linear; broken sources end where they break.
 */
export function blankGo(source: string): string {
  let out = ''
  let at = 0
  const blank = (end: number): void => {
    out += source.slice(at, end).replaceAll(/[^\n]/g, ' ')
    at = end
  }
  while (at < source.length) {
    const two = source.slice(at, at + 2)
    const char = source[at] ?? ''
    if (two === '//') {
      const end = source.indexOf('\n', at)
      blank(end === -1 ? source.length : end)
    } else if (two === '/*') {
      const end = source.indexOf('*/', at + 2)
      blank(end === -1 ? source.length : end + 2)
    } else if (char === '`') {
      const end = source.indexOf('`', at + 1)
      blank(end === -1 ? source.length : end + 1)
    } else if (char === '"' || char === "'") {
      let end = at + 1
      while (end < source.length && source[end] !== char && source[end] !== '\n') end += source[end] === '\\' ? 2 : 1
      blank(Math.min(end + 1, source.length))
    } else {
      out += char
      at += 1
    }
  }
  return out
}

/** One declaration at the top of a file. */
export interface GoDeclaration {
  readonly kind: 'func' | 'method' | 'type' | 'var' | 'const'
  readonly name: string
  /** `func Sum(a, b int) int`; only for functions and methods. */
  readonly signature?: string
}

/** The end of the bracket that opens at `open`; -1 when it does not close. */
function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    const char = text[at]
    if (char === '(' || char === '[' || char === '{') depth += 1
    else if (char === ')' || char === ']' || char === '}') {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return -1
}

/** From `func` to the brace of the body, or to the end of the line for one without a body. */
function signatureAt(text: string, start: number): string {
  for (let at = start; at < text.length; at += 1) {
    const char = text[at]
    if (char === '(' || char === '[') {
      const end = closing(text, at)
      if (end === -1) break
      at = end
    } else if (char === '\n') return text.slice(start, at).trim()
    else if (char === '{') {
      // `interface{}` and `struct{}` are parts of a type, the body is what comes behind a blank.
      if (!/(?:interface|struct)$/.test(text.slice(start, at).trimEnd())) return text.slice(start, at).trim()
      const end = closing(text, at)
      if (end === -1) break
      at = end
    }
  }
  return text.slice(start).split('\n', 1)[0]?.trim() ?? ''
}

function namesOf(line: string): readonly string[] {
  return (/^\s*(\w+(?:\s*,\s*\w+)*)/.exec(line)?.[1] ?? '').split(/\s*,\s*/).filter((name) => name !== '' && name !== '_')
}

/** What a file declares at its top, in order. Names of Go are taken to be letters, digits and `_`. */
export function declarationsOf(source: string): readonly GoDeclaration[] {
  const text = blankGo(source)
  const found: GoDeclaration[] = []
  for (const { index, groups } of text.matchAll(/^func\s+(?<receiver>\([^)\n]*\)\s*)?(?<name>\w+)/gm)) {
    const name = groups?.['name'] ?? ''
    // What was blanked in between stands in the source: `map[string]int` has no strings, a default value cannot be there.
    const signature = signatureAt(text, index).replaceAll(/\s+/g, ' ')
    found.push({ kind: groups?.['receiver'] === undefined ? 'func' : 'method', name, signature })
  }
  for (const { index, groups } of text.matchAll(/^(?<kind>type|var|const)\s+(?<open>\()?/gm)) {
    const kind: GoDeclaration['kind'] = groups?.['kind'] === 'type' ? 'type' : groups?.['kind'] === 'var' ? 'var' : 'const'
    if (groups?.['open'] === undefined) {
      const line = text.slice(index + kind.length).split('\n', 1)[0] ?? ''
      const names = kind === 'type' ? namesOf(line).slice(0, 1) : namesOf(line)
      found.push(...names.map((name) => ({ kind, name })))
      continue
    }
    const open = text.indexOf('(', index)
    const end = closing(text, open)
    let depth = 0
    for (const line of text.slice(open + 1, end === -1 ? text.length : end).split('\n')) {
      if (depth === 0) {
        const names = kind === 'type' ? namesOf(line).slice(0, 1) : namesOf(line)
        found.push(...names.map((name) => ({ kind, name })))
      }
      depth += (line.match(/[([{]/g)?.length ?? 0) - (line.match(/[)\]}]/g)?.length ?? 0)
    }
  }
  return found
}

/** The name in the package clause; `null` without one. */
export function packageClause(source: string): string | null {
  return /^\s*package\s+(\w+)/m.exec(blankGo(source))?.[1] ?? null
}
