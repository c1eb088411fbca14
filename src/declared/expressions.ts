import { entriesOf, itemsAt, nodeAt, type YamlNode } from '../init/index.js'

/** One value that an expression can have, with where it is written; `null` when only a run can tell. */
export interface Possible {
  readonly text: string | null
  /** Offset in the file; `null`: in another one. */
  readonly at: number | null
}

/** What names of expressions stand for: `matrix.go`, `env.GO_VERSION`, `inputs.go-version`. */
export type Context = (path: readonly string[]) => readonly Possible[]

const NOT_KNOWN: Possible = { text: null, at: null }
const MAX_VALUES = 50

/** The values of an axis of a matrix, those that only `include` names with them. */
export function matrixValues(matrix: YamlNode | undefined, path: readonly string[]): readonly Possible[] {
  const [axis = '', ...rest] = path
  // Made by an expression: any axis may be in it.
  if (matrix?.kind !== 'map') return [NOT_KNOWN]
  if (nodeAt(matrix, 'include')?.kind === 'text') return [NOT_KNOWN]
  const excluded = new Set(
    itemsAt(matrix, 'exclude').flatMap((item) => {
      const entries = entriesOf(item)
      const [first] = entries
      return entries.length === 1 && first?.[0] === axis && first[1].kind === 'text' ? [first[1].text] : []
    }),
  )
  const items = [...itemsAt(matrix, axis), ...itemsAt(matrix, 'include').flatMap((item) => nodeAt(item, axis) ?? [])]
  const found = items.slice(0, MAX_VALUES).map((item): Possible => {
    const node = rest.length === 0 ? item : nodeAt(item, ...rest)
    return node?.kind === 'text' && !node.text.includes('${{') ? { text: node.text, at: node.at } : NOT_KNOWN
  })
  const kept = found.filter(({ text }) => text === null || !excluded.has(text))
  return kept.length === 0 ? [NOT_KNOWN] : kept
}

/** Every value that a text with expressions can have. Names are followed; operators and functions are for a run to tell. */
export function possibleValues(text: string, at: number, context: Context): readonly Possible[] {
  if (!text.includes('${{')) return [{ text, at }]
  const found = /^([\s\S]{0,1000}?)\$\{\{\s{0,20}([A-Za-z_][\w.-]{0,200})\s{0,20}\}\}([\s\S]{0,1000})$/.exec(text)
  if (found === null) return [{ text: null, at }]
  const [, before = '', name = '', after = ''] = found
  if (before.includes('${{') || after.includes('${{')) return [{ text: null, at }]
  return context(name.split('.'))
    .slice(0, MAX_VALUES)
    .map((value) => ({ text: value.text === null ? null : `${before}${value.text}${after}`, at: value.at ?? at }))
}

/** The one value that a text has; `null` when there are several, or none is known. */
export function onlyValue(text: string, context: Context): string | null {
  const values = possibleValues(text, 0, context)
  const [first] = values
  return values.length === 1 && first !== undefined ? first.text : null
}
