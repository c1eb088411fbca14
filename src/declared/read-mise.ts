import type { AST } from 'toml-eslint-parser'
import { declareGo, declareSetting } from './declare.js'
import type { Declaration, DeclaredEnvironment, DeclaredGo, Place } from './model.js'
import { isTold } from './settings.js'
import { versionsEnvironment } from './read-versions.js'
import { readWantedGo } from './wanted-go.js'

/** No mise.toml that people write is nearly as long. */
export const MAX_TOML: number = 256 * 1024
const TOOLS = new Set(['go', 'golang', 'core:go', 'asdf:golang'])

/** One key with its value, tables followed: `tools.go` → `1.22`. */
interface Entry {
  readonly path: readonly string[]
  readonly value: AST.TOMLContentNode
  readonly line: number
}

function namesOf(key: AST.TOMLKey): readonly string[] {
  return key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value))
}

function* entriesOf(body: readonly (AST.TOMLKeyValue | AST.TOMLTable)[], above: readonly string[]): Generator<Entry> {
  for (const node of body) {
    const path = [...above, ...namesOf(node.key)]
    if (node.type === 'TOMLTable') yield* entriesOf(node.body, path)
    else if (node.value.type === 'TOMLInlineTable') yield* entriesOf(node.value.body, path)
    else yield { path, value: node.value, line: node.loc.start.line }
  }
}

/** A text, or a number as it is written: `1.20` is not `1.2`. */
function textOf(value: AST.TOMLContentNode, source: string): string | null {
  if (value.type === 'TOMLArray') {
    const [first] = value.elements
    return first === undefined ? null : textOf(first, source)
  }
  if (value.type !== 'TOMLValue') return null
  return value.kind === 'string'
    ? value.value
    : value.kind === 'boolean'
      ? value.value
        ? 'true'
        : 'false'
      : source.slice(value.range[0], value.range[1])
}

/** Reads a mise.toml. Throws what its parser throws. */
export async function readMise(file: string, text: string): Promise<DeclaredEnvironment> {
  const { parseTOML } = await import('toml-eslint-parser')
  const [top] = parseTOML(text.replace(/^\uFEFF/, '')).body
  const go: DeclaredGo[] = []
  const settings: Declaration[] = []
  for (const { path, value, line } of entriesOf(top?.body ?? [], [])) {
    const [section, name = '', field] = path
    const written = textOf(value, text)
    const location: Place = { file, line }
    if (section === 'tools' && TOOLS.has(name) && (field === undefined || field === 'version') && written !== null)
      go.push(declareGo(file, written, readWantedGo(written.includes('{{') ? '$' : written), location, { fixed: null }))
    if (section === 'env' && field === undefined && isTold(name) && written !== null)
      settings.push(declareSetting(file, name, { value: /\{\{|\$/.test(written) ? null : written, location, inline: false }, written))
  }
  return versionsEnvironment(file, go.slice(0, 1), settings)
}
