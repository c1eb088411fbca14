/** Pages that scripts/generate.mjs writes: path below the repository to text. */
import { pureGoPage } from './pure-go.js'

/** Every generated page. */
export function pages(): Readonly<Record<string, string>> {
  return { 'docs/pure-go.md': pureGoPage() }
}
