/** Patterns longer than this match nothing here: no module path is that long. */
const LONGEST = 500

/** Whether a character is in a class such as `[a-z]` or `[^x]`; also where the class ends. */
function matchClass(pattern: string, from: number, char: string): { readonly matches: boolean; readonly next: number } | null {
  let at = from + 1
  const negated = pattern[at] === '^'
  if (negated) at += 1
  let matches = false
  for (let first = true; at < pattern.length; first = false) {
    if (pattern[at] === ']' && !first) return { matches: matches !== negated, next: at + 1 }
    if (pattern[at] === '\\') at += 1
    const low = pattern[at] ?? ''
    let high = low
    at += 1
    if (pattern[at] === '-' && pattern[at + 1] !== ']') {
      at += pattern[at + 1] === '\\' ? 2 : 1
      high = pattern[at] ?? ''
      at += 1
    }
    if (low <= char && char <= high) matches = true
  }
  return null
}

/** path.Match for one path element (no `/` on either side); a malformed pattern matches nothing. */
function matchElement(pattern: string, text: string): boolean {
  let at = 0
  let next = 0
  let star = -1
  let mark = 0
  while (at < text.length) {
    const kind = pattern[next]
    let step: number | null = null
    if (kind === '*') {
      star = next
      mark = at
      next += 1
      continue
    } else if (kind === '?') step = next + 1
    else if (kind === '[') {
      const found = matchClass(pattern, next, text[at] ?? '')
      if (found === null) return false
      if (found.matches) step = found.next
    } else if (kind === '\\') step = pattern[next + 1] === text[at] ? next + 2 : null
    else if (kind !== undefined && kind === text[at]) step = next + 1
    if (step !== null) {
      next = step
      at += 1
    } else if (star >= 0) {
      next = star + 1
      mark += 1
      at = mark
    } else return false
  }
  while (pattern[next] === '*') next += 1
  return next === pattern.length
}

/**
 * Whether a list of patterns as in GOPRIVATE matches a module path: each is held against as many elements of the path as it
 * has itself (MatchPrefixPatterns in golang.org/x/mod/module).
 */
export function matchesModulePatterns(list: string, path: string): boolean {
  const elements = path.split('/')
  return list.split(',').some((written) => {
    const pattern = written.trim().replace(/\/$/, '')
    if (pattern === '' || pattern.length > LONGEST) return false
    const parts = pattern.split('/')
    return parts.length <= elements.length && parts.every((part, at) => matchElement(part, elements[at] ?? ''))
  })
}

/** Module paths that have nothing in common but being modules. */
const WITNESSES = [
  'golang.org/x/text',
  'github.com/google/uuid',
  'gopkg.in/yaml.v3',
  'k8s.io/api',
  'go.uber.org/zap',
  'gitlab.com/example/tool',
  'example.net/q7/w2',
]

/** Whether patterns leave no module out: `*`, `*.*`, `?*`, `*.com,*.org,*.in,*.io,*.net`. */
export function matchesEveryModule(list: string): boolean {
  return WITNESSES.every((path) => matchesModulePatterns(list, path))
}
