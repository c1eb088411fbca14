import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { parseLoaderCache, parseMuslPath, readLoadable, type ByteSource, type FoundBinary, type LibraryRoot } from '../binaries/index.js'
import { errorCode } from '../errors.js'

/** An open file. It is read in pieces, whatever its size. */
export interface OpenFile {
  readonly source: ByteSource
  close(): void
}

function readAt(file: number, offset: number, length: number): Uint8Array {
  const buffer = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const count = readSync(file, buffer, done, length - done, offset + done)
    if (count === 0) break
    done += count
  }
  return buffer.subarray(0, done)
}

/** Opens a regular file; `null` when nothing is there or something else is. Throws what the system says otherwise (permission). */
export function openFile(path: string): OpenFile | null {
  let file
  try {
    // O_NONBLOCK: opening a fifo must not wait for a writer.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(errorCode(error))) return null
    throw error
  }
  const handle = file
  const status = fstatSync(handle)
  if (!status.isFile()) {
    closeSync(handle)
    return null
  }
  return {
    source: { size: status.size, readAt: (offset, length) => readAt(handle, offset, Math.max(0, Math.min(length, status.size - offset))) },
    close: () => {
      closeSync(handle)
    },
  }
}

/** As Linux: more links than this on the way are a circle. */
const MAX_LINKS = 40

/** A path below a root with its links resolved as a program in that root sees them; `null` when nothing is there. */
export function pathBelow(root: string, path: string): string | null {
  const rest = path.split('/').filter((part) => part !== '' && part !== '.')
  const done: string[] = []
  let links = 0
  for (let part = rest.shift(); part !== undefined; part = rest.shift()) {
    if (part === '..') {
      done.pop()
      continue
    }
    if (part.includes('\0')) return null
    const here = join(root, ...done, part)
    try {
      if (!lstatSync(here).isSymbolicLink()) {
        done.push(part)
        continue
      }
      links += 1
      if (links > MAX_LINKS) return null
      const target = readlinkSync(here)
      if (target.startsWith('/')) done.length = 0
      rest.unshift(...target.split('/').filter((piece) => piece !== '' && piece !== '.'))
    } catch {
      return null
    }
  }
  return `/${done.join('/')}`
}

/** A small file below a root; `null` when it is not there or cannot be read. */
function readSmall(root: string, path: string, maxBytes: number): Uint8Array | null {
  const real = pathBelow(root, path)
  try {
    const file = real === null ? null : openFile(join(root, real))
    if (file === null) return null
    try {
      return file.source.size > maxBytes ? null : file.source.readAt(0, file.source.size)
    } finally {
      file.close()
    }
  } catch {
    return null
  }
}

/** Names of processors in the file names of musl. */
const MUSL_NAMES: Readonly<Record<string, readonly string[]>> = {
  amd64: ['x86_64'],
  '386': ['i386'],
  arm64: ['aarch64'],
  arm: ['armhf', 'arm'],
  ppc64le: ['powerpc64le'],
  mips64le: ['mips64el'],
  mipsle: ['mipsel'],
  loong64: ['loongarch64'],
}

/** The libraries of a file system: `/` or a folder that is the root of an image. Every path and every link stays below it. */
export function openRoot(root: string, goarch: string | null, little: boolean, libraryPath: readonly string[]): LibraryRoot {
  const seen = new Map<string, FoundBinary | null>()
  const cache = readSmall(root, '/etc/ld.so.cache', 32 * 1024 * 1024)
  const musl = (MUSL_NAMES[goarch ?? ''] ?? [goarch ?? ''])
    .map((name) => readSmall(root, `/etc/ld-musl-${name}.path`, 64 * 1024))
    .find((found) => found !== null)
  return {
    cache: cache === null ? [] : parseLoaderCache(cache, little),
    muslPath: musl === undefined || musl === null ? null : parseMuslPath(new TextDecoder().decode(musl)),
    libraryPath,
    hasFolder(path) {
      const real = pathBelow(root, path)
      return real !== null && lstatSync(join(root, real), { throwIfNoEntry: false })?.isDirectory() === true
    },
    open(path) {
      const real = pathBelow(root, path)
      if (real === null) return null
      const known = seen.get(real)
      if (known !== undefined) return known
      let found: FoundBinary | null = null
      try {
        const file = openFile(join(root, real))
        if (file !== null) {
          try {
            found = readLoadable(file.source, real)
          } finally {
            file.close()
          }
        }
      } catch {
        // A loader cannot read it either.
      }
      seen.set(real, found)
      return found
    },
  }
}

/** Programs that nearly every root has: what processor they are for is the root's. */
const SAMPLES: readonly string[] = ['/bin/sh', '/bin/busybox', '/usr/bin/env', '/sbin/init', '/usr/lib/os-release']

/** The processor of a root, as Go names it; `null` when nothing in it tells. */
export function processorOf(root: LibraryRoot): string | null {
  for (const path of SAMPLES) {
    const goarch = root.open(path)?.binary.goarch ?? null
    if (goarch !== null) return goarch
  }
  return null
}

const PROCESSORS: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386', ppc64: 'ppc64le', mipsel: 'mipsle' }

/** The processor of this machine, as Go names it. */
export function ownProcessor(): string {
  return PROCESSORS[process.arch] ?? process.arch
}
