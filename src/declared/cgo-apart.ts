import type { Finding } from '../report/index.js'
import { isNative } from './compilers.js'
import { makeFinding, type ShowFile } from './finding.js'
import type { DeclaredEnvironments, GoCommand, Setting } from './model.js'
import { isAside } from './paths.js'

/** What all of some commands say of cgo in so many words; `null` when one says nothing, or another says otherwise. */
function agreed(commands: readonly GoCommand[]): Setting | null {
  const settings = commands.map(({ settings: own }) => own.get('CGO_ENABLED'))
  const [first] = settings
  if (first === undefined || !['0', '1'].includes(first.value ?? '')) return null
  return settings.every((setting) => setting?.value === first.value) ? first : null
}

/**
 * Images that are built with cgo while CI says it is off, or the other way round. Only where both say so in so many words:
 * a default is often meant to differ.
 */
export function findCgoApart({ environments }: DeclaredEnvironments, show: ShowFile): readonly Finding[] {
  const own = environments.filter(({ file }) => !isAside(file))
  const commandsOf = (kinds: readonly string[], verbs: readonly string[]): readonly GoCommand[] =>
    own
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ commands }) => commands.filter((command) => verbs.includes(command.verb) && isNative(command)))
  const image = agreed(commandsOf(['image'], ['build', 'install']))
  const builds = agreed(commandsOf(['workflow', 'gitlab'], ['build', 'install']))
  const tests = agreed(commandsOf(['workflow', 'gitlab'], ['test']))
  if (image === null) return []
  const other =
    builds !== null && builds.value !== image.value ? builds : tests !== null && image.value === '1' && tests.value === '0' ? tests : null
  if (other === null || (other === builds && tests !== null && tests.value === image.value)) return []
  const verb = other === builds ? 'builds' : 'tests'
  return [
    makeFinding(show, {
      rule: 'env/contradiction',
      severity: 'note',
      title: `CI ${verb} ${other.value === '1' ? 'with' : 'without'} cgo, the image is built ${image.value === '1' ? 'with' : 'without'} it`,
      message: `Files that import "C", and what stands in for them, differ between the two: CI does not see the program that is shipped.`,
      key: 'CGO_ENABLED',
      location: image.location,
      evidence: [
        [image.location, `CGO_ENABLED=${image.value ?? ''}`],
        [other.location, `CGO_ENABLED=${other.value ?? ''}`],
      ],
      fix: [
        {
          edit: `write CGO_ENABLED=${image.value ?? ''} in ${show(other.location.file)}:${String(other.location.line)}, or the other way round`,
          why: 'has CI see the program that is shipped',
        },
      ],
    }),
  ]
}
