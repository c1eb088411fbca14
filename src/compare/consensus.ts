import { keyOf } from './axes.js'

/** The value that most jobs have; of several such the one that comes first. */
export function consensusOf(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1)
  let best: string | null = values[0] ?? null
  for (const value of values) if ((counts.get(keyOf(value)) ?? 0) > (counts.get(keyOf(best)) ?? 0)) best = value
  return best
}

/** The distinct values other than one, each with the places in the list that have it, in order of first appearance. */
export function outliersOf(
  values: readonly (string | null)[],
  consensus: string | null,
): readonly { readonly value: string | null; readonly places: readonly number[] }[] {
  const found = new Map<string, { value: string | null; places: number[] }>()
  for (const [at, value] of values.entries()) {
    if (value === consensus) continue
    const group = found.get(keyOf(value)) ?? { value, places: [] }
    group.places.push(at)
    found.set(keyOf(value), group)
  }
  return [...found.values()]
}
