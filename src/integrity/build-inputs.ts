import { posix, resolve } from 'node:path'
import { makeFold } from '../environment/index.js'
import type { Host } from '../host/index.js'
import { findGoFlag } from '../modules/index.js'
import type { Finding } from '../report/index.js'
import { redact, type EnvironmentOrigin } from '../snapshot/index.js'
import { lookedAt, type LayerFacts } from './layers.js'
import { checkModfile } from './other-modfile.js'
import { checkOutsideWork } from './outside-work.js'
import { checkOverlay, showFrom, type FlagFile } from './overlay.js'
import type { RootReading } from './read-root.js'
import type { GoValues } from './roots.js'

/** The layer `build-inputs` of one root, and what is to be said of it. */
export interface BuildInputsCheck {
  /**
   * `ok` when what is built is what was verified; `unknown`, with the names, when something goes between the two.
   * `checked`: settings and replacements that were looked at.
   */
  readonly layer: LayerFacts
  readonly findings: readonly Finding[]
}

/** GOWORK, GOENV, and the three flags of GOFLAGS. */
const SETTINGS = 5

/** The project's directory, absolute. */
function projectOf({ place }: RootReading): string {
  return resolve(place.path, posix.relative(place.directory, '.'))
}

/**
 * Looks at what decides what go builds beside the modules: a go.work outside the project, and `-toolexec`, `-overlay` and `-modfile`
 * in GOFLAGS, each with the place where it is set. Replacements by a folder are counted; their findings come with the reading.
 * Nothing here is an error by itself: instrumentation and monorepos do the same on purpose.
 */
export async function checkBuildInputs(host: Host, reading: RootReading, env: GoValues): Promise<BuildInputsCheck> {
  const { values, origins } = env
  const project = projectOf(reading)
  const fold = makeFold({
    goroot: [values['GOROOT'] ?? ''],
    gopath: [values['GOPATH'] ?? ''],
    gomodcache: [values['GOMODCACHE'] ?? ''],
    workspace: [project],
    temp: [host.system.tempDirectory],
    home: [host.system.homeDirectory],
  })
  const places: Readonly<Record<EnvironmentOrigin, string>> = {
    process: 'set in the environment of this process',
    goenv: `set in the go env file ${fold(values['GOENV'] ?? '')}`.trimEnd(),
    goroot: 'set in $GOROOT/go.env',
    derived: 'worked out by go',
    default: "go's default",
  }
  const where = places[origins['GOFLAGS'] ?? 'default']
  const flag = (name: string): FlagFile | null => {
    const value = findGoFlag(values['GOFLAGS'] ?? '', name)
    return value === null || value === '' ? null : { value, shown: redact(fold(value)).slice(0, 200), where }
  }
  const [toolexec, overlay, modfile] = [flag('toolexec'), flag('overlay'), flag('modfile')]

  const show = showFrom(reading.place.path, project, fold)
  const [work, overlaid, modded] = await Promise.all([
    checkOutsideWork(host, reading, env, project),
    overlay === null ? null : checkOverlay(host, reading, overlay, values['GOMODCACHE'] ?? '', show),
    modfile === null ? [] : checkModfile(host, reading, modfile),
  ])
  const reasons = [
    ...(toolexec === null
      ? []
      : [`-toolexec=${toolexec.shown} in GOFLAGS, ${where}: that program runs compiler and linker and decides what is built`]),
    ...(overlay === null || overlaid === null
      ? []
      : [`-overlay=${overlay.shown} in GOFLAGS, ${where}: it ${overlaid.does}, and go builds other contents than were verified`]),
    ...(work === null || work.folders.length === 0
      ? []
      : [`${reading.files.goWork?.name ?? 'go.work'} outside the project has ${nameSome(work.folders)} built from a folder`]),
  ]
  const replaced = reading.root.modules.filter(({ replace }) => replace !== undefined && replace.version === null)
  return {
    layer: lookedAt(SETTINGS + replaced.length, 0, reasons.length === 0 ? undefined : reasons.join('; ')),
    findings: [...(work?.findings ?? []), ...(overlaid?.findings ?? []), ...modded],
  }
}

const NAMED = 3

function nameSome(names: readonly string[]): string {
  const rest = names.length - NAMED
  return rest > 0 ? `${names.slice(0, NAMED).join(', ')} and ${String(rest)} more` : names.join(', ')
}
