import { byteOrder } from './byte-order.js'

/** Deeper values than this are a mistake or an attack; nothing of ours comes near. */
const MAX_DEPTH = 100

function write(value: unknown, newline: string, indent: string, depth: number): string {
  if (depth > MAX_DEPTH) throw new TypeError(`a value nested deeper than ${String(MAX_DEPTH)} levels is not written`)
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    // JSON.stringify would write null, and two values would become one.
    if (!Number.isFinite(value)) throw new TypeError(`${String(value)} is no JSON number`)
    return JSON.stringify(value)
  }
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} is no JSON value`)
  const inner = newline + indent
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    return `[${inner}${value.map((item) => write(item, inner, indent, depth + 1)).join(`,${inner}`)}${newline}]`
  }
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value)
  const present = entries.filter(([, item]) => item !== undefined).toSorted(([a], [b]) => byteOrder(a, b))
  if (present.length === 0) return '{}'
  const colon = indent === '' ? ':' : ': '
  const lines = present.map(([key, item]) => `${JSON.stringify(key)}${colon}${write(item, inner, indent, depth + 1)}`)
  return `{${inner}${lines.join(`,${inner}`)}${newline}}`
}

/**
 * The one way a value is written: keys sorted by UTF-8 bytes, indented by two spaces, a newline at the end.
 * Properties that are `undefined` are left out. Throws a TypeError for what JSON cannot hold (NaN, functions, …).
 */
export function canonicalJson(value: unknown): string {
  return `${write(value, '\n', '  ', 0)}\n`
}

/** As `canonicalJson`, in one line without spaces: for identities and digests. */
export function compactJson(value: unknown): string {
  return write(value, '', '', 0)
}
