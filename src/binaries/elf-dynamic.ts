import { Malformed, readPart, type Faults, type Part } from './bytes.js'
import { offsetOf, SECTION, SEGMENT, type Elf } from './elf.js'

/** One entry of the dynamic section: a tag and a number. */
export interface DynamicEntry {
  readonly tag: number
  readonly value: number
}

/** Symbol versions asked of one library. */
export interface VersionNeed {
  readonly library: string
  readonly versions: readonly { readonly name: string; readonly weak: boolean; readonly index: number }[]
}

/** One symbol version that a library defines; `base` is the library's own name. */
export interface VersionDefinition {
  readonly name: string
  readonly base: boolean
  readonly index: number
}

/** A symbol that a loader binds. */
export interface DynamicSymbol {
  readonly name: string
  /** Somebody else must define it. */
  readonly undefined: boolean
  readonly weak: boolean
  /** Nobody else sees it. */
  readonly local: boolean
  readonly versionIndex: number | null
}

/** What a loader is told. */
export interface Dynamic {
  readonly entries: readonly DynamicEntry[]
  readonly needed: readonly string[]
  readonly soname: string | null
  readonly rpath: readonly string[]
  readonly runpath: readonly string[]
  readonly needs: readonly VersionNeed[]
  readonly definitions: readonly VersionDefinition[]
  /** `DF_1_PIE`: an executable, although its type says library. */
  readonly pie: boolean
}

/** Tags of the dynamic section that are used here (glibc's elf.h). */
export const TAG = {
  end: 0,
  needed: 1,
  hash: 4,
  strings: 5,
  symbols: 6,
  stringsSize: 10,
  soname: 14,
  rpath: 15,
  bindNow: 24,
  runpath: 29,
  flags: 30,
  flags1: 0x6ffffffb,
  definitions: 0x6ffffffc,
  definitionCount: 0x6ffffffd,
  needs: 0x6ffffffe,
  needCount: 0x6fffffff,
  versionSymbols: 0x6ffffff0,
} as const

const MAX_ENTRIES = 20_000
const MAX_VERSIONS = 20_000
const MAX_SYMBOLS = 1_000_000

function readEntries({ source, header, segments }: Elf): readonly DynamicEntry[] {
  const segment = segments.find(({ type }) => type === SEGMENT.dynamic)
  if (segment === undefined || segment.fileSize === 0) return []
  const wide = header.bits === 64 ? 8 : 4
  const count = Math.min(Math.floor(segment.fileSize / (2 * wide)), MAX_ENTRIES)
  const part = readPart(source, segment.offset, count * 2 * wide, header.little, 'the dynamic section')
  const entries: DynamicEntry[] = []
  for (let at = 0; at < part.length; at += 2 * wide) {
    const tag = wide === 8 ? part.u64(at) : part.u32(at)
    entries.push({ tag, value: wide === 8 ? part.u64(at + wide) : part.u32(at + wide) })
    if (tag === TAG.end) break
  }
  return entries
}

function valueOf(entries: readonly DynamicEntry[], tag: number): number | null {
  return entries.find((entry) => entry.tag === tag)?.value ?? null
}

function partAt(elf: Elf, address: number, length: number, what: string): Part {
  const offset = offsetOf(elf, address)
  if (offset === null) throw new Malformed(`${what} lies at an address that nothing is mapped to`)
  return readPart(elf.source, offset, length, elf.header.little, what)
}

function readStrings(elf: Elf, entries: readonly DynamicEntry[]): Part | null {
  const address = valueOf(entries, TAG.strings)
  return address === null ? null : partAt(elf, address, valueOf(entries, TAG.stringsSize) ?? 0, 'the table of dynamic strings')
}

/** What is left of the file from an address on, at most `max` bytes: lists that say their length only by their links. */
function restAt(elf: Elf, address: number, max: number, what: string): Part {
  const offset = offsetOf(elf, address)
  if (offset === null) throw new Malformed(`${what} lies at an address that nothing is mapped to`)
  return readPart(elf.source, offset, Math.min(max, elf.source.size - offset), elf.header.little, what)
}

/** Both lists of versions are at most this long; one entry takes 16 to 20 bytes. */
const VERSION_BYTES = 1024 * 1024

function readNeeds(elf: Elf, entries: readonly DynamicEntry[], strings: Part): readonly VersionNeed[] {
  const address = valueOf(entries, TAG.needs)
  if (address === null) return []
  const part = restAt(elf, address, VERSION_BYTES, 'the list of needed versions')
  const count = Math.min(valueOf(entries, TAG.needCount) ?? 0, MAX_VERSIONS)
  const needs: VersionNeed[] = []
  let left = MAX_VERSIONS
  for (let at = 0, index = 0; index < count; index += 1) {
    const versions: VersionNeed['versions'][number][] = []
    for (let aux = at + part.u32(at + 8), rest = part.u16(at + 2); rest > 0; rest -= 1) {
      left -= 1
      if (left < 0) throw new Malformed('the list of needed versions does not end')
      versions.push({ name: strings.text(part.u32(aux + 8)), weak: (part.u16(aux + 4) & 2) !== 0, index: part.u16(aux + 6) })
      const next = part.u32(aux + 12)
      if (next === 0) break
      aux += next
    }
    needs.push({ library: strings.text(part.u32(at + 4)), versions })
    const next = part.u32(at + 12)
    if (next === 0) break
    at += next
  }
  return needs
}

function readDefinitions(elf: Elf, entries: readonly DynamicEntry[], strings: Part): readonly VersionDefinition[] {
  const address = valueOf(entries, TAG.definitions)
  if (address === null) return []
  const part = restAt(elf, address, VERSION_BYTES, 'the list of defined versions')
  const count = Math.min(valueOf(entries, TAG.definitionCount) ?? 0, MAX_VERSIONS)
  const definitions: VersionDefinition[] = []
  for (let at = 0, index = 0; index < count; index += 1) {
    // The first name is its own, the others are those it inherits from.
    const name = part.u16(at + 6) === 0 ? '' : strings.text(part.u32(at + part.u32(at + 12)))
    definitions.push({ name, base: (part.u16(at + 2) & 1) !== 0, index: part.u16(at + 4) })
    const next = part.u32(at + 16)
    if (next === 0) break
    at += next
  }
  return definitions
}

const EMPTY: Dynamic = { entries: [], needed: [], soname: null, rpath: [], runpath: [], needs: [], definitions: [], pie: false }

/** Reads what a loader is told; empty for a static program. */
export function readDynamic(elf: Elf, faults: Faults): Dynamic {
  const entries = faults.attempt(() => readEntries(elf), [])
  const pie = ((valueOf(entries, TAG.flags1) ?? 0) & 0x08000000) !== 0
  const strings = faults.attempt(() => readStrings(elf, entries), null)
  if (strings === null) return { ...EMPTY, entries, pie }
  const texts = (tag: number): readonly string[] =>
    entries.flatMap((entry) => (entry.tag === tag ? faults.attempt(() => [strings.text(entry.value)], []) : []))
  const folders = (tag: number): readonly string[] => texts(tag).flatMap((list) => list.split(':').filter((folder) => folder !== ''))
  return {
    entries,
    needed: texts(TAG.needed),
    soname: texts(TAG.soname)[0] ?? null,
    rpath: folders(TAG.rpath),
    runpath: folders(TAG.runpath),
    needs: faults.attempt(() => readNeeds(elf, entries, strings), []),
    definitions: faults.attempt(() => readDefinitions(elf, entries, strings), []),
    pie,
  }
}

/** How many dynamic symbols there are: by the section, else by the hash table; `null` when neither is there. */
function countSymbols(elf: Elf, entries: readonly DynamicEntry[], size: number): number | null {
  const section = elf.sections.find(({ type }) => type === SECTION.dynamicSymbols)
  if (section !== undefined) return Math.floor(section.size / size)
  const hash = valueOf(entries, TAG.hash)
  return hash === null ? null : partAt(elf, hash, 8, 'the hash table').u32(4)
}

/** The symbols that a loader binds, in the order of the file; `null` when their number is not said anywhere. Throws `Malformed`. */
export function readDynamicSymbols(elf: Elf, { entries }: Dynamic): readonly DynamicSymbol[] | null {
  const address = valueOf(entries, TAG.symbols)
  const strings = readStrings(elf, entries)
  if (address === null || strings === null) return null
  const size = elf.header.bits === 64 ? 24 : 16
  const count = countSymbols(elf, entries, size)
  if (count === null) return null
  if (count > MAX_SYMBOLS) throw new Malformed(`the file claims ${String(count)} dynamic symbols`)
  const table = partAt(elf, address, count * size, 'the table of dynamic symbols')
  const versionsAt = valueOf(entries, TAG.versionSymbols)
  const versions = versionsAt === null ? null : partAt(elf, versionsAt, count * 2, 'the table of symbol versions')
  return Array.from({ length: count }, (_, index) => {
    const at = index * size
    const wide = elf.header.bits === 64
    const binding = table.u8(at + (wide ? 4 : 12)) >> 4
    return {
      name: strings.text(table.u32(at)),
      weak: binding === 2,
      local: binding === 0,
      undefined: table.u16(at + (wide ? 6 : 14)) === 0,
      versionIndex: versions === null ? null : versions.u16(index * 2),
    }
  })
}
