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
  /** The files of the target, where they were listed: with cgo on, a package without cgo files is no matter for advice. */
  readonly files?: { readonly CgoFiles: readonly string[] }
}

/** What the packages are built for, as far as it decides whether C is in the way. */
export interface AdvisedTarget {
  readonly goos: string
  readonly cgo: boolean
}

/** A package of a program that needs cgo, with what is known of it. */
export interface CgoAdvice {
  readonly package: string
  readonly known: CgoModule
  /** Packages of the project that import it, in the order of the build. */
  readonly importedBy: readonly string[]
}

/** A path as it is in every major version of its module. */
function withoutMajor(path: string): string {
  return path.replaceAll(/\/v\d{1,9}(?=\/|$)/g, '')
}

/** Whether the C of a package is part of a build; true while it is not known. */
function hasC({ files }: AdvisedPackage, { goos }: CgoModule, target: AdvisedTarget | undefined): boolean {
  if (target?.cgo === true && files !== undefined) return files.CgoFiles.length > 0
  // With cgo off go lists no cgo files: that there would be some is known by the system alone.
  return target === undefined || goos === undefined || goos === target.goos
}

/**
 * The packages among these that are known to need cgo, in the order given, in whatever major version. With a `target` only those whose
 * C is, or would be with cgo on, part of its build.
 */
export function adviseCgo(packages: readonly AdvisedPackage[], target?: AdvisedTarget): readonly CgoAdvice[] {
  return packages.flatMap((one) => {
    const { path, standard } = one
    const known = standard ? null : findCgoModule(path)
    // Of a module with several packages the one with the C.
    if (known === null || withoutMajor(path) !== withoutMajor(known.package ?? known.path) || !hasC(one, known, target)) return []
    const importedBy = packages.filter(({ module, imports }) => module?.main === true && imports.includes(path)).map((by) => by.path)
    return [{ package: path, known, importedBy }]
  })
}
