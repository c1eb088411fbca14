import type { GuessedTarget } from './guessed-targets.js'
import { yamlValue } from './yaml-text.js'

/** `.goparity.yml` with the targets that the project builds for; the platform of the machine when none was seen. */
export function configText(targets: readonly GuessedTarget[]): string {
  const lines =
    targets.length === 0
      ? ['  - default # nothing here cross-compiles yet: what go builds by itself']
      : targets.map(({ target, from }) => `  - ${yamlValue(target)} # ${from.join(', ')}`)
  return [
    '# Written by `goparity init`. What every job builds; without +cgo or -cgo cgo is what Go would choose there.',
    'targets:',
    ...lines,
    '',
  ].join('\n')
}
