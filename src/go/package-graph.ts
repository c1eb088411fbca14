import type { Environment } from '../host/index.js'
import { isObject, parseJsonSequence, textField } from '../modules/index.js'
import { requirePatterns } from './build.js'
import type { Go, GoResult } from './go.js'

/** Room for the package graph of the largest programs. */
const MAX_LIST_BYTES = 256 * 1024 * 1024
const NAME = 'go list -json'

/** The lists of files of a package, as `go help list` names them. */
export const FILE_KINDS = [
  'GoFiles',
  'CgoFiles',
  'CFiles',
  'CXXFiles',
  'MFiles',
  'FFiles',
  'HFiles',
  'SFiles',
  'SwigFiles',
  'SwigCXXFiles',
  'SysoFiles',
  'EmbedFiles',
  'IgnoredGoFiles',
  'IgnoredOtherFiles',
] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** What `#cgo` lines of a package ask for, as `go help list` names it. */
export const CGO_FLAG_KINDS = ['CgoCFLAGS', 'CgoCPPFLAGS', 'CgoCXXFLAGS', 'CgoFFLAGS', 'CgoLDFLAGS', 'CgoPkgConfig'] as const
export type CgoFlagKind = (typeof CGO_FLAG_KINDS)[number]

/** One package of a build for one target. */
export interface ListedPackage {
  /** Import path. */
  readonly path: string
  /** The name in the package clause: `main` for a program; empty when go could read none. */
  readonly name: string
  /** Absolute; empty when go did not find the package. */
  readonly directory: string
  readonly standard: boolean
  /** Whether only an import, no pattern, brought it in. */
  readonly dependencyOnly: boolean
  /** What is built: the replacement's path and version; `version` is `null` for main modules and folders; `null` outside modules. */
  readonly module: {
    /** As go.mod names it. */
    readonly requiredPath: string
    readonly path: string
    readonly version: string | null
    readonly main: boolean
    /** The language version: its go line; empty without one. */
    readonly go: string
  } | null
  /** Names below the directory. */
  readonly files: Readonly<Record<FileKind, readonly string[]>>
  readonly flags: Readonly<Record<CgoFlagKind, readonly string[]>>
  /** Import paths as go resolved them (vendored and mapped ones too), `C` among them. */
  readonly imports: readonly string[]
  /** What go says against the package itself, its first line; `null` when it can be loaded. */
  readonly error: { readonly message: string; readonly position: string | null } | null
}

/** All packages of a build, dependencies before what imports them; `ok: false` when go could not list. */
export type PackageGraph =
  | { readonly ok: true; readonly packages: readonly ListedPackage[]; readonly result: GoResult }
  | { readonly ok: false; readonly result: GoResult }

/** What may be left open. */
export interface PackageGraphOptions {
  /** List packages that cannot be loaded too, with their `error`: `go list -e`. Otherwise one of them makes `ok: false`. */
  readonly broken: boolean
}

function names(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : []
}

/** `read` for each kind; a map that is whole by its type. */
function eachFile(read: (kind: FileKind) => readonly string[]): ListedPackage['files'] {
  return {
    GoFiles: read('GoFiles'),
    CgoFiles: read('CgoFiles'),
    CFiles: read('CFiles'),
    CXXFiles: read('CXXFiles'),
    MFiles: read('MFiles'),
    FFiles: read('FFiles'),
    HFiles: read('HFiles'),
    SFiles: read('SFiles'),
    SwigFiles: read('SwigFiles'),
    SwigCXXFiles: read('SwigCXXFiles'),
    SysoFiles: read('SysoFiles'),
    EmbedFiles: read('EmbedFiles'),
    IgnoredGoFiles: read('IgnoredGoFiles'),
    IgnoredOtherFiles: read('IgnoredOtherFiles'),
  }
}

function eachFlag(read: (kind: CgoFlagKind) => readonly string[]): ListedPackage['flags'] {
  return {
    CgoCFLAGS: read('CgoCFLAGS'),
    CgoCPPFLAGS: read('CgoCPPFLAGS'),
    CgoCXXFLAGS: read('CgoCXXFLAGS'),
    CgoFFLAGS: read('CgoFFLAGS'),
    CgoLDFLAGS: read('CgoLDFLAGS'),
    CgoPkgConfig: read('CgoPkgConfig'),
  }
}

function readModule(value: unknown): ListedPackage['module'] {
  if (!isObject(value)) return null
  const requiredPath = textField(value, 'Path', NAME)
  const built = isObject(value['Replace']) ? value['Replace'] : value
  const path = textField(built, 'Path', NAME)
  if (path === undefined || requiredPath === undefined) return null
  const version = textField(built, 'Version', NAME) ?? null
  return { requiredPath, path, version, main: value['Main'] === true, go: textField(value, 'GoVersion', NAME) ?? '' }
}

function readError(value: unknown): ListedPackage['error'] {
  if (!isObject(value)) return null
  const message = (textField(value, 'Err', NAME) ?? '').split('\n', 1)[0] ?? ''
  const position = textField(value, 'Pos', NAME) ?? ''
  return { message, position: position === '' ? null : position }
}

function readPackage(object: Readonly<Record<string, unknown>>): ListedPackage {
  return {
    path: textField(object, 'ImportPath', NAME) ?? '',
    name: textField(object, 'Name', NAME) ?? '',
    directory: textField(object, 'Dir', NAME) ?? '',
    standard: object['Standard'] === true,
    dependencyOnly: object['DepOnly'] === true,
    module: readModule(object['Module']),
    files: eachFile((kind) => names(object[kind])),
    flags: eachFlag((kind) => names(object[kind])),
    imports: names(object['Imports']),
    error: readError(object['Error']),
  }
}

/**
 * Every package that building `packages` takes part in, for the target that `env` names (GOOS, GOARCH, CGO_ENABLED …):
 * `go list -deps`, which compiles nothing and needs no C compiler. Throws `go-unreadable` and `usage`.
 */
export async function listPackageGraph(
  go: Go,
  env: Environment,
  packages: readonly string[],
  { broken }: PackageGraphOptions,
): Promise<PackageGraph> {
  requirePatterns(packages)
  const fields = ['ImportPath', 'Name', 'Dir', 'Standard', 'DepOnly', 'Module', 'Imports', 'Error', ...FILE_KINDS, ...CGO_FLAG_KINDS]
  const result = await go.run(['list', ...(broken ? ['-e'] : []), '-deps', `-json=${fields.join(',')}`, ...packages], {
    env,
    maxOutputBytes: MAX_LIST_BYTES,
  })
  if (result.exitCode !== 0 || result.ending !== 'exited' || result.stdout.truncated) return { ok: false, result }
  return { ok: true, packages: parseJsonSequence(result.stdout.text, NAME).map((object) => readPackage(object)), result }
}
