import type { DynamicSymbol } from './elf-dynamic.js'
import type { Binary } from './model.js'
import { isOfLibc } from './places.js'

/** A binary found below a root. */
export interface FoundBinary {
  /** Its path below the root, links resolved. */
  readonly path: string
  readonly binary: Binary
  /** `null` when their number is not known. */
  readonly symbols: readonly DynamicSymbol[] | null
  /** The linker said that every symbol must be bound at the start (`DF_BIND_NOW`). */
  readonly bindsNow: boolean
}

/** A file system in which libraries are looked for; nothing throws. */
export interface LibraryRoot {
  /** The binary at an absolute path below the root; `null` when none is there. */
  open(path: string): FoundBinary | null
  /** Whether there is a folder. */
  hasFolder(path: string): boolean
  /** Path by name, of those the loader remembers (glibc's /etc/ld.so.cache), in its order. */
  readonly cache: readonly { readonly name: string; readonly path: string }[]
  /** Folders of the musl loader (/etc/ld-musl-ARCH.path), `null` when nothing is set. */
  readonly muslPath: readonly string[] | null
  /** `LD_LIBRARY_PATH`. */
  readonly libraryPath: readonly string[]
}

/** One library of the tree. */
export interface ResolvedLibrary {
  readonly name: string
  /** Path below the root; `null` when it was not found. */
  readonly path: string | null
  /** Index in `libraries` of the first one that needs it; `null`: the binary itself. */
  readonly neededBy: number | null
  /** Where it was found. */
  readonly via: 'rpath' | 'runpath' | 'LD_LIBRARY_PATH' | 'loader cache' | 'default folder' | 'path' | 'the C library itself' | null
  readonly libc: Binary['libc']
  readonly glibc: string | null
}

/** What a loader would load. */
export interface Resolution {
  /** The loader that looks for the libraries. */
  readonly loader: {
    readonly path: string
    readonly kind: 'glibc' | 'musl' | null
    /** `assumed`: a library names none; this is the one of its C library. */
    readonly from: 'binary' | 'assumed'
    readonly found: boolean
  } | null
  readonly libraries: readonly ResolvedLibrary[]
  /** Objects that were opened, for judging. */
  readonly objects: readonly FoundBinary[]
  /** More libraries than are followed. */
  readonly truncated: boolean
}

/** Browsers need some hundred. */
const MAX_LIBRARIES = 1000

interface Node {
  readonly name: string
  readonly found: FoundBinary
  readonly parent: Node | null
  readonly index: number | null
}

type Via = ResolvedLibrary['via']

function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')))
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** `$LIB` as the loaders of distributions expand it; the first that exists counts. */
function expand(folder: string, origin: string, binary: Binary): readonly string[] {
  const own = folder.replaceAll(/\$ORIGIN(?![A-Za-z0-9_])|\$\{ORIGIN\}/g, () => origin)
  if (!/\$\{?LIB\b/.test(own)) return own.startsWith('/') ? [own] : []
  const choices = binary.bits === 64 ? ['lib64', 'lib', 'lib/x86_64-linux-gnu', 'lib/aarch64-linux-gnu'] : ['lib']
  return choices.map((lib) => own.replaceAll(/\$LIB(?![A-Za-z0-9_])|\$\{LIB\}/g, lib)).filter((path) => path.startsWith('/'))
}

/** Debian's folders by GOARCH. */
const MULTIARCH: Readonly<Record<string, string>> = {
  amd64: 'x86_64-linux-gnu',
  '386': 'i386-linux-gnu',
  arm64: 'aarch64-linux-gnu',
  arm: 'arm-linux-gnueabihf',
  ppc64le: 'powerpc64le-linux-gnu',
  riscv64: 'riscv64-linux-gnu',
  s390x: 's390x-linux-gnu',
  mips64le: 'mips64el-linux-gnuabi64',
  loong64: 'loongarch64-linux-gnu',
}

function defaultFolders(root: LibraryRoot, kind: 'glibc' | 'musl', { goarch, bits }: Binary): readonly string[] {
  if (kind === 'musl') return root.muslPath ?? ['/lib', '/usr/local/lib', '/usr/lib']
  const multiarch = MULTIARCH[goarch ?? '']
  if (multiarch !== undefined && root.hasFolder(`/usr/lib/${multiarch}`))
    return [`/lib/${multiarch}`, `/usr/lib/${multiarch}`, '/lib', '/usr/lib']
  return bits === 64 ? ['/lib64', '/usr/lib64', '/lib', '/usr/lib'] : ['/lib', '/usr/lib']
}

/** Folders in the order in which a loader looks through them (ld.so(8); musl's ldso/dynlink.c). */
function* candidates(root: LibraryRoot, kind: 'glibc' | 'musl', node: Node, name: string, main: Binary): Generator<readonly [string, Via]> {
  const chain: Node[] = []
  for (let at: Node | null = node; at !== null; at = at.parent) chain.push(at)
  const own = function* (of: Node, folders: readonly string[], via: Via): Generator<readonly [string, Via]> {
    for (const folder of folders)
      for (const path of expand(folder, folderOf(of.found.path), of.found.binary)) yield [`${path}/${name}`, via]
  }
  const path = function* (): Generator<readonly [string, Via]> {
    for (const folder of root.libraryPath) yield [`${folder}/${name}`, 'LD_LIBRARY_PATH']
  }
  if (kind === 'musl') {
    yield* path()
    // musl gives what it is told on the way, too, and makes no difference between the two kinds.
    for (const of of chain) {
      const { runpath, rpath } = of.found.binary
      yield* own(of, runpath.length > 0 ? runpath : rpath, runpath.length > 0 ? 'runpath' : 'rpath')
    }
  } else {
    if (node.found.binary.runpath.length === 0)
      for (const of of chain) if (of.found.binary.runpath.length === 0) yield* own(of, of.found.binary.rpath, 'rpath')
    yield* path()
    yield* own(node, node.found.binary.runpath, 'runpath')
    for (const entry of root.cache) if (entry.name === name) yield [entry.path, 'loader cache']
  }
  for (const folder of defaultFolders(root, kind, main)) yield [`${folder}/${name}`, 'default folder']
}

/** glibc passes over libraries for another processor. */
function fits(found: FoundBinary, main: Binary): boolean {
  const { format, bits, machine } = found.binary
  return format === 'elf' && bits === main.bits && machine === main.machine
}

/** Finds every library that a loader would load for a binary, as a tree: the first one that needs it is its parent. */
export function resolveLibraries(root: LibraryRoot, main: FoundBinary, loaderPath: string | null, assumed: boolean): Resolution {
  const loader = loaderPath === null ? null : root.open(loaderPath)
  const kind = loaderPath === null ? null : /\/ld-musl-[^/]*$/.test(loaderPath) ? 'musl' : 'glibc'
  const libraries: ResolvedLibrary[] = []
  const objects: FoundBinary[] = []
  const byName = new Map<string, number>()
  const byPath = new Map<string, number>()
  const queue: Node[] = [{ name: '', found: main, parent: null, index: null }]
  const seek = (node: Node, name: string): { readonly found: FoundBinary; readonly via: Via } | null => {
    if (kind === 'musl' && loader !== null && isOfLibc('musl', name)) return { found: loader, via: 'the C library itself' }
    // The loader is in memory before it looks for anything.
    if (loader !== null && name === (loader.binary.soname ?? baseOf(loader.path))) return { found: loader, via: 'the C library itself' }
    if (name.includes('/')) {
      const found = name.startsWith('/') ? root.open(name) : null
      return found === null ? null : { found, via: 'path' }
    }
    for (const [path, via] of candidates(root, kind ?? 'glibc', node, name, main.binary)) {
      const found = root.open(path)
      if (found !== null && fits(found, main.binary)) return { found, via }
    }
    return null
  }
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const name of node.found.binary.needed) {
      if (byName.has(name) || libraries.length >= MAX_LIBRARIES) continue
      const result = seek(node, name)
      const known = result === null ? undefined : byPath.get(result.found.path)
      byName.set(name, known ?? libraries.length)
      if (known !== undefined) continue
      const index = libraries.length
      libraries.push({
        name,
        path: result?.found.path ?? null,
        neededBy: node.index,
        via: result?.via ?? null,
        libc: result?.found.binary.libc ?? null,
        glibc: result?.found.binary.glibc ?? null,
      })
      if (result === null) continue
      const { found, via } = result
      byPath.set(found.path, index)
      if (found.binary.soname !== null && !byName.has(found.binary.soname)) byName.set(found.binary.soname, index)
      objects.push(found)
      // The C library of musl needs nothing, whatever its file says.
      if (via !== 'the C library itself') queue.push({ name, found, parent: node, index })
    }
  }
  if (loader !== null && !objects.some(({ path }) => path === loader.path)) objects.push(loader)
  return {
    loader: loaderPath === null ? null : { path: loaderPath, kind, from: assumed ? 'assumed' : 'binary', found: loader !== null },
    libraries,
    objects,
    truncated: libraries.length >= MAX_LIBRARIES,
  }
}

/** The chain of names from the binary to a library, without the binary: `libfoo.so.1`, `libc.so.6`. */
export function chainOf({ libraries }: Pick<Resolution, 'libraries'>, index: number): readonly string[] {
  const names: string[] = []
  for (let at: number | null = index; at !== null && names.length <= MAX_LIBRARIES; at = libraries[at]?.neededBy ?? null)
    names.unshift(libraries[at]?.name ?? '')
  return names
}
