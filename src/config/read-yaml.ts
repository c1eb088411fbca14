import { ParityError, toError } from '../errors.js'

/** Where something stands, both from 1. */
export interface YamlPlace {
  readonly line: number
  readonly column: number
}

export type YamlPath = readonly (string | number)[]

/** A YAML document of maps, lists and texts. */
export interface YamlDocument {
  /** Every scalar as the text that was written; `{}` for an empty document. */
  readonly value: unknown
  /** Where the value at a path stands (its key, in a map); the nearest one above it when there is none. */
  place(path: YamlPath): YamlPlace
}

/** Far more than any configuration needs. */
const MAX_CHARACTERS = 256 * 1024
const MAX_DEPTH = 20

type Tree =
  | { readonly at: number; readonly kind: 'text'; readonly text: string }
  | { readonly at: number; readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly at: number; readonly kind: 'map'; readonly entries: ReadonlyMap<string, { readonly at: number; readonly tree: Tree }> }

/** An error of a configuration file at a place, as `file:line:column: …`. */
export function configError(name: string, place: YamlPlace, message: string, hint?: string): ParityError {
  return new ParityError('config-invalid', `${name}:${String(place.line)}:${String(place.column)}: ${message}`, hint)
}

function toValue(tree: Tree): unknown {
  if (tree.kind === 'text') return tree.text
  if (tree.kind === 'list') return tree.items.map(toValue)
  // fromEntries defines properties, so a key called __proto__ stays a key.
  return Object.fromEntries([...tree.entries].map(([key, { tree: value }]) => [key, toValue(value)]))
}

function offsetOf(tree: Tree, path: YamlPath): number {
  let at = tree.at
  let here: Tree | undefined = tree
  for (const step of path) {
    if (here?.kind === 'map') {
      const entry = here.entries.get(String(step))
      at = entry?.at ?? at
      here = entry?.tree
    } else if (here?.kind === 'list') {
      here = here.items[Number(step)]
      at = here?.at ?? at
    } else break
  }
  return at
}

/**
 * Reads YAML without interpreting scalars, so `go: 1.20` is the text 1.20. Refused: aliases (no expansion, no bombs),
 * tags, keys given twice, several documents, more than 256 Ki characters. Throws `config-invalid` with line and column.
 */
export async function readYaml(text: string, name: string): Promise<YamlDocument> {
  if (text.length > MAX_CHARACTERS)
    throw configError(name, { line: 1, column: 1 }, `has ${String(text.length)} characters; at most ${String(MAX_CHARACTERS)} are read`)
  // Loaded here, so that a project without a configuration does not pay for it.
  const { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } = await import('yaml')
  const lines = new LineCounter()
  const placeOf = (offset: number): YamlPlace => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const fail = (offset: number, message: string, hint?: string): ParityError => configError(name, placeOf(offset), message, hint)
  let documents
  try {
    // Keys given twice are looked for below: the library compares each with each.
    documents = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, lineCounter: lines })
  } catch (error) {
    // Nested so deeply that the parser ran out of stack.
    throw new ParityError('config-invalid', `${name}:1:1: cannot be read: ${toError(error).message}`, undefined, { cause: error })
  }
  const [document, second] = 'empty' in documents ? [] : documents
  const wrong = document?.errors[0] ?? document?.warnings[0]
  if (wrong !== undefined) {
    const [said = wrong.message] = wrong.message.split('\n', 1)
    // The parser reports its own exhausted stack as an error of the text.
    if (said.includes('call stack')) throw fail(wrong.pos[0], `nests deeper than ${String(MAX_DEPTH)} levels`)
    throw fail(wrong.pos[0], `is not valid YAML: ${said}`)
  }
  if (second !== undefined) throw fail(second.range[0], 'holds a second YAML document; only one is allowed')

  const convert = (node: unknown, depth: number, fallback: number): Tree => {
    if (node === null || node === undefined) return { at: fallback, kind: 'text', text: '' }
    if (isAlias(node)) throw fail(node.range?.[0] ?? fallback, 'YAML aliases are not allowed', 'write the value out')
    if (isScalar(node)) return { at: node.range?.[0] ?? fallback, kind: 'text', text: typeof node.value === 'string' ? node.value : '' }
    if (depth > MAX_DEPTH) throw fail(fallback, `nests deeper than ${String(MAX_DEPTH)} levels`)
    if (isSeq(node)) {
      const at = node.range?.[0] ?? fallback
      return { at, kind: 'list', items: node.items.map((item) => convert(item, depth + 1, at)) }
    }
    if (!isMap(node)) throw fail(fallback, 'holds something that is neither a map, a list nor a text')
    const at = node.range?.[0] ?? fallback
    const entries = new Map<string, { at: number; tree: Tree }>()
    for (const pair of node.items) {
      const key = convert(pair.key, depth + 1, at)
      if (key.kind !== 'text') throw fail(key.at, 'a key must be a text')
      if (entries.has(key.text)) throw fail(key.at, `the key ${quote(key.text)} is given twice`)
      entries.set(key.text, { at: key.at, tree: convert(pair.value, depth + 1, key.at) })
    }
    return { at, kind: 'map', entries }
  }
  const empty: Tree = { at: 0, kind: 'map', entries: new Map() }
  const contents = document?.contents ?? null
  const tree = contents === null || (isScalar(contents) && contents.value === '') ? empty : convert(contents, 0, 0)
  return { value: toValue(tree), place: (path) => placeOf(offsetOf(tree, path)) }
}

/** A text of a user in quotes, short enough for a message. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text)
}
