import type { Module, Root } from '../snapshot/index.js'
import type { RootPair } from './compared-job.js'

/** How many pairs with the same outline are held against a new one: most jobs have one and the same. */
const CANDIDATES = 4

function isSameModule(a: Module, b: Module): boolean {
  return (
    a.path === b.path &&
    a.version === b.version &&
    a.sum === b.sum &&
    a.goModSum === b.goModSum &&
    a.main === b.main &&
    a.replace?.path === b.replace?.path &&
    a.replace?.version === b.replace?.version
  )
}

function isSameList(a: readonly Module[], b: readonly Module[]): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (const [at, module] of a.entries()) {
    const other = b[at]
    if (other === undefined || !isSameModule(module, other)) return false
  }
  return true
}

/** All of a root that a comparison looks at, but for its modules. */
function outlineOf(root: Root | null): unknown {
  if (root === null) return null
  const { directory, main, mode, modeReason, files, vendor, modules } = root
  return [directory, main, mode, modeReason, Object.entries(files), vendor, modules.length]
}

/** Works out something for each pair of roots, once for all pairs that say the same: jobs of a matrix mostly have one build list. */
export function shareRootPairs<T>(work: (pair: RootPair) => T): (pair: RootPair) => T {
  const known = new Map<string, (RootPair & { readonly made: T })[]>()
  return (pair) => {
    const outline = JSON.stringify([outlineOf(pair.before), outlineOf(pair.after)])
    const alike = known.get(outline) ?? []
    known.set(outline, alike)
    const same = alike.find(
      ({ before, after }) => isSameList(before?.modules ?? [], pair.before?.modules ?? []) && isSameList(after.modules, pair.after.modules),
    )
    if (same !== undefined) return same.made
    const made = work(pair)
    if (alike.length < CANDIDATES) alike.push({ ...pair, made })
    return made
  }
}
