import { Malformed, readPart, sliceOf, type ByteSource, type Faults, type Part } from './bytes.js'
import { findCgo, readGoBuildInfo, type Mapping } from './go-build-info.js'
import { settingOf } from './go-build-lines.js'
import type { Binary } from './model.js'
import { machPlatform } from './platforms.js'

/** Load commands (mach-o/loader.h). */
const COMMAND = {
  segment: 1,
  symbols: 2,
  dynamicSymbols: 0xb,
  loadLibrary: 0xc,
  ownName: 0xd,
  loader: 0xe,
  segment64: 0x19,
  minimumMac: 0x24,
  buildVersion: 0x32,
  weakLibrary: 0x80000018,
  rpath: 0x8000001c,
  lazyLibrary: 0x20,
  reexportedLibrary: 0x8000001f,
  upwardLibrary: 0x80000023,
} as const

const LIBRARIES: ReadonlySet<number> = new Set([
  COMMAND.loadLibrary,
  COMMAND.weakLibrary,
  COMMAND.lazyLibrary,
  COMMAND.reexportedLibrary,
  COMMAND.upwardLibrary,
])

const MAX_COMMANDS = 10_000
const MAX_COMMAND_BYTES = 4 * 1024 * 1024
const MAX_SECTIONS = 10_000
/** A fat file holds a handful; the magic number of a Java class is the same. */
const MAX_SLICES = 20

interface Segment {
  readonly name: string
  readonly address: number
  readonly offset: number
  readonly fileSize: number
  readonly writable: boolean
}

interface Section {
  readonly name: string
  readonly offset: number
  readonly size: number
}

interface Loads {
  readonly segments: Segment[]
  readonly sections: Section[]
  readonly needed: string[]
  readonly rpath: string[]
  own: string | null
  loader: string | null
  minimum: string | null
  /** Symbols that only this file sees; `null` when nothing counts them. */
  locals: number | null
  symbols: number
}

function readSegment(part: Part, at: number, wide: boolean, loads: Loads): void {
  const base = at + 8
  const name = part.text(base, 16)
  const [address, offset, fileSize] = wide
    ? [part.u64(base + 16), part.u64(base + 32), part.u64(base + 40)]
    : [part.u32(base + 16), part.u32(base + 24), part.u32(base + 28)]
  const protection = base + (wide ? 48 : 32)
  const [most, initial, count] = [part.u32(protection), part.u32(protection + 4), part.u32(protection + 8)]
  loads.segments.push({ name, address, offset, fileSize, writable: most === 3 && initial === 3 })
  const size = wide ? 80 : 68
  for (let index = 0; index < count; index += 1) {
    if (loads.sections.length >= MAX_SECTIONS) throw new Malformed('the file claims too many sections')
    const start = base + (wide ? 64 : 48) + index * size
    loads.sections.push({
      name: part.text(start, 16),
      size: wide ? part.u64(start + 40) : part.u32(start + 36),
      offset: part.u32(start + (wide ? 48 : 40)),
    })
  }
}

function versionText(code: number): string {
  const patch = code & 0xff
  return `${String(code >>> 16)}.${String((code >>> 8) & 0xff)}${patch === 0 ? '' : `.${String(patch)}`}`
}

function readCommand(part: Part, at: number, size: number, loads: Loads): void {
  const command = part.u32(at)
  const text = (): string => {
    const from = part.u32(at + 8)
    if (from >= size) throw new Malformed('a name lies behind the end of its load command')
    return part.text(at + from, size - from)
  }
  if (command === COMMAND.segment || command === COMMAND.segment64) readSegment(part, at, command === COMMAND.segment64, loads)
  else if (LIBRARIES.has(command)) loads.needed.push(text())
  else if (command === COMMAND.rpath) loads.rpath.push(text())
  else if (command === COMMAND.ownName) loads.own = text()
  else if (command === COMMAND.loader) loads.loader = text()
  else if (command === COMMAND.minimumMac) loads.minimum = versionText(part.u32(at + 8))
  else if (command === COMMAND.buildVersion && part.u32(at + 8) === 1) loads.minimum = versionText(part.u32(at + 12))
  else if (command === COMMAND.symbols) loads.symbols = part.u32(at + 12)
  else if (command === COMMAND.dynamicSymbols) loads.locals = part.u32(at + 12)
}

function mappingOf({ segments, sections }: Loads): Mapping {
  const section = sections.find(({ name }) => name === '__go_buildinfo')
  const writable = segments.find(({ address, fileSize, writable: isWritable }) => address !== 0 && fileSize !== 0 && isWritable)
  return {
    data: section ?? (writable === undefined ? null : { offset: writable.offset, size: writable.fileSize }),
    locate(address) {
      const found = segments.find(
        ({ name, address: start, fileSize }) => name !== '__PAGEZERO' && address >= start && address - start < fileSize,
      )
      return found === undefined
        ? null
        : { offset: found.offset + address - found.address, size: found.fileSize - (address - found.address) }
    },
  }
}

function readLoads(source: ByteSource, little: boolean, wide: boolean, faults: Faults): Loads {
  const loads: Loads = {
    segments: [],
    sections: [],
    needed: [],
    rpath: [],
    own: null,
    loader: null,
    minimum: null,
    locals: null,
    symbols: 0,
  }
  faults.attempt(() => {
    const start = wide ? 32 : 28
    const header = readPart(source, 0, start, little, 'the Mach-O header')
    const [count, size] = [header.u32(16), header.u32(20)]
    if (count > MAX_COMMANDS || size > MAX_COMMAND_BYTES) throw new Malformed(`the file claims ${String(count)} load commands`)
    const part = readPart(source, start, size, little, 'the table of load commands')
    for (let index = 0, at = 0; index < count; index += 1) {
      const length = part.u32(at + 4)
      if (length < 8 || at + length > part.length) throw new Malformed('a load command is larger than their table')
      faults.attempt(() => {
        readCommand(part, at, length, loads)
      }, undefined)
      at += length
    }
  }, undefined)
  return loads
}

const KINDS: Readonly<Record<number, Binary['kind']>> = { 1: 'object', 2: 'executable', 6: 'shared-library', 8: 'shared-library' }

/** Reads one Mach-O binary (no fat one); throws `Malformed` when even its header cannot be read. */
export function readMachO(source: ByteSource, faults: Faults): Binary {
  const magic = readPart(source, 0, 4, false, 'the Mach-O header').u32(0)
  const little = magic === 0xcefaedfe || magic === 0xcffaedfe
  const wide = magic === 0xfeedfacf || magic === 0xcffaedfe
  const header = readPart(source, 0, 28, little, 'the Mach-O header')
  const loads = readLoads(source, little, wide, faults)
  const go = faults.attempt(() => readGoBuildInfo(source, mappingOf(loads)), null)
  const functions = loads.sections.find(({ name }) => name === '__gopclntab') ?? null
  const { machine, goarch } = machPlatform(header.u32(4))
  const kind = KINDS[header.u32(12)] ?? 'other'
  return {
    format: 'mach-o',
    bits: wide ? 64 : 32,
    endian: little ? 'little' : 'big',
    goos: (go === null ? null : settingOf(go, 'GOOS')) ?? 'darwin',
    goarch,
    machine,
    // MH_PIE
    kind: kind === 'executable' && (header.u32(24) & 0x200000) !== 0 ? 'pie' : kind,
    linkage: loads.loader !== null || loads.needed.length > 0 ? 'dynamic' : 'static',
    interpreter: loads.loader,
    needed: loads.needed,
    soname: loads.own,
    rpath: loads.rpath,
    runpath: [],
    libc: null,
    glibc: null,
    glibcSymbols: [],
    versions: [],
    provides: [],
    // A stripped file still lists what it imports and exports.
    stripped: loads.symbols === 0 || loads.locals === 0,
    debugInfo: loads.sections.some(({ name }) => /^__z?debug_info$/.test(name)),
    cgo: faults.attempt(() => findCgo(source, go, functions), null),
    libcResolver: null,
    go,
    minimumSystem: loads.minimum === null ? null : `macOS ${loads.minimum}`,
    faults: [],
  }
}

/** The binaries in a fat file, or `null` when it is none (a Java class begins alike). */
export function slicesOf(source: ByteSource, faults: Faults): readonly ByteSource[] | null {
  const head = readPart(source, 0, 8, false, 'the fat header')
  const wide = head.u32(0) === 0xcafebabf
  const count = head.u32(4)
  if (count === 0 || count > MAX_SLICES) return null
  const size = wide ? 32 : 20
  return faults.attempt(() => {
    const part = readPart(source, 8, count * size, false, 'the table of a fat file')
    return Array.from({ length: count }, (_, index) => {
      const at = index * size
      const [offset, length] = wide ? [part.u64(at + 8), part.u64(at + 16)] : [part.u32(at + 8), part.u32(at + 12)]
      if (offset + length > source.size) throw new Malformed('a part of the fat file lies behind its end')
      return sliceOf(source, offset, length)
    })
  }, [])
}
