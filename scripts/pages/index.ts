/** Pages that scripts/generate.mjs writes: path below the repository to text. */
import { pureGoPage } from './pure-go.js'
import { rulePages, type ExampleLog } from './rules.js'

export type { ExampleLog } from './rules.js'

/** Every generated page; `examples`: the logs of the corpus, in their order. */
export function pages(examples: readonly ExampleLog[]): Readonly<Record<string, string>> {
  return { 'docs/pure-go.md': pureGoPage(), ...rulePages(examples) }
}
