import type { VendoredModule, VendorList } from '../modules/index.js'

/** Whose file it is, by the list of a vendor folder. */
export interface VendorOwner {
  readonly module: VendoredModule
  /** The package in whose own folder it lies; `null` for licences above it and embedded files below it. */
  readonly package: string | null
}

/** Finds the owner of a file (POSIX path below vendor/); `null` when no module has packages there. */
export type FindOwner = (file: string) => VendorOwner | null

function parentOf(path: string): string | null {
  const slash = path.lastIndexOf('/')
  return slash === -1 ? null : path.slice(0, slash)
}

/** The folder of a path and all above it, the innermost first. */
function* foldersOf(file: string): Generator<string> {
  for (let folder = parentOf(file); folder !== null; folder = parentOf(folder)) yield folder
}

/** Knows the owners by the packages that vendor/modules.txt lists: the nearest one above a file, else the module of the longest path. */
export function ownersOf(list: VendorList): FindOwner {
  const vendored = list.modules.filter(({ packages }) => packages.length > 0)
  const packages = new Map(vendored.flatMap((module) => module.packages.map((name): [string, VendoredModule] => [name, module])))
  const modules = new Map(vendored.map((module) => [module.path, module]))
  return (file) => {
    const own = parentOf(file)
    for (const folder of foldersOf(file)) {
      const module = packages.get(folder)
      if (module !== undefined) return { module, package: folder === own ? folder : null }
    }
    for (const folder of foldersOf(file)) {
      const module = modules.get(folder)
      if (module !== undefined) return { module, package: null }
    }
    return null
  }
}
