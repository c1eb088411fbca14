import { readPart, type ByteSource, type Faults } from './bytes.js'
import { offsetOf, readElf, SECTION, SEGMENT, type Elf } from './elf.js'
import { readDynamic, readDynamicSymbols, type Dynamic, type DynamicSymbol } from './elf-dynamic.js'
import { readNotes } from './elf-notes.js'
import { glibcOf, oldestGlibc } from './glibc-version.js'
import { findCgo, readGoBuildInfo, type Mapping } from './go-build-info.js'
import { settingOf } from './go-build-lines.js'
import { libcOf } from './libc.js'
import type { Binary } from './model.js'
import { elfPlatform, elfSystem } from './platforms.js'

const MAX_PATH = 4096
/** Symbols shown for a glibc that is needed. */
const SHOWN = 8

function readInterpreter({ source, header, segments }: Elf): string | null {
  const segment = segments.find(({ type }) => type === SEGMENT.interpreter)
  if (segment === undefined) return null
  const size = Math.min(segment.fileSize, MAX_PATH)
  const text = readPart(source, segment.offset, size, header.little, 'the name of the interpreter').text(0)
  return text === '' ? null : text
}

function mappingOf(elf: Elf): Mapping {
  const section = elf.sections.find(({ name, type }) => name === '.go.buildinfo' && type !== SECTION.noBits)
  const writable = elf.segments.find(({ type, flags }) => type === SEGMENT.load && (flags & 3) === 2)
  return {
    data:
      section !== undefined
        ? { offset: section.offset, size: section.size }
        : writable === undefined
          ? null
          : { offset: writable.offset, size: writable.fileSize },
    locate(address) {
      const offset = offsetOf(elf, address)
      const segment = elf.segments.find(
        ({ type, address: start, fileSize }) => type === SEGMENT.load && address >= start && address - start < fileSize,
      )
      return offset === null || segment === undefined ? null : { offset, size: segment.fileSize - (address - segment.address) }
    },
  }
}

function kindOf({ header }: Elf, dynamic: Dynamic, interpreter: string | null): Binary['kind'] {
  if (header.type === 1) return 'object'
  if (header.type === 2) return 'executable'
  if (header.type !== 3) return 'other'
  // Linkers of before 2015 set no mark; a library with a loader of its own has a name (libc.so.6).
  return dynamic.pie || (interpreter !== null && dynamic.soname === null) ? 'pie' : 'shared-library'
}

/** Undefined symbols whose version only that glibc has. */
function symbolsOf(glibc: string | null, { needs }: Dynamic, symbols: readonly DynamicSymbol[]): readonly string[] {
  if (glibc === null) return []
  const indexes = new Set(needs.flatMap(({ versions }) => versions.flatMap(({ name, index }) => (glibcOf(name) === glibc ? [index] : []))))
  return symbols
    .flatMap(({ name, undefined: open, versionIndex }) => (open && versionIndex !== null && indexes.has(versionIndex) ? [name] : []))
    .slice(0, SHOWN)
}

/** Reads an ELF file; throws `Malformed` when even its header cannot be read. */
export function readElfBinary(source: ByteSource, faults: Faults): Binary {
  const elf = readElf(source, faults)
  const { header, sections } = elf
  const interpreter = faults.attempt(() => readInterpreter(elf), null)
  const dynamic = readDynamic(elf, faults)
  const notes = readNotes(elf, faults)
  const symbols = faults.attempt(() => readDynamicSymbols(elf, dynamic), null)
  const go = faults.attempt(() => readGoBuildInfo(source, mappingOf(elf)), null)
  const goos =
    (go === null ? null : settingOf(go, 'GOOS')) ??
    elfSystem(
      header,
      interpreter,
      notes.map(({ owner }) => owner),
    )
  const names = dynamic.needs.flatMap(({ versions }) => versions.map(({ name }) => name))
  const linkage = interpreter !== null || dynamic.needed.length > 0 ? 'dynamic' : 'static'
  const glibc = oldestGlibc(dynamic.needs)
  // The start code of glibc carries this note, that of musl and of Go do not: what tells a static program's libc.
  const staticGlibc = linkage === 'static' && header.type !== 1 && notes.some(({ owner, type }) => owner === 'GNU' && type === 1)
  const has = (pattern: RegExp): boolean => sections.some(({ name, type }) => pattern.test(name) && type !== SECTION.noBits)
  const { machine, goarch } = elfPlatform(header)
  const cgo = faults.attempt(() => findCgo(source, go, sections.find(({ name }) => name.endsWith('.gopclntab')) ?? null), null)
  const asksLibc = symbols?.some(({ name, undefined: open }) => open && name === 'getaddrinfo') ?? null
  return {
    format: 'elf',
    bits: header.bits,
    endian: header.little ? 'little' : 'big',
    goos,
    goarch,
    machine,
    kind: kindOf(elf, dynamic, interpreter),
    linkage,
    interpreter,
    needed: dynamic.needed,
    soname: dynamic.soname,
    rpath: dynamic.rpath,
    runpath: dynamic.runpath,
    libc: staticGlibc ? 'glibc' : libcOf(interpreter, dynamic.needed, names, goos),
    glibc,
    glibcSymbols: symbolsOf(glibc, dynamic, symbols ?? []),
    versions: dynamic.needs.map(({ library, versions }) => ({
      library,
      versions: versions.flatMap(({ name, weak }) => (weak ? [] : [name])),
    })),
    provides: dynamic.definitions.flatMap(({ name, base }) => (base ? [] : [name])),
    stripped: !sections.some(({ type }) => type === SECTION.symbols),
    debugInfo: has(/^\.z?debug_info$/),
    cgo,
    // In a static program C code has no name that a loader would need.
    libcResolver: linkage === 'dynamic' ? asksLibc : cgo === false ? false : null,
    go,
    minimumSystem: null,
    faults: [],
  }
}
