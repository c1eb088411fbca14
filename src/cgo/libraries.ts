import { isAbsolute, join, normalize } from 'node:path'
import { bytesSource, readBinary } from '../binaries/index.js'
import type { Host } from '../host/index.js'
import type { CTool } from './toolchain.js'

/** Larger libraries are taken for what their names say. */
const MAX_LIBRARY = 256 * 1024 * 1024
/** Of an archive this much is looked at for a first object. */
const MEMBERS = 64

/** Where a linker would find what one `-l` asks for. */
export interface LibraryAnswer {
  /** As asked for: `sqlite3`, `:libz.a`, a path. */
  readonly name: string
  /** `found`; `missing`; `unknown` where the linker brings its own. */
  readonly state: 'found' | 'missing' | 'unknown'
  /** The file, absolute. */
  readonly path?: string
  /** Files of another processor that the linker passes over. */
  readonly skipped: readonly string[]
}

/** What a linker is asked to link: `-L`, `-l`, files, in the words of LDFLAGS. */
export interface LinkRequest {
  readonly directories: readonly string[]
  readonly names: readonly string[]
  readonly isStatic: boolean
}

/** Reads linker flags. `-framework` and what only steers the linker ask for no file here. */
export function readLinkFlags(words: readonly string[]): LinkRequest {
  const directories: string[] = []
  const names: string[] = []
  for (const [at, word] of words.entries()) {
    const value = word.length > 2 ? word.slice(2) : (words[at + 1] ?? '')
    if (word.startsWith('-L') && value !== '') directories.push(value)
    else if (/^-l(?!ink)/.test(word) && value !== '') names.push(value)
    else if (/^[^-].*\.(?:a|so|dylib|lib)$/.test(word) && words[at - 1] !== '-framework') names.push(word)
  }
  return { directories, names: [...new Set(names)], isStatic: words.includes('-static') }
}

/** Directories in which the linker of a compiler looks by itself, under flags such as `--sysroot`. */
export async function askSearchPath(host: Host, compiler: CTool, flags: readonly string[]): Promise<readonly string[]> {
  const [dirs, linker] = await Promise.all([
    compiler.run([...flags, '-print-search-dirs']),
    compiler.run([...flags, '-print-prog-name=ld']),
  ])
  const own = (/^libraries: =?(.*)$/m.exec(dirs.output)?.[1] ?? '').split(':').filter((path) => isAbsolute(path))
  const ld = linker.output.trim()
  const sysroot = flags.map((flag) => /^--sysroot=(.+)$/.exec(flag)?.[1]).findLast((path) => path !== undefined) ?? ''
  const program = isAbsolute(ld) ? ld : null
  const script =
    program === null
      ? null
      : await host.processes.run(program, ['--verbose'], { cwd: host.cwd, env: host.env, deadlineMs: 5000 }).catch(() => null)
  const built = [...(script?.stdout.text ?? '').matchAll(/SEARCH_DIR\("(=?)([^"]+)"\)/g)].map(([, mark, path = '']) =>
    mark === '=' ? join(sysroot, path) : path,
  )
  return [...new Set([...own, ...built].map((path) => normalize(path)))]
}

/** The names that a linker tries for `-lNAME`, in its order. */
function fileNames(name: string, goos: string, isStatic: boolean): readonly string[] {
  if (name.startsWith(':')) return [name.slice(1)]
  if (goos === 'windows') return [`lib${name}.dll.a`, `${name}.dll.a`, `lib${name}.a`, `${name}.lib`, `lib${name}.dll`, `${name}.dll`]
  if (goos === 'darwin' || goos === 'ios') return [`lib${name}.tbd`, `lib${name}.dylib`, `lib${name}.a`]
  return isStatic ? [`lib${name}.a`] : [`lib${name}.so`, `lib${name}.a`]
}

/** The first object file in an archive of ar(1). */
function firstMember(bytes: Uint8Array): Uint8Array | null {
  let at = 8
  for (let count = 0; count < MEMBERS && at + 60 <= bytes.length; count += 1) {
    const header = new TextDecoder('latin1').decode(bytes.subarray(at, at + 60))
    const size = Number(header.slice(48, 58).trim())
    if (!Number.isSafeInteger(size) || size < 0) return null
    const name = header.slice(0, 16).trim()
    if (name !== '/' && name !== '//' && name !== '/SYM64/') return bytes.subarray(at + 60, at + 60 + size)
    at += 60 + size + (size % 2)
  }
  return null
}

/** Whether a library is of another processor: what tells nothing (a linker script, an import library) is of this one. */
function isForeign(bytes: Uint8Array, goarch: string): boolean {
  const isArchive = new TextDecoder('latin1').decode(bytes.subarray(0, 8)) === '!<arch>\n'
  const object = isArchive ? firstMember(bytes) : bytes
  if (object === null || object[0] !== 0x7f) return false
  const reading = readBinary(bytesSource(object))
  return reading.kind === 'binary' && reading.binaries.every((binary) => binary.goarch !== null && binary.goarch !== goarch)
}

async function isForeignFile(host: Host, path: string, goarch: string): Promise<boolean> {
  const bytes = await host.files.read(path, MAX_LIBRARY).catch(() => null)
  return bytes !== null && isForeign(bytes, goarch)
}

/** What zig brings itself, for every target. */
const OF_ZIG: ReadonlySet<string> = new Set('c m pthread dl rt util resolv xnet crypt nsl'.split(' '))

/** Where the linker finds each library of a request, as GNU ld goes: directory after directory, passing over other processors. */
export async function findLibraries(
  host: Host,
  request: LinkRequest,
  {
    goos,
    goarch,
    searchPath,
    isZig,
  }: { readonly goos: string; readonly goarch: string; readonly searchPath: readonly string[]; readonly isZig: boolean },
): Promise<readonly LibraryAnswer[]> {
  const directories = [...request.directories, ...searchPath]
  const find = async (name: string): Promise<LibraryAnswer> => {
    const skipped: string[] = []
    const candidates = /[/\\]|^[^:].*\.(?:a|so|dylib|lib)$/.test(name)
      ? [name]
      : directories.flatMap((directory) => fileNames(name, goos, request.isStatic).map((file) => join(directory, file)))
    for (const path of candidates) {
      const status = await host.files.status(path).catch(() => null)
      if (status === null || status.kind === 'directory') continue
      const real = await host.files.realPath(path)
      // A link into nowhere.
      if ((await host.files.status(real).catch(() => null))?.kind !== 'file') continue
      if (await isForeignFile(host, real, goarch)) skipped.push(path)
      else return { name, state: 'found', path, skipped }
    }
    // Import libraries of Windows and Apple's stubs come with the compiler.
    const brought = isZig && (OF_ZIG.has(name) || goos !== 'linux')
    return { name, state: brought ? 'unknown' : 'missing', skipped }
  }
  return await Promise.all(request.names.map(find))
}
