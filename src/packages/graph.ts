/** The lists of a package that a graph is made of; as `go list -json` gives them. */
export interface GraphInput {
  readonly path: string
  readonly standard: boolean
  readonly dependencyOnly: boolean
  readonly module: { readonly path: string; readonly version: string | null; readonly main: boolean } | null
  readonly imports: readonly string[]
  readonly files: Readonly<
    Record<
      'CgoFiles' | 'CFiles' | 'CXXFiles' | 'MFiles' | 'FFiles' | 'HFiles' | 'SFiles' | 'SwigFiles' | 'SwigCXXFiles' | 'SysoFiles',
      readonly string[]
    >
  >
  readonly flags: Readonly<
    Record<'CgoCFLAGS' | 'CgoCPPFLAGS' | 'CgoCXXFLAGS' | 'CgoFFLAGS' | 'CgoLDFLAGS' | 'CgoPkgConfig', readonly string[]>
  >
}

/** What a package brings that is not Go. */
export interface CNode {
  readonly kind: 'c' | 'c++' | 'objective-c' | 'fortran' | 'assembly' | 'swig' | 'syso' | 'header' | 'flag' | 'library' | 'pkg-config'
  /** `sqlite3.c`, `<zlib.h>`, `-DNDEBUG`, `z`, `gtk+-3.0`. */
  readonly name: string
  /** The file of a library, where it was looked for and found. */
  readonly path?: string
}

/** One package with what hangs on it. */
export interface PackageNode {
  readonly path: string
  /** `path@version`; `null` for the standard library and outside of modules. */
  readonly module: string | null
  readonly standard: boolean
  /** Whether a pattern named it. */
  readonly root: boolean
  /** Whether it imports "C". */
  readonly cgo: boolean
  readonly imports: readonly string[]
  readonly c: readonly CNode[]
}

/** The packages of one target. */
export interface CGraph {
  readonly target: string
  readonly packages: readonly PackageNode[]
}

const FILES = [
  ['CFiles', 'c'],
  ['CXXFiles', 'c++'],
  ['MFiles', 'objective-c'],
  ['FFiles', 'fortran'],
  ['SFiles', 'assembly'],
  ['SwigFiles', 'swig'],
  ['SwigCXXFiles', 'swig'],
  ['SysoFiles', 'syso'],
] as const

function libraries(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => (/^-l(?!ink)\S/.test(word) ? [word.slice(2)] : word === '-l' ? [words[at + 1] ?? ''] : []))
}

interface FoundLibrary {
  readonly name: string
  readonly path?: string
}

/** What go does not list of the C of packages, by import path. */
export interface CKnowledge {
  /** Headers that C code of the package asks for. */
  readonly includes?: ReadonlyMap<string, readonly string[]>
  /** Where a linker finds the libraries that it asks for; those of pkg-config among them. */
  readonly libraries?: ReadonlyMap<string, readonly FoundLibrary[]>
}

function cNode(kind: CNode['kind'], name: string, path: string | undefined): CNode {
  return path === undefined ? { kind, name } : { kind, name, path }
}

/** Makes the graph of what go lists for a target. */
export function makeGraph(target: string, listed: readonly GraphInput[], { includes, libraries: found }: CKnowledge = {}): CGraph {
  const librariesOf = (path: string, flags: readonly string[]): readonly FoundLibrary[] =>
    found?.get(path) ?? libraries(flags).map((name) => ({ name }))
  return {
    target,
    packages: listed.map(({ path, standard, dependencyOnly, module, imports, files, flags }) => {
      const cgo = files.CgoFiles.length > 0 || files.SwigFiles.length > 0 || files.SwigCXXFiles.length > 0
      const own: CNode[] = FILES.flatMap(([list, kind]) => files[list].map((name) => ({ kind, name })))
      // Without cgo go still lists the flags of files that it leaves out.
      const asked: CNode[] = cgo
        ? [
            ...(includes?.get(path) ?? []).map((name) => ({ kind: 'header' as const, name })),
            ...flags.CgoPkgConfig.map((name) => ({ kind: 'pkg-config' as const, name })),
            ...librariesOf(path, flags.CgoLDFLAGS).map(({ name, path: file }) => cNode('library', name, file)),
            ...[
              ...flags.CgoCPPFLAGS,
              ...flags.CgoCFLAGS,
              ...flags.CgoCXXFLAGS,
              ...flags.CgoFFLAGS,
              ...flags.CgoLDFLAGS.filter((word, at, all) => !word.startsWith('-l') && all[at - 1] !== '-l'),
            ].map((name) => ({ kind: 'flag' as const, name })),
          ]
        : []
      const version = module === null || module.version === null ? '' : `@${module.version}`
      return {
        path,
        module: module === null ? null : `${module.path}${version}`,
        standard,
        root: !dependencyOnly,
        cgo,
        imports: imports.filter((one) => one !== 'C'),
        c: [...own, ...asked],
      }
    }),
  }
}

/** Headers that C code includes, as written with their marks, each once. */
export function includesOf(source: string): readonly string[] {
  return [...new Set([...source.matchAll(/^[ \t]*#[ \t]*include[ \t]*(<[^>\n]{1,200}>|"[^"\n]{1,200}")/gm)].map(([, name = '']) => name))]
}

/** The shortest way over imports from a package that was named to the first that fits; `null` when none is reached. */
function shortest(graph: CGraph, from: readonly string[], fits: (node: PackageNode) => boolean): readonly string[] | null {
  const byPath = new Map(graph.packages.map((node) => [node.path, node]))
  const before = new Map<string, string | null>(from.map((path) => [path, null]))
  for (const path of before.keys()) {
    const node = byPath.get(path)
    if (node === undefined) continue
    if (fits(node)) {
      const way: string[] = []
      for (let at: string | null = path; at !== null; at = before.get(at) ?? null) way.unshift(at)
      return way
    }
    for (const next of node.imports) if (!before.has(next)) before.set(next, path)
  }
  return null
}

/**
 * The shortest way by which `wanted` is imported, from a package that no other named one imports, and on from there to the nearest
 * package with cgo. `null`: it is not in the graph.
 */
export function whyImported(graph: CGraph, wanted: string): readonly string[] | null {
  const named = graph.packages.filter(({ root }) => root)
  const imported = new Set(named.flatMap(({ imports }) => imports))
  const tops = named.map(({ path }) => path).filter((path) => !imported.has(path))
  const way = shortest(graph, tops, ({ path }) => path === wanted)
  if (way === null) return null
  const on = shortest(graph, [wanted], ({ cgo, path }) => cgo && path !== wanted)
  const isC = graph.packages.some(({ path, cgo }) => path === wanted && cgo)
  return isC || on === null ? way : [...way, ...on.slice(1)]
}

/** Packages that are C themselves or lead to it. */
export function leadingToC({ packages }: CGraph): ReadonlySet<string> {
  const leading = new Set(packages.filter(({ cgo, c, standard }) => cgo || (!standard && c.length > 0)).map(({ path }) => path))
  // Dependencies come before what imports them.
  for (const { path, imports } of packages) if (imports.some((one) => leading.has(one))) leading.add(path)
  return leading
}
