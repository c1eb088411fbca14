import { byteOrder } from '../snapshot/index.js'

/** Lines that are kept of one answer: a go.sum that is further off needs no list. */
const MAX_LINES = 500

/** A line of go.sum, taken out or put in. */
const CHANGED = /^(?<sign>[-+])(?<line>\S+ v\S+ h1:\S+)$/

/**
 * What `go mod tidy -diff` would change in go.sum: `-path version h1:…` for a line that it takes out, `+…` for one that it puts in,
 * sorted by that line, at most 500. A line that only moves is none; what it says of go.mod is left out.
 */
export function parseTidyDiff(diff: string): readonly string[] {
  const signs = new Map<string, Set<string>>()
  let isSum = false
  for (const text of diff.split('\n')) {
    if (text.startsWith('diff ')) isSum = text.endsWith('.sum')
    const { sign = '', line = '' } = (isSum ? CHANGED.exec(text)?.groups : undefined) ?? {}
    if (sign !== '') signs.set(line, (signs.get(line) ?? new Set()).add(sign))
  }
  const changed = [...signs].filter(([, of]) => of.size === 1).toSorted(([a], [b]) => byteOrder(a, b))
  return changed.slice(0, MAX_LINES).map(([line, of]) => `${[...of].join('')}${line}`)
}
