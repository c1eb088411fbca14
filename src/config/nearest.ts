import { closest, distance } from 'fastest-levenshtein'

/** The known word that was probably meant, or `null` when none is near. Case and the kind of dash do not count. */
export function nearest(text: string, known: readonly string[]): string | null {
  // Names are short; a long text is no typing error, and the distance is quadratic.
  if (known.length === 0 || text.length > 100) return null
  const folded = text.toLowerCase().replaceAll('_', '-')
  const forms = new Map(known.map((word) => [word.toLowerCase().replaceAll('_', '-'), word]))
  const begun = [...forms.keys()].find(
    (form) => form.length >= 3 && folded.length >= 3 && (form.startsWith(folded) || folded.startsWith(form)),
  )
  if (begun !== undefined) return forms.get(begun) ?? null
  const best = closest(folded, [...forms.keys()])
  return distance(folded, best) <= Math.max(1, Math.floor(best.length / 3)) ? (forms.get(best) ?? null) : null
}
