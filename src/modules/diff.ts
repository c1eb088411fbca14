import type { ModuleChange, ModuleDrift } from '../report/index.js'
import { byteOrder, type Module, type Root, type Snapshot } from '../snapshot/index.js'

/** Ends the `modeReason` of a root whose build list was read from vendor/modules.txt, because go could not list it. */
export const FROM_VENDOR_LIST = 'build list read from vendor/modules.txt'

/** A file of a root that is not what it was. */
export interface FileDrift {
  readonly root: string
  /** `go.mod`, `go.sum`, `member/go.sum`, …; `vendor` for the vendored files by content. */
  readonly file: string
  readonly change: 'added' | 'removed' | 'edited'
  /** What accounts for it; absent when nothing does: a vendored file that changed while go.mod did not. */
  readonly explained?: string
}

interface RootPair {
  readonly directory: string
  readonly before: Root | null
  readonly after: Root | null
}

function pairRoots(before: Snapshot, after: Snapshot): readonly RootPair[] {
  const directories = [...new Set([...before.roots, ...after.roots].map((root) => root.directory))].toSorted(byteOrder)
  return directories.map((directory) => ({
    directory,
    before: before.roots.find((root) => root.directory === directory) ?? null,
    after: after.roots.find((root) => root.directory === directory) ?? null,
  }))
}

function changedFiles({ before, after }: RootPair): readonly string[] {
  const names = new Set([...Object.keys(before?.files ?? {}), ...Object.keys(after?.files ?? {})])
  return [...names].filter((name) => before?.files[name] !== after?.files[name]).toSorted(byteOrder)
}

function isRequirementFile(name: string): boolean {
  return name === 'go.mod' || name === 'go.work' || name.endsWith('/go.mod') || name.endsWith('/go.work')
}

function isSumFile(name: string): boolean {
  return /(?:^|\/)go\.(?:work\.)?sum$/.test(name)
}

function wasDone(pair: RootPair, file: string): string {
  if (pair.before?.files[file] === undefined) return `${file} was added`
  return pair.after?.files[file] === undefined ? `${file} was removed` : `${file} was edited`
}

/** What a person edited that changes the build list. */
function editedRequirements(pair: RootPair): string | undefined {
  const edited = changedFiles(pair).filter(isRequirementFile)
  return edited.length === 0 ? undefined : edited.map((file) => wasDone(pair, file)).join(', ')
}

function describe({ version, replace }: Module): string {
  if (replace === undefined) return version ?? '(main module)'
  const to = replace.version === null ? replace.path : `${replace.path} ${replace.version}`
  return `${version ?? ''} => ${to}`.trimStart()
}

function replacementOf({ replace }: Module): string {
  return replace === undefined ? '' : `${replace.path} ${replace.version ?? ''}`
}

interface Change {
  readonly change: ModuleChange
  readonly before: string | null
  readonly after: string | null
}

function compareModules(before: Module | undefined, after: Module | undefined): Change | null {
  if (before === undefined) return after === undefined ? null : { change: 'added', before: null, after: describe(after) }
  if (after === undefined) return { change: 'removed', before: describe(before), after: null }
  if (replacementOf(before) !== replacementOf(after)) return { change: 'replaced', before: describe(before), after: describe(after) }
  if (before.version !== after.version) return { change: 'moved', before: describe(before), after: describe(after) }
  for (const key of ['sum', 'goModSum'] as const) {
    const left = before[key]
    const right = after[key]
    // A line that is not there is no other hash: `missingSums` tells of it.
    if (left !== undefined && right !== undefined && left !== right) {
      const suffix = key === 'goModSum' ? ' (go.mod)' : ''
      return { change: 'sum', before: `${left}${suffix}`, after: `${right}${suffix}` }
    }
  }
  return null
}

function isFromVendor(root: Root | null): boolean {
  return root?.modeReason.endsWith(FROM_VENDOR_LIST) === true
}

/** Whether only what both lists can hold may be compared: modules.txt names no module of which nothing is vendored. */
function isPartial({ before, after }: RootPair): boolean {
  return isFromVendor(before) !== isFromVendor(after)
}

function diffRoot(pair: RootPair): readonly ModuleDrift[] {
  const { directory: root, before, after } = pair
  const left = new Map((before?.modules ?? []).map((module) => [module.path, module]))
  const right = new Map((after?.modules ?? []).map((module) => [module.path, module]))
  const partial = isPartial(pair)
  const edited = editedRequirements(pair)
  const drifts: ModuleDrift[] = []
  for (const path of [...new Set([...left.keys(), ...right.keys()])].toSorted(byteOrder)) {
    if (partial && !(left.has(path) && right.has(path))) continue
    const found = compareModules(left.get(path), right.get(path))
    if (found === null) continue
    // The same version with another hash is never explained: an edited go.sum is how a poisoned module looks.
    const explained = found.change === 'sum' ? undefined : edited
    drifts.push({ root, path, ...found, ...(explained === undefined ? {} : { explained }) })
  }
  return drifts
}

/**
 * What changed in the build lists, root by root, sorted by path. `moved` is another version, `replaced` another replacement,
 * `sum` the same version (and replacement) with another hash. An edited go.mod or go.work explains everything but `sum`.
 */
export function diffModules(before: Snapshot, after: Snapshot): ModuleDrift[] {
  return pairRoots(before, after).flatMap(diffRoot)
}

function changeOf(before: unknown, after: unknown): FileDrift['change'] {
  if (before === undefined) return 'added'
  return after === undefined ? 'removed' : 'edited'
}

function diffFiles(pair: RootPair): readonly FileDrift[] {
  const { directory: root, before, after } = pair
  const edited = editedRequirements(pair)
  const drifts: FileDrift[] = []
  const add = (file: string, change: FileDrift['change'], explained: string | undefined): void => {
    drifts.push(explained === undefined ? { root, file, change } : { root, file, change, explained })
  }
  for (const file of changedFiles(pair)) {
    const itself = isRequirementFile(file) || isSumFile(file) ? wasDone(pair, file) : undefined
    add(file, changeOf(before?.files[file], after?.files[file]), edited ?? itself)
  }
  const [left, right] = [before?.vendor?.hash, after?.vendor?.hash]
  if (left !== right) add('vendor', changeOf(left, right), edited)
  return drifts
}

/** Which files of each root changed: go.mod, go.sum, go.work, go.work.sum, vendor/modules.txt and, as `vendor`, the vendored files. */
export function diffRootFiles(before: Snapshot, after: Snapshot): FileDrift[] {
  return pairRoots(before, after).flatMap(diffFiles)
}
