/** A build constraint: a tag, or what is made of others. */
export type Constraint =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'not'; readonly of: Constraint }
  | { readonly kind: 'and' | 'or'; readonly of: readonly [Constraint, Constraint] }

/** Constraints of a file that hold more are not compared. */
const MAX_TAGS = 10
const MAX_TOKENS = 500

/** Reads the expression behind `//go:build`; `null` when it is none. Source: go/build/constraint. */
export function parseGoBuild(text: string): Constraint | null {
  const tokens = text.match(/\|\||&&|[!()]|[\w.]+|\S/g) ?? []
  if (tokens.length > MAX_TOKENS) return null
  let at = 0
  const atom = (): Constraint | null => {
    const token = tokens[at]
    at += 1
    if (token === '!') {
      const of = atom()
      return of === null ? null : { kind: 'not', of }
    }
    if (token === '(') {
      const inner = or()
      if (tokens[at] !== ')') return null
      at += 1
      return inner
    }
    return token !== undefined && /^[\w.]+$/.test(token) ? { kind: 'tag', tag: token } : null
  }
  const chain = (kind: 'and' | 'or', sign: string, next: () => Constraint | null): Constraint | null => {
    let left = next()
    while (left !== null && tokens[at] === sign) {
      at += 1
      const right = next()
      left = right === null ? null : { kind, of: [left, right] }
    }
    return left
  }
  const and = (): Constraint | null => chain('and', '&&', atom)
  function or(): Constraint | null {
    return chain('or', '||', and)
  }
  const whole = or()
  return at === tokens.length ? whole : null
}

function joined(kind: 'and' | 'or', parts: readonly (Constraint | null)[]): Constraint | null {
  const [first = null, ...rest] = parts
  return rest.reduce<Constraint | null>((left, right) => (left === null || right === null ? null : { kind, of: [left, right] }), first)
}

/** Reads `// +build` lines: lines and commas are and, blanks are or; `null` when one is malformed. */
export function parsePlusBuild(lines: readonly string[]): Constraint | null {
  const term = (text: string): Constraint | null => {
    const match = /^(!?)([\w.]+)$/.exec(text)
    if (match === null) return null
    const tag: Constraint = { kind: 'tag', tag: match[2] ?? '' }
    return match[1] === '!' ? { kind: 'not', of: tag } : tag
  }
  return joined(
    'and',
    lines.map((line) =>
      joined(
        'or',
        line
          .trim()
          .split(/\s+/)
          .map((option) => joined('and', option.split(',').map(term))),
      ),
    ),
  )
}

/** Whether a constraint holds when these tags are set. */
export function holds(constraint: Constraint, isSet: (tag: string) => boolean): boolean {
  if (constraint.kind === 'tag') return isSet(constraint.tag)
  if (constraint.kind === 'not') return !holds(constraint.of, isSet)
  const [left, right] = constraint.of
  return constraint.kind === 'and' ? holds(left, isSet) && holds(right, isSet) : holds(left, isSet) || holds(right, isSet)
}

/** The tags of a constraint. */
export function tagsOf(constraint: Constraint): ReadonlySet<string> {
  if (constraint.kind === 'tag') return new Set([constraint.tag])
  if (constraint.kind === 'not') return tagsOf(constraint.of)
  return new Set([...tagsOf(constraint.of[0]), ...tagsOf(constraint.of[1])])
}

/** What a file says of when it is built. */
export interface FileConstraints {
  /** Behind `//go:build`, as written; `null` without one. */
  readonly goBuild: string | null
  /** Behind each `// +build`. */
  readonly plusBuild: readonly string[]
  readonly importsC: boolean
}

/** Reads the constraints over the package clause, and whether the file imports "C". */
export function readConstraints(source: string): FileConstraints {
  const clause = /^package\s/m.exec(source)
  const head = source.slice(0, clause?.index ?? source.length)
  return {
    goBuild: /^\/\/go:build[ \t]+(\S[^\r\n]*)/m.exec(head)?.[1]?.trim() ?? null,
    plusBuild: [...head.matchAll(/^\/\/[ \t]*\+build[ \t]+(\S[^\r\n]*)/gm)].map(([, text = '']) => text.trim()),
    importsC: /^import[ \t]*(?:\([ \t\r\n]*)?"C"/m.test(source) || /^import[ \t]*\((?:[^)]*\n)?[ \t]*"C"[ \t\r]*$/m.test(source),
  }
}

/**
 * Whether `//go:build` and `// +build` of a file say different things: go since 1.17 reads the first alone, older ones the second.
 * `false` when either is missing, malformed or too large to compare.
 */
export function contradicts({ goBuild, plusBuild }: FileConstraints): boolean {
  if (goBuild === null || plusBuild.length === 0) return false
  const [now, before] = [parseGoBuild(goBuild), parsePlusBuild(plusBuild)]
  if (now === null || before === null) return false
  const tags = [...new Set([...tagsOf(now), ...tagsOf(before)])]
  if (tags.length > MAX_TAGS) return false
  for (let set = 0; set < 2 ** tags.length; set += 1) {
    const isSet = (tag: string): boolean => ((set >> tags.indexOf(tag)) & 1) === 1
    if (holds(now, isSet) !== holds(before, isSet)) return true
  }
  return false
}

/** Why a file is built with cgo and not without, in the words that stand in it. */
export function cgoReason({ goBuild, importsC }: FileConstraints): string {
  const parsed = goBuild === null ? null : parseGoBuild(goBuild)
  if (parsed !== null && tagsOf(parsed).has('cgo')) return `//go:build ${goBuild ?? ''}`
  return importsC ? 'it imports "C"' : 'it is built only with cgo'
}
