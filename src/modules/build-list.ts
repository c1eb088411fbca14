import { byteOrder, type Module } from '../snapshot/index.js'
import { indexGoSums, sumKey, type GoSum } from './go-sum.js'
import { isObject, parseJsonSequence, textField } from './json-sequence.js'
import type { VendorList } from './vendor-list.js'

const COMMAND = 'go list -m -json all'

/** One object of `go list -m -json`, the fields that count here. */
export interface ListedModule {
  readonly path: string
  readonly version: string | null
  readonly main: boolean
  readonly indirect: boolean
  /** Folder of a main module on this machine. */
  readonly directory: string | null
  readonly replace: { readonly path: string; readonly version: string | null } | null
  /** The whole text of what is wrong with it. */
  readonly error: string | null
}

function parseReplacement(value: unknown): ListedModule['replace'] {
  if (!isObject(value)) return null
  const path = textField(value, 'Path', COMMAND)
  return path === undefined ? null : { path, version: textField(value, 'Version', COMMAND) ?? null }
}

function parseListed(object: Readonly<Record<string, unknown>>): ListedModule | null {
  const path = textField(object, 'Path', COMMAND)
  if (path === undefined || path === '') return null
  const error = object['Error']
  return {
    path,
    version: textField(object, 'Version', COMMAND) ?? null,
    main: object['Main'] === true,
    indirect: object['Indirect'] === true,
    directory: textField(object, 'Dir', COMMAND) ?? null,
    replace: parseReplacement(object['Replace']),
    error: isObject(error) ? (textField(error, 'Err', COMMAND) ?? '') : null,
  }
}

/** Reads the output of `go list -m -e -json all`. Throws `go-unreadable`. */
export function parseListedModules(listJson: string): readonly ListedModule[] {
  return parseJsonSequence(listJson, COMMAND)
    .map(parseListed)
    .filter((module) => module !== null)
}

/** What is really built for a module: its replacement, or itself; `null` when that has no version and so no checksum. */
export function builtVersion(
  module: Pick<ListedModule, 'path' | 'version' | 'replace'>,
): { readonly path: string; readonly version: string } | null {
  const { path, version } = module.replace ?? module
  return version === null ? null : { path, version }
}

/** What a module of the build list carries whatever listed it; the keys stand in the order of the schema. */
function toModule(listed: ListedModule, sums: ReadonlyMap<string, readonly string[]>): Module {
  const { path, version, main, indirect, replace, error } = listed
  const built = main ? null : builtVersion(listed)
  const sum = built === null ? undefined : sums.get(sumKey(built.path, built.version, false))?.[0]
  const goModSum = built === null ? undefined : sums.get(sumKey(built.path, built.version, true))?.[0]
  return {
    path,
    version: main ? null : version,
    ...(main ? { main: true as const } : {}),
    ...(indirect ? { indirect: true as const } : {}),
    ...(replace === null ? {} : { replace }),
    ...(sum === undefined ? {} : { sum }),
    ...(goModSum === undefined ? {} : { goModSum }),
    ...(error === null ? {} : { error: error.split('\n', 1)[0] ?? '' }),
  }
}

function sorted(modules: readonly Module[]): Module[] {
  return modules.toSorted((a, b) => byteOrder(a.path, b.path))
}

/**
 * The build list from `go list -m -e -mod=readonly -json all`, sorted by path, with the hashes that go.sum (in a workspace
 * every go.sum and go.work.sum) holds for what is really built. Throws `go-unreadable`.
 */
export function readBuildList(listJson: string, sums: readonly GoSum[]): Module[] {
  const index = indexGoSums(sums)
  return sorted(parseListedModules(listJson).map((listed) => toModule(listed, index)))
}

/**
 * The build list as vendor/modules.txt tells it: the main modules, and what is vendored of the others.
 * `direct` are the paths that a go.mod requires without `// indirect`.
 */
export function readVendoredList(list: VendorList, main: readonly string[], direct: ReadonlySet<string>, sums: readonly GoSum[]): Module[] {
  const index = indexGoSums(sums)
  const mains = main.map((path): Module => ({ path, version: null, main: true }))
  // A replacement that nothing uses is listed for go's consistency check only; it has no packages and is not explicit.
  const used = list.modules.filter((module) => module.version !== null && (module.explicit || module.packages.length > 0))
  const others = used.map((module) =>
    toModule(
      {
        path: module.path,
        version: module.version,
        main: false,
        indirect: !direct.has(module.path),
        directory: null,
        replace: module.replace ?? null,
        error: null,
      },
      index,
    ),
  )
  return sorted([...mains, ...others])
}
