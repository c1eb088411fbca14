import { byteOrder } from '../snapshot/index.js'
import { builtVersion, type ListedModule } from './build-list.js'
import { sumKey } from './go-sum.js'

/** The lines that go.sum lacks for one root. */
export interface SumGaps {
  /** Without them go refuses to build. */
  readonly missing: readonly string[]
  /** Modules whose zip has no line: only the package graph can tell whether a package of them is built. */
  readonly suspects: readonly ListedModule[]
}

/**
 * Compares the build list with go.sum, outside of workspaces (inside go does without lines it lacks, and writes go.work.sum).
 * `required` are the paths that go.mod names: go reads the go.mod file of each, so its line must be there. Before `go 1.17`
 * (`unpruned`) it reads those of the whole graph. A zip line is needed only for a module that provides a package.
 */
export function findSumGaps(
  modules: readonly ListedModule[],
  sums: ReadonlyMap<string, readonly string[]>,
  required: ReadonlySet<string>,
  unpruned: boolean,
): SumGaps {
  const missing: string[] = []
  const suspects: ListedModule[] = []
  for (const module of modules) {
    const built = module.main ? null : builtVersion(module)
    if (built === null) continue
    const goMod = sumKey(built.path, built.version, true)
    const saysSo = module.error?.includes('missing go.sum entry') === true
    if (!sums.has(goMod) && (saysSo || unpruned || required.has(module.path))) missing.push(goMod)
    if (!sums.has(sumKey(built.path, built.version, false))) suspects.push(module)
  }
  return { missing: missing.toSorted(byteOrder), suspects }
}

/** `missing go.sum entry for module providing package PATH`, and `… providing package PATH (imported by …); to add:` */
const MISSING = /missing go\.sum entry for module providing package (?<package>[^\s;]+)/

/** The zip lines among the suspects that `go list -e -deps` asks for, by what it says of each package. */
export function confirmSuspects(suspects: readonly ListedModule[], packageErrors: readonly string[]): readonly string[] {
  const confirmed = new Set<string>()
  const paths = new Map(suspects.map((module) => [module.path, module]))
  for (const error of packageErrors) {
    let path = MISSING.exec(error)?.groups?.['package']
    // The module that provides a package has the longest path that is a prefix of the import path.
    while (path !== undefined && !paths.has(path)) path = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : undefined
    const module = path === undefined ? undefined : paths.get(path)
    const built = module === undefined ? null : builtVersion(module)
    if (built !== null) confirmed.add(sumKey(built.path, built.version, false))
  }
  return [...confirmed].toSorted(byteOrder)
}
