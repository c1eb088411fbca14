import type { Module, Root, Snapshot } from '../snapshot/index.js'

/** One root over all jobs. */
export interface SharedRoot {
  readonly directory: string
  /** One per job; `null` where the job does not have it, or stopped before its modules were known. */
  readonly roots: readonly (Root | null)[]
}

/** Every root that some job has, by directory, in order of first appearance. */
export function shareRoots(snapshots: readonly Snapshot[]): readonly SharedRoot[] {
  const shared = new Map<string, (Root | null)[]>()
  for (const [at, { roots }] of snapshots.entries()) {
    for (const root of roots) {
      const entry = shared.get(root.directory) ?? snapshots.map(() => null)
      entry[at] = root
      shared.set(root.directory, entry)
    }
  }
  return [...shared].map(([directory, roots]) => ({ directory, roots }))
}

/** Whether two modules are the same to the last hash. */
export function isSameModule(a: Module, b: Module): boolean {
  return (
    a === b ||
    (a.path === b.path &&
      a.version === b.version &&
      a.sum === b.sum &&
      a.goModSum === b.goModSum &&
      a.replace?.path === b.replace?.path &&
      a.replace?.version === b.replace?.version)
  )
}

/** What a build list has otherwise than another one. */
export interface ListDelta {
  /** Paths of modules that are not the same on both sides. */
  readonly paths: ReadonlySet<string>
  /** By path; what only the other list has is not in it. */
  readonly own: ReadonlyMap<string, Module>
}

const NOTHING: ListDelta = { paths: new Set(), own: new Map() }

/** A build list that others are held against. */
export interface ReferenceList {
  readonly byPath: ReadonlyMap<string, Module>
  readonly delta: (modules: readonly Module[]) => ListDelta
}

/** Makes a build list ready to be held against many; linear in each, and without a copy for those that are the same. */
export function referenceList(reference: readonly Module[]): ReferenceList {
  const byPath = new Map(reference.map((module) => [module.path, module]))
  const isSame = (modules: readonly Module[]): boolean =>
    modules.length === reference.length &&
    modules.every((module, at) => {
      const other = reference[at]
      return other !== undefined && isSameModule(module, other)
    })
  return {
    byPath,
    delta: (modules) => {
      if (modules === reference || isSame(modules)) return NOTHING
      const paths = new Set<string>()
      const own = new Map<string, Module>()
      for (const [at, module] of modules.entries()) {
        own.set(module.path, module)
        const aligned = reference[at]
        const other = aligned?.path === module.path ? aligned : byPath.get(module.path)
        if (other === undefined || !isSameModule(module, other)) paths.add(module.path)
      }
      for (const path of byPath.keys()) if (!own.has(path)) paths.add(path)
      return { paths, own }
    },
  }
}
