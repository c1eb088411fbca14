import { compareGoVersions } from '../environment/index.js'
import type { DeclaredEnvironments, DeclaredModule, GoCommand, ImageStage, WantedGo } from './model.js'
import { folderOf, isAside, isWithin } from './paths.js'
import { lineOfGo } from './wanted-go.js'

/** The least Go that the code asks for, and the go.mod that says so. */
export interface RequiredGo {
  readonly version: string
  readonly module: DeclaredModule
  readonly line: number
}

function modulesOf({ modules }: DeclaredEnvironments, from: string): readonly DeclaredModule[] {
  return modules.filter(({ file }) => file.endsWith('go.mod') && (isAside(from) || !isAside(file)))
}

/** The module that a folder lies in. */
export function nearestModule(declared: DeclaredEnvironments, folder: string): DeclaredModule | null {
  const above = declared.modules.filter(({ file, directory }) => file.endsWith('go.mod') && isWithin(folder, directory))
  return above.toSorted((a, b) => b.directory.length - a.directory.length)[0] ?? null
}

/** The least that any of some modules asks for: whichever of them is built, it asks for that. */
function least(modules: readonly DeclaredModule[]): RequiredGo | null {
  let found: RequiredGo | null = null
  for (const module of modules) {
    // Without a go line nothing is asked for.
    if (module.go === null) return null
    if (found === null || compareGoVersions(module.go.version, found.version) < 0)
      found = { version: module.go.version, module, line: module.go.line }
  }
  return found
}

/** Folders of files that build the repository they lie in: their images are built from its top. */
const BUILD_FOLDER =
  /(?:^|\/)\.?(?:docker|dockerfiles?|build|deploy(?:ment)?s?|ci|packag(?:e|es|ing)|(?:container-?)?images?|containers?|release|scripts?|tools?|hack|devcontainer)(?:\/|$)/

/**
 * What is asked of the Go that runs a command; `null` when nothing is, or it is not known what is built. `goMod`: whether the stage
 * of an image takes one; `null` for what is no image.
 */
export function requiredBy(
  declared: DeclaredEnvironments,
  file: string,
  command: GoCommand | null,
  goMod: ImageStage['goMod'] | null,
): RequiredGo | null {
  // Without a go.mod nothing is asked for.
  if (goMod === 'no') return null
  const folder = folderOf(file)
  const all = modulesOf(declared, file)
  if (command !== null && command.directory !== null) {
    const nearest = nearestModule(declared, command.directory)
    // `cd` into a folder that holds modules is as good as anywhere.
    return nearest === null ? least(all) : least([nearest])
  }
  const own = all.find(({ directory }) => directory === folder)
  if (own !== undefined && goMod === 'named') return least([own])
  // An image in a folder of its own may be built from that folder, where no go.mod is.
  const isAlone = own === undefined && folder !== '.' && !BUILD_FOLDER.test(folder)
  if (goMod === 'maybe' && isAlone && command?.here === true) return null
  const nearest = nearestModule(declared, folder)
  return least(nearest === null ? all : all.filter(({ directory }) => isWithin(directory, nearest.directory)))
}

/** Whether a Go is older than what is asked for: of a line of releases, whether its newest one is. */
export function isOlder(wanted: WantedGo, required: string): boolean {
  if (wanted.kind === 'release') return compareGoVersions(wanted.version, required) < 0
  return wanted.kind === 'line' && compareGoVersions(wanted.version, lineOfGo(required)) < 0
}

/** Whether a Go knows GOTOOLCHAIN and stops at a go line that is newer than itself: from 1.21 on. */
export function knowsToolchains(wanted: WantedGo): boolean {
  return (wanted.kind === 'release' || wanted.kind === 'line') && compareGoVersions(lineOfGo(wanted.version), '1.21') >= 0
}
