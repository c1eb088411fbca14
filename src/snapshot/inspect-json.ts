import type { Json } from './snapshot.js'

/** Names that reach a prototype when somebody writes `object[name]`. */
const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Why a parsed JSON text is not looked at any further; `null` when nothing speaks against it. */
export type JsonObjection = { readonly kind: 'depth' | 'prototype-key' | 'number'; readonly path: string }

interface Visit {
  readonly value: unknown
  readonly path: string
  readonly depth: number
}

function entriesOf({ value, path, depth }: Visit): readonly Visit[] {
  if (Array.isArray(value)) return value.map((item: unknown, at) => ({ value: item, path: `${path}[${String(at)}]`, depth: depth + 1 }))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).map(([key, item]: [string, unknown]) => ({
    value: item,
    path: path === '' ? key : `${path}.${key}`,
    depth: depth + 1,
  }))
}

/** Looks through what JSON.parse gave, without recursion: depth, prototype keys, numbers that overflowed. */
export function findObjection(root: unknown, maxDepth: number): JsonObjection | null {
  const open: Visit[] = [{ value: root, path: '', depth: 0 }]
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { value, path, depth } = visit
    if (depth > maxDepth) return { kind: 'depth', path }
    if (typeof value === 'number' && !Number.isFinite(value)) return { kind: 'number', path }
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const bad = Object.keys(value).find((key) => PROTOTYPE_KEYS.has(key))
      if (bad !== undefined) return { kind: 'prototype-key', path: path === '' ? bad : `${path}.${bad}` }
    }
    for (const entry of entriesOf(visit)) open.push(entry)
  }
  return null
}

/** Whether a value is JSON all the way down, and no deeper than 100 levels. */
export function isJson(value: unknown, depth = 0): value is Json {
  if (depth > 100) return false
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object') return false
  const items: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  return items.every((item) => isJson(item, depth + 1))
}
