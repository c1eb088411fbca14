import { Malformed, readPart, type ByteSource, type Faults, type Part } from './bytes.js'
import { findCgo, readGoBuildInfo, type Mapping } from './go-build-info.js'
import { settingOf } from './go-build-lines.js'
import type { Binary } from './model.js'
import { pePlatform } from './platforms.js'

const MAX_SECTIONS = 4096
const MAX_IMPORTS = 10_000
/** Flags of a section: initialised data, read, write; and the bits of its alignment. */
const DATA = 0xc0000040
const ALIGNMENT = 0x00600000

interface Section {
  readonly name: string
  readonly address: number
  readonly memorySize: number
  readonly offset: number
  readonly size: number
  readonly flags: number
}

interface Frame {
  readonly machine: number
  readonly flags: number
  readonly wide: boolean
  readonly imageBase: number
  /** Addresses of the tables of libraries: loaded at the start, and at the first call. */
  readonly imports: number
  readonly delayed: number
  readonly symbols: number
  readonly sections: readonly Section[]
}

/** A name of more than eight characters stands in the table of strings, behind the symbols. */
function longName(name: string, source: ByteSource, strings: number): string {
  const at = /^\/(\d{1,7})$/.exec(name)?.[1]
  if (at === undefined) return name
  const start = strings + Number(at)
  return start >= source.size ? name : readPart(source, start, Math.min(64, source.size - start), true, 'a name').text(0)
}

function readSections(source: ByteSource, at: number, count: number, strings: number): readonly Section[] {
  if (count > MAX_SECTIONS) throw new Malformed(`the file claims ${String(count)} sections`)
  const part = readPart(source, at, count * 40, true, 'the table of sections')
  return Array.from({ length: count }, (_, index) => {
    const start = index * 40
    return {
      name: longName(part.text(start, 8), source, strings),
      memorySize: part.u32(start + 8),
      address: part.u32(start + 12),
      size: part.u32(start + 16),
      offset: part.u32(start + 20),
      flags: part.u32(start + 36),
    }
  })
}

function directory(optional: Part, wide: boolean, index: number): number {
  const count = wide ? 108 : 92
  if (optional.length < count + 4 || optional.u32(count) <= index) return 0
  const at = count + 4 + index * 8
  return optional.length < at + 8 ? 0 : optional.u32(at)
}

function readFrame(source: ByteSource, faults: Faults): Frame {
  const start = readPart(source, 0, 64, true, 'the DOS header').u32(60)
  const header = readPart(source, start, 24, true, 'the PE header')
  if (header.u32(0) !== 0x00004550) throw new Malformed('there is no PE header where the DOS header says')
  const size = header.u16(20)
  const optional = readPart(source, start + 24, size, true, 'the optional header')
  const magic = size >= 2 ? optional.u16(0) : 0
  const wide = magic === 0x20b
  if (!wide && magic !== 0x10b) throw new Malformed('the optional header is neither PE32 nor PE32+')
  const symbolsAt = header.u32(12)
  const strings = symbolsAt + header.u32(16) * 18
  return {
    machine: header.u16(4),
    flags: header.u16(22),
    wide,
    imageBase: wide ? optional.u64(24) : optional.u32(28),
    imports: directory(optional, wide, 1),
    delayed: directory(optional, wide, 13),
    symbols: symbolsAt === 0 ? 0 : header.u32(16),
    sections: faults.attempt(() => readSections(source, start + 24 + size, header.u16(6), strings), []),
  }
}

function locate(sections: readonly Section[], address: number): { readonly offset: number; readonly size: number } | null {
  const found = sections.find(({ address: start, size }) => address >= start && address - start < size)
  return found === undefined ? null : { offset: found.offset + address - found.address, size: found.size - (address - found.address) }
}

function readImports(source: ByteSource, sections: readonly Section[], table: number, size: number, nameAt: number): readonly string[] {
  if (table === 0) return []
  const place = locate(sections, table)
  if (place === null) throw new Malformed('the table of imports lies at an address that nothing is mapped to')
  const length = Math.min(place.size, source.size - place.offset, MAX_IMPORTS * size)
  const part = readPart(source, place.offset, Math.max(0, length), true, 'the table of imports')
  const names: string[] = []
  for (let at = 0; at + size <= part.length; at += size) {
    const address = part.u32(at + nameAt)
    if (address === 0) break
    const name = locate(sections, address)
    if (name === null) throw new Malformed('the name of a library lies at an address that nothing is mapped to')
    const most = Math.max(0, Math.min(name.size, 256, source.size - name.offset))
    names.push(readPart(source, name.offset, most, true, 'the name of a library').text(0))
  }
  return names
}

function mappingOf({ sections, imageBase }: Frame): Mapping {
  const data = sections.find(({ address, size, flags }) => address !== 0 && size !== 0 && (flags & ~ALIGNMENT) >>> 0 === DATA)
  return {
    data: data === undefined ? null : { offset: data.offset, size: Math.min(data.size, data.memorySize) },
    locate: (address) => locate(sections, address - imageBase),
  }
}

/** Reads a PE file; throws `Malformed` when even its headers cannot be read. */
export function readPe(source: ByteSource, faults: Faults): Binary {
  const frame = readFrame(source, faults)
  const { sections, flags, wide } = frame
  const needed = [
    ...faults.attempt(() => readImports(source, sections, frame.imports, 20, 12), []),
    ...faults.attempt(() => readImports(source, sections, frame.delayed, 32, 4), []),
  ]
  const go = faults.attempt(() => readGoBuildInfo(source, mappingOf(frame)), null)
  // Go's table of functions has no section of its own here.
  const functions = sections.find(({ name }) => name === '.rdata') ?? null
  const { machine, goarch } = pePlatform(frame.machine)
  return {
    format: 'pe',
    bits: wide ? 64 : 32,
    endian: 'little',
    goos: (go === null ? null : settingOf(go, 'GOOS')) ?? 'windows',
    goarch,
    machine,
    kind: (flags & 0x2000) === 0 ? 'executable' : 'shared-library',
    linkage: needed.length > 0 ? 'dynamic' : 'static',
    interpreter: null,
    needed: [...new Set(needed)],
    soname: null,
    rpath: [],
    runpath: [],
    libc: null,
    glibc: null,
    glibcSymbols: [],
    versions: [],
    provides: [],
    stripped: frame.symbols === 0,
    debugInfo: sections.some(({ name }) => /^\.z?debug_info$/.test(name)),
    cgo: faults.attempt(() => findCgo(source, go, functions), null),
    libcResolver: null,
    go,
    minimumSystem: null,
    faults: [],
  }
}
