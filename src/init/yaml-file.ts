import type { Node } from 'yaml'
import { ParityError, toError } from '../errors.js'

/** A text at a place; `block`: written with `|` or `>`. Offsets are characters of the file. */
export interface YamlText {
  readonly kind: 'text'
  readonly text: string
  readonly at: number
  readonly end: number
  readonly block: boolean
}

/** A list at a place; `tag` is a local one such as `!reference`. */
export interface YamlList {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
  readonly at: number
  readonly end: number
  readonly flow: boolean
  readonly tag: string
}

/** A map at a place, merge keys (`<<`) followed; `at` of an entry is where its key stands. */
export interface YamlMap {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, { readonly at: number; readonly node: YamlNode }>
  readonly at: number
  readonly end: number
  readonly flow: boolean
}

/** A YAML value with every alias followed: a node can stand in several places. */
export type YamlNode = YamlText | YamlList | YamlMap

/** A YAML file of somebody else, read. */
export interface YamlFile {
  readonly name: string
  readonly text: string
  readonly root: YamlNode
  /** The line of an offset, from 1. */
  readonly lineOf: (offset: number) => number
}

/** Far more than any workflow has. */
export const MAX_BYTES: number = 1024 * 1024
const MAX_DEPTH = 60
/** Entries that merge keys may copy in one file. */
const MAX_MERGED = 20_000

function refuse(name: string, line: number, message: string, cause?: unknown): ParityError {
  return new ParityError('config-invalid', `${name}:${String(line)}: ${message}`, undefined, { cause })
}

/** Finds lines by halving. */
export function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}

/**
 * Reads a YAML file without interpreting scalars. Aliases share the node they name, so nothing is multiplied.
 * Throws `config-invalid` as `file:line: …` for what is no YAML, refers to itself, nests too deeply or is over 1 MiB.
 */
export async function readYamlFile(name: string, text: string): Promise<YamlFile> {
  if (text.length > MAX_BYTES) throw refuse(name, 1, `is larger than ${String(MAX_BYTES)} bytes, which no file of a CI is: it is not read`)
  const { isAlias, isMap, isScalar, isSeq, parseAllDocuments } = await import('yaml')
  const lineOf = lineFinder(text)
  let documents
  try {
    documents = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
  } catch (error) {
    throw refuse(name, 1, `cannot be read as YAML: ${toError(error).message}`, error)
  }
  const document = 'empty' in documents ? undefined : documents.at(-1)
  const wrong = document?.errors[0]
  if (wrong !== undefined) throw refuse(name, lineOf(wrong.pos[0]), `is not valid YAML: ${wrong.message.split('\n', 1)[0] ?? ''}`)

  const anchors = new Map<string, YamlNode | null>()
  let merged = 0
  const convert = (node: unknown, at: number, depth: number): YamlNode => {
    if (depth > MAX_DEPTH) throw refuse(name, lineOf(at), `nests deeper than ${String(MAX_DEPTH)} levels`)
    if (isAlias(node)) {
      const found = anchors.get(node.source)
      const line = lineOf(node.range?.[0] ?? at)
      if (found === null) throw refuse(name, line, `the alias *${node.source} stands inside of what it names`)
      if (found === undefined) throw refuse(name, line, `the alias *${node.source} names nothing above it`)
      return found
    }
    if (!isScalar(node) && !isSeq(node) && !isMap(node)) return { kind: 'text', text: '', at, end: at, block: false }
    const anchor = node.anchor
    if (anchor !== undefined) anchors.set(anchor, null)
    const read = convertHere(node, at, depth)
    if (anchor !== undefined) anchors.set(anchor, read)
    return read
  }
  const convertHere = (node: Node, fallback: number, depth: number): YamlNode => {
    const [at, end] = node.range ?? [fallback, fallback]
    if (isSeq(node)) {
      const items = node.items.map((item) => convert(item, at, depth + 1))
      return { kind: 'list', items, at, end, flow: node.flow === true, tag: node.tag ?? '' }
    }
    if (isMap(node)) {
      const entries = new Map<string, { at: number; node: YamlNode }>()
      const sources: YamlNode[] = []
      for (const { key, value } of node.items) {
        const where = isScalar(key) ? (key.range?.[0] ?? at) : at
        const word = isScalar(key) && typeof key.value === 'string' ? key.value : ''
        const read = convert(value, where, depth + 1)
        if (word === '<<') sources.push(...(read.kind === 'list' ? read.items : [read]))
        else if (!entries.has(word)) entries.set(word, { at: where, node: read })
      }
      for (const source of sources) {
        if (source.kind !== 'map') continue
        merged += source.entries.size
        if (merged > MAX_MERGED) throw refuse(name, lineOf(at), 'merges more than any file of a CI does: it is not read')
        for (const [word, entry] of source.entries) if (!entries.has(word)) entries.set(word, entry)
      }
      return { kind: 'map', entries, at, end, flow: node.flow === true }
    }
    const value = isScalar(node) && typeof node.value === 'string' ? node.value : ''
    const block = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
    return { kind: 'text', text: value, at, end, block }
  }
  return { name, text, root: convert(document?.contents, 0, 0), lineOf }
}

/** The value under a key of a map; `undefined` for anything else. */
export function nodeAt(node: YamlNode | undefined, ...path: readonly string[]): YamlNode | undefined {
  let here = node
  for (const key of path) here = here?.kind === 'map' ? here.entries.get(key)?.node : undefined
  return here
}

/** The text under a key; `undefined` where there is none. */
export function textAt(node: YamlNode | undefined, ...path: readonly string[]): string | undefined {
  const found = nodeAt(node, ...path)
  return found?.kind === 'text' ? found.text : undefined
}

/** The items under a key, a single value as a list of one; empty where there is nothing. */
export function itemsAt(node: YamlNode | undefined, ...path: readonly string[]): readonly YamlNode[] {
  const found = nodeAt(node, ...path)
  if (found === undefined || (found.kind === 'text' && found.text === '')) return []
  return found.kind === 'list' ? found.items : [found]
}

/** Texts of a list, other items left out. */
export function texts(items: readonly YamlNode[]): readonly string[] {
  return items.flatMap((item) => (item.kind === 'text' ? [item.text] : []))
}

/** The entries of a map, in order; none for anything else. */
export function entriesOf(node: YamlNode | undefined): readonly (readonly [key: string, value: YamlNode, at: number])[] {
  return node?.kind === 'map' ? [...node.entries].map(([key, { node: value, at: where }]) => [key, value, where] as const) : []
}

/**
 * The line of a character of a text as it is written in the file: line folding, indentation and quotes change white space
 * only, so the characters that are none are counted off.
 */
export function linesInText({ text, lineOf }: YamlFile, node: YamlText): (offset: number) => number {
  const source = text.slice(node.at, node.end)
  const from = node.block ? source.indexOf('\n') + 1 : /^["']/.test(source) ? 1 : 0
  const black: number[] = []
  for (let index = from; index < source.length; index += 1) if (!/\s/.test(source.charAt(index))) black.push(node.at + index)
  const before = new Uint32Array(node.text.length + 1)
  for (let index = 0; index < node.text.length; index += 1)
    before[index + 1] = (before[index] ?? 0) + (/\s/.test(node.text.charAt(index)) ? 0 : 1)
  return (offset) => lineOf(black[before[Math.min(offset, node.text.length)] ?? 0] ?? node.at)
}
