import type { Environment } from '../host/index.js'
import { isObject, parseJsonSequence, textField } from '../modules/index.js'
import { byteOrder } from '../snapshot/index.js'
import { requirePatterns } from './build.js'
import type { Go, GoResult } from './go.js'

/** Room for the package graph of the largest programs. */
const MAX_LIST_BYTES = 256 * 1024 * 1024
const NAME = 'go list -json'

/** A package that loses files when cgo is off. */
export interface DroppedPackage {
  readonly package: string
  /** Module path; `null` outside modules. */
  readonly module: string | null
  /** Names of Go files that are built only with cgo. */
  readonly files: readonly string[]
  /** Names of Go files that are built only without it: stubs in their place. */
  readonly replacements: readonly string[]
  /** Names of Go files that are built either way. */
  readonly kept: readonly string[]
  /** Nothing of the package is left. */
  readonly whole: boolean
}

/** Which packages lose what; `ok: false` when go could not list them. */
export type DroppedAnswer =
  | { readonly ok: true; readonly packages: readonly DroppedPackage[] }
  | { readonly ok: false; readonly result: GoResult }

interface Listed {
  readonly module: string | null
  readonly files: readonly string[]
}

function names(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : []
}

function readListed(json: string): ReadonlyMap<string, Listed> {
  const packages = new Map<string, Listed>()
  for (const object of parseJsonSequence(json, NAME)) {
    const path = textField(object, 'ImportPath', NAME)
    if (path === undefined || object['Standard'] === true) continue
    const module = object['Module']
    packages.set(path, {
      module: isObject(module) ? (textField(module, 'Path', NAME) ?? null) : null,
      files: [...names(object['GoFiles']), ...names(object['CgoFiles'])],
    })
  }
  return packages
}

/**
 * Packages outside the standard library whose files, or which altogether, vanish with cgo off: `go list -e -deps` both ways.
 * Needs no C compiler. Throws `go-unreadable` and `usage`.
 */
export async function listDropped(go: Go, targetEnv: Environment, packages: readonly string[]): Promise<DroppedAnswer> {
  requirePatterns(packages)
  const args = ['list', '-e', '-deps', '-json=ImportPath,Standard,Module,GoFiles,CgoFiles', ...packages]
  const [on, off] = await Promise.all(
    ['1', '0'].map(async (cgo) => await go.run(args, { env: { ...targetEnv, CGO_ENABLED: cgo }, maxOutputBytes: MAX_LIST_BYTES })),
  )
  for (const result of [on, off])
    if (result !== undefined && (result.exitCode !== 0 || result.stdout.truncated)) return { ok: false, result }
  const without = readListed(off?.stdout.text ?? '')
  const dropped: DroppedPackage[] = []
  for (const [path, { module, files }] of readListed(on?.stdout.text ?? '')) {
    const left = without.get(path)?.files ?? []
    const lost = files.filter((file) => !left.includes(file))
    if (lost.length === 0) continue
    dropped.push({
      package: path,
      module,
      files: lost.toSorted(byteOrder),
      replacements: left.filter((file) => !files.includes(file)).toSorted(byteOrder),
      kept: left.filter((file) => files.includes(file)).toSorted(byteOrder),
      whole: left.length === 0,
    })
  }
  return { ok: true, packages: dropped.toSorted((a, b) => byteOrder(a.package, b.package)) }
}

/** Where a package lies, as `go list -find` says. */
export interface PackagePlace {
  readonly package: string
  /** Absolute. */
  readonly directory: string
  readonly standard: boolean
}

/**
 * Import paths and directories for some directories (`./x`, absolute) and import paths, broken ones too.
 * Those that go does not find are left out; nothing at all when go cannot list.
 */
export async function locatePackages(go: Go, targetEnv: Environment, packages: readonly string[]): Promise<readonly PackagePlace[]> {
  requirePatterns(packages)
  if (packages.length === 0) return []
  const result = await go.run(['list', '-e', '-find', '-json=ImportPath,Dir,Standard', ...packages], {
    env: targetEnv,
    maxOutputBytes: MAX_LIST_BYTES,
  })
  if (result.exitCode !== 0 || result.stdout.truncated) return []
  return parseJsonSequence(result.stdout.text, NAME).flatMap((object) => {
    const path = textField(object, 'ImportPath', NAME)
    const directory = textField(object, 'Dir', NAME)
    return path === undefined || directory === undefined ? [] : [{ package: path, directory, standard: object['Standard'] === true }]
  })
}
