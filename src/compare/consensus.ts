import { keyOf, type Said } from './axes.js'

/** The value that most jobs have, of those that say something; of several such the one that comes first. */
export function consensusOf(values: readonly Said[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== undefined) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1)
  let best: string | null = null
  let most = 0
  // A map keeps the order of first appearance, so that of equally many the first stays.
  for (const [key, count] of counts) {
    if (count <= most) continue
    best = key === keyOf(null) ? null : key
    most = count
  }
  return best
}

/** The distinct values other than one, each with the places in the list that have it, in order of first appearance. */
export function outliersOf(
  values: readonly Said[],
  consensus: string | null,
): readonly { readonly value: string | null; readonly places: readonly number[] }[] {
  const found = new Map<string, { value: string | null; places: number[] }>()
  for (const [at, value] of values.entries()) {
    if (value === undefined || value === consensus) continue
    const group = found.get(keyOf(value)) ?? { value, places: [] }
    group.places.push(at)
    found.set(keyOf(value), group)
  }
  return [...found.values()]
}
