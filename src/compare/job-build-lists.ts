import { FROM_VENDOR_LIST } from '../modules/index.js'
import type { ModuleChange } from '../report/index.js'
import { byteOrder, type Module, type Root } from '../snapshot/index.js'
import type { Said } from './axes.js'
import { referenceList, type ListDelta, type SharedRoot } from './build-lists.js'
import { consensusOf, outliersOf } from './consensus.js'

/** A module of a root that not all jobs build alike. */
export interface ModuleRow {
  readonly root: string
  readonly path: string
  readonly change: ModuleChange
  /** What most jobs have. */
  readonly before: string | null
  readonly after: string | null
  /** Places of the jobs that have `after`. */
  readonly places: readonly number[]
  /** The first job that has `before`. */
  readonly common: number
  /** One per job: what it builds; for hashes, the hashes of those that build the same version. */
  readonly values: readonly Said[]
  /** The version that a hash belongs to. */
  readonly version?: string
}

/** What is built of a module, for people: `v1.2.0`, `v1.2.0 => ../fork`. */
function describe({ version, replace }: Module): string {
  if (replace === undefined) return version ?? '(main module)'
  return `${version ?? ''} => ${replace.path}${replace.version === null ? '' : ` ${replace.version}`}`.trimStart()
}

function replacementOf(module: Module | undefined): string {
  return module?.replace === undefined ? '' : `${module.replace.path} ${module.replace.version ?? ''}`
}

/** One list over all jobs: what differs, and what each job has of it. */
interface ListView {
  readonly paths: readonly string[]
  /** The module, `null` where the job does not build it, `undefined` where nobody can tell. */
  readonly moduleAt: (path: string, place: number) => Module | null | undefined
}

/** modules.txt names no module of which nothing is vendored: that it does not name one means nothing. */
function isFromVendor(root: Root): boolean {
  return root.modeReason.endsWith(FROM_VENDOR_LIST)
}

function viewOf(shared: SharedRoot): ListView {
  // A job that was stopped early has no modules, which is not "all removed".
  const roots = shared.roots.map((root) => (root === null || root.modules.length === 0 ? null : root))
  const reference = roots.find((root) => root !== null && !isFromVendor(root)) ?? roots.find((root) => root !== null)
  if (reference === undefined || reference === null) return { paths: [], moduleAt: () => undefined }
  const { byPath, delta } = referenceList(reference.modules)
  const mixed = roots.some((root) => root !== null && isFromVendor(root)) && !isFromVendor(reference)
  const deltas = roots.map((root): ListDelta | null => (root === null ? null : delta(root.modules)))
  const silent = roots.map((root) => root !== null && mixed && isFromVendor(root))
  const paths = new Set<string>()
  for (const one of deltas) for (const path of one?.paths ?? []) paths.add(path)
  return {
    paths: [...paths].toSorted(byteOrder),
    moduleAt: (path, place) => {
      const one = deltas[place]
      if (one === undefined || one === null) return undefined
      const module = one.paths.has(path) ? one.own.get(path) : byPath.get(path)
      return module ?? (silent[place] === true ? undefined : null)
    },
  }
}

function changeOf(before: Module | undefined, after: Module | undefined): ModuleChange {
  if (before === undefined) return 'added'
  if (after === undefined) return 'removed'
  return replacementOf(before) === replacementOf(after) ? 'moved' : 'replaced'
}

const FIELDS = [
  ['sum', ''],
  ['goModSum', ' (go.mod)'],
] as const

/** Hashes of one version; a line that a job does not have is no other hash. */
function sumRows(root: string, path: string, version: string, modules: readonly (Module | undefined)[]): readonly ModuleRow[] {
  for (const [field, suffix] of FIELDS) {
    const values = modules.map((module): Said => module?.[field])
    const before = consensusOf(values)
    const outliers = outliersOf(values, before)
    // A module of which the zip differs has another go.mod, too, or the same: told once.
    if (outliers.length > 0) {
      const common = values.indexOf(before)
      return outliers.map(({ value, places }) => ({
        root,
        path,
        change: 'sum',
        before: `${before ?? ''}${suffix}`,
        after: `${value ?? ''}${suffix}`,
        places,
        common,
        values,
        version,
      }))
    }
  }
  return []
}

function rowsOf(root: string, path: string, modules: readonly (Module | null | undefined)[]): readonly ModuleRow[] {
  const kinds = new Map<string, Module>()
  const values = modules.map((module): Said => {
    if (module === null || module === undefined) return module
    const text = describe(module)
    if (!kinds.has(text)) kinds.set(text, module)
    return text
  })
  const before = consensusOf(values)
  const known = before === null ? undefined : kinds.get(before)
  const common = values.indexOf(before)
  const moved = outliersOf(values, before).map(({ value, places }): ModuleRow => {
    const after = value === null ? undefined : kinds.get(value)
    return { root, path, change: changeOf(known, after), before, after: value, places, common, values }
  })
  const sums = [...kinds.keys()].flatMap((version) =>
    sumRows(
      root,
      path,
      version,
      modules.map((module, at) => (values[at] === version ? (module ?? undefined) : undefined)),
    ),
  )
  return [...moved, ...sums]
}

/** What differs in a root. */
export interface ListDifferences {
  /** Sorted by path. */
  readonly rows: readonly ModuleRow[]
  /** There were more, and the rest was not looked at. */
  readonly cut: boolean
}

/** Rows of one root: far more than jobs of one commit differ in, and little enough to be told. */
export const MOST_ROWS = 20_000

/** What differs between the build lists of a root, module by module against what most jobs have. Linear in jobs times modules. */
export function diffLists(shared: SharedRoot): ListDifferences {
  const { paths, moduleAt } = viewOf(shared)
  const rows: ModuleRow[] = []
  for (const path of paths) {
    if (rows.length >= MOST_ROWS) return { rows, cut: true }
    const modules = shared.roots.map((_, place) => moduleAt(path, place))
    for (const row of rowsOf(shared.directory, path, modules)) rows.push(row)
  }
  return { rows, cut: false }
}
