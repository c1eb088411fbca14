/** One line of go.mod or go.work that says something: its directive and arguments. */
interface Statement {
  readonly line: number
  readonly verb: string
  readonly args: readonly string[]
  /** Whether its comment begins with `indirect`. */
  readonly indirect: boolean
}

/** Splits a line as golang.org/x/mod/modfile does: words, "quoted" or `raw` strings, `//` begins a comment. */
function words(line: string): readonly string[] {
  const found: string[] = []
  let at = 0
  while (at < line.length) {
    const char = line.charAt(at)
    if (char === ' ' || char === '\t' || char === '\r') at++
    else if (line.startsWith('//', at)) break
    else if (char === '"' || char === '`') {
      const end = line.indexOf(char, at + 1)
      found.push(line.slice(at + 1, end === -1 ? line.length : end))
      at = end === -1 ? line.length : end + 1
    } else {
      let end = at
      while (end < line.length && !/[\s"`()]/.test(line.charAt(end)) && !line.startsWith('//', end)) end++
      if (end === at) end++
      found.push(line.slice(at, end))
      at = end
    }
  }
  return found
}

/** As golang.org/x/mod/modfile, isIndirect: the comment is `indirect`, or begins with `indirect;`. */
const INDIRECT = /\/\/[ \t]*indirect[ \t]*(?:;|\r?$)/

function* statements(text: string): Generator<Statement> {
  let block: string | null = null
  let line = 0
  for (const raw of text.split('\n')) {
    line++
    const [first, ...rest] = words(raw)
    if (first === undefined) continue
    if (block !== null) {
      if (first === ')') block = null
      else yield { line, verb: block, args: [first, ...rest], indirect: INDIRECT.test(raw) }
    } else if (rest.length === 1 && rest[0] === '(') block = first
    else yield { line, verb: first, args: rest, indirect: INDIRECT.test(raw) }
  }
}

/**
 * The line of go.mod (or go.work) that asks for a module: its `require`, or else the `replace` of it; `null` when it is
 * named nowhere. For annotations: a file with mistakes gives the best line there is.
 */
export function findRequirement(goMod: string, path: string): number | null {
  let replaced: number | null = null
  for (const { line, verb, args } of statements(goMod)) {
    if (args[0] !== path) continue
    if (verb === 'require') return line
    if (verb === 'replace') replaced ??= line
  }
  return replaced
}

/** One line of a go.mod file's `require`. */
export interface Requirement {
  readonly line: number
  readonly path: string
  readonly version: string
  /** Marked `// indirect`: only other modules import it. */
  readonly indirect: boolean
}

/** Everything that go.mod requires, in file order. */
export function findRequirements(goMod: string): readonly Requirement[] {
  const found: Requirement[] = []
  for (const { line, verb, args, indirect } of statements(goMod)) {
    const [path, version] = args
    if (verb === 'require' && path !== undefined && version !== undefined) found.push({ line, path, version, indirect })
  }
  return found
}

/** The line of the `replace` for a module, or `null`. */
export function findReplacement(goMod: string, path: string): number | null {
  for (const { line, verb, args } of statements(goMod)) if (verb === 'replace' && args[0] === path) return line
  return null
}

/** The `go`, `toolchain` or `module` line of a go.mod or go.work file with what it says, or `null`. */
export function findDirective(
  goMod: string,
  directive: 'go' | 'toolchain' | 'module',
): { readonly line: number; readonly value: string } | null {
  for (const { line, verb, args } of statements(goMod)) {
    const [value] = args
    if (verb === directive && value !== undefined) return { line, value }
  }
  return null
}

/** The folders that a go.work file uses, as written. */
export function findUses(goWork: string): readonly { readonly line: number; readonly directory: string }[] {
  const found: { line: number; directory: string }[] = []
  for (const { line, verb, args } of statements(goWork)) {
    const [directory] = args
    if (verb === 'use' && directory !== undefined) found.push({ line, directory })
  }
  return found
}
