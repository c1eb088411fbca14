import type { CgoModule } from './module.js'
import { CGO_MODULES } from './modules.js'

/** The module to which an import path (with a version or without) belongs, when it is known to need cgo. */
export function findCgoModule(path: string): CgoModule | null {
  const plain = path.replace(/@v[\w.\-+]+/, '')
  return CGO_MODULES.find((module) => plain === module.path || plain.startsWith(`${module.path}/`)) ?? null
}

/** The module that a program knows by this name: `sqlite3` of `sqlite3.ErrBusy`. */
export function findCgoModuleNamed(name: string): CgoModule | null {
  return CGO_MODULES.find((module) => (module.name ?? module.path.slice(module.path.lastIndexOf('/') + 1)) === name) ?? null
}

/** What is asked of a package of a program; as `go list -json` gives it. */
export interface AdvisedPackage {
  readonly path: string
  readonly standard: boolean
  readonly module: { readonly main: boolean } | null
  readonly imports: readonly string[]
}

/** A package of a program that needs cgo, with what is known of it. */
export interface CgoAdvice {
  readonly package: string
  readonly known: CgoModule
  /** Packages of the project that import it, in the order of the build. */
  readonly importedBy: readonly string[]
}

/** The packages among these that are known to need cgo, in the order given. */
export function adviseCgo(packages: readonly AdvisedPackage[]): readonly CgoAdvice[] {
  return packages.flatMap(({ path, standard }) => {
    const known = standard ? null : findCgoModule(path)
    // Of a module with several packages the one with the C.
    if (known === null || !path.startsWith(known.package ?? known.path)) return []
    const importedBy = packages.filter(({ module, imports }) => module?.main === true && imports.includes(path)).map((one) => one.path)
    return [{ package: path, known, importedBy }]
  })
}
