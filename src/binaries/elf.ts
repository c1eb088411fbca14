import { Malformed, readPart, type ByteSource, type Faults, type Part } from './bytes.js'

/** The header of an ELF file, with the counts that stand elsewhere when they are too large for it. */
export interface ElfHeader {
  readonly bits: 32 | 64
  readonly little: boolean
  readonly osAbi: number
  readonly abiVersion: number
  readonly type: number
  readonly machine: number
  readonly entry: number
  readonly segmentsAt: number
  readonly sectionsAt: number
  readonly flags: number
  readonly segmentSize: number
  readonly segmentCount: number
  readonly sectionSize: number
  readonly sectionCount: number
  readonly sectionNames: number
}

/** One program header. Sizes and addresses in bytes. */
export interface ElfSegment {
  readonly type: number
  readonly flags: number
  readonly offset: number
  readonly address: number
  readonly physicalAddress: number
  readonly fileSize: number
  readonly memorySize: number
  readonly align: number
}

/** One section header. */
export interface ElfSection {
  readonly name: string
  readonly type: number
  readonly address: number
  readonly offset: number
  readonly size: number
  readonly link: number
  readonly entrySize: number
}

/** The frame of an ELF file: what the rest is found with. */
export interface Elf {
  readonly source: ByteSource
  readonly header: ElfHeader
  readonly segments: readonly ElfSegment[]
  readonly sections: readonly ElfSection[]
}

export const SEGMENT = { load: 1, dynamic: 2, interpreter: 3, note: 4 } as const
export const SECTION = { noBits: 8, symbols: 2, dynamicSymbols: 11 } as const

const MAX_SEGMENTS = 4096
/** Object files made with a section a function have tens of thousands. */
const MAX_SECTIONS = 200_000

function word(part: Part, bits: 32 | 64, at: number): number {
  return bits === 64 ? part.u64(at) : part.u32(at)
}

function readHeader(source: ByteSource): ElfHeader {
  const ident = readPart(source, 0, 16, true, 'the ELF header')
  const [kind, order] = [ident.u8(4), ident.u8(5)]
  if (kind !== 1 && kind !== 2) throw new Malformed(`the ELF class ${String(kind)} is neither 32 nor 64 bits`)
  if (order !== 1 && order !== 2) throw new Malformed(`the ELF byte order ${String(order)} is neither little nor big`)
  const bits = kind === 2 ? 64 : 32
  const little = order === 1
  const part = readPart(source, 0, bits === 64 ? 64 : 52, little, 'the ELF header')
  // The three addresses in the middle are what differs in size.
  const wide = bits === 64 ? 8 : 4
  const after = 24 + 3 * wide
  return {
    bits,
    little,
    osAbi: ident.u8(7),
    abiVersion: ident.u8(8),
    type: part.u16(16),
    machine: part.u16(18),
    entry: word(part, bits, 24),
    segmentsAt: word(part, bits, 24 + wide),
    sectionsAt: word(part, bits, 24 + 2 * wide),
    flags: part.u32(after),
    segmentSize: part.u16(after + 6),
    segmentCount: part.u16(after + 8),
    sectionSize: part.u16(after + 10),
    sectionCount: part.u16(after + 12),
    sectionNames: part.u16(after + 14),
  }
}

interface RawSection extends ElfSection {
  readonly nameAt: number
  readonly info: number
}

function readSection(part: Part, bits: 32 | 64, at: number): RawSection {
  const wide = bits === 64 ? 8 : 4
  return {
    name: '',
    nameAt: part.u32(at),
    type: part.u32(at + 4),
    address: word(part, bits, at + 8 + wide),
    offset: word(part, bits, at + 8 + 2 * wide),
    size: word(part, bits, at + 8 + 3 * wide),
    link: part.u32(at + 8 + 4 * wide),
    info: part.u32(at + 12 + 4 * wide),
    entrySize: word(part, bits, at + 16 + 5 * wide),
  }
}

/** Counts that do not fit into 16 bits stand in the first section. */
function widen(source: ByteSource, header: ElfHeader): ElfHeader {
  const { bits, little, sectionsAt, sectionSize } = header
  const escaped = header.segmentCount === 0xffff || header.sectionCount === 0 || header.sectionNames === 0xffff
  if (!escaped || sectionsAt === 0 || sectionSize !== (bits === 64 ? 64 : 40)) return header
  const first = readSection(readPart(source, sectionsAt, sectionSize, little, 'the first section header'), bits, 0)
  return {
    ...header,
    segmentCount: header.segmentCount === 0xffff ? first.info : header.segmentCount,
    sectionCount: header.sectionCount === 0 ? first.size : header.sectionCount,
    sectionNames: header.sectionNames === 0xffff ? first.link : header.sectionNames,
  }
}

function readSegments(source: ByteSource, { bits, little, segmentsAt, segmentSize, segmentCount }: ElfHeader): readonly ElfSegment[] {
  if (segmentCount === 0 || segmentsAt === 0) return []
  if (segmentSize !== (bits === 64 ? 56 : 32)) throw new Malformed(`program headers of ${String(segmentSize)} bytes are not ELF`)
  if (segmentCount > MAX_SEGMENTS) throw new Malformed(`the file claims ${String(segmentCount)} program headers`)
  const part = readPart(source, segmentsAt, segmentCount * segmentSize, little, 'the table of program headers')
  return Array.from({ length: segmentCount }, (_, index) => {
    const at = index * segmentSize
    if (bits === 32)
      return {
        type: part.u32(at),
        offset: part.u32(at + 4),
        address: part.u32(at + 8),
        physicalAddress: part.u32(at + 12),
        fileSize: part.u32(at + 16),
        memorySize: part.u32(at + 20),
        flags: part.u32(at + 24),
        align: part.u32(at + 28),
      }
    return {
      type: part.u32(at),
      flags: part.u32(at + 4),
      offset: part.u64(at + 8),
      address: part.u64(at + 16),
      physicalAddress: part.u64(at + 24),
      fileSize: part.u64(at + 32),
      memorySize: part.u64(at + 40),
      align: part.u64(at + 48),
    }
  })
}

function readSections(source: ByteSource, header: ElfHeader): readonly ElfSection[] {
  const { bits, little, sectionsAt, sectionSize, sectionCount, sectionNames } = header
  if (sectionCount === 0 || sectionsAt === 0) return []
  if (sectionSize !== (bits === 64 ? 64 : 40)) throw new Malformed(`section headers of ${String(sectionSize)} bytes are not ELF`)
  if (sectionCount > MAX_SECTIONS) throw new Malformed(`the file claims ${String(sectionCount)} sections`)
  const part = readPart(source, sectionsAt, sectionCount * sectionSize, little, 'the table of sections')
  const raw = Array.from({ length: sectionCount }, (_, index) => readSection(part, bits, index * sectionSize))
  const names = raw[sectionNames]
  if (names === undefined || names.type === SECTION.noBits) return raw
  const strings = readPart(source, names.offset, names.size, little, 'the names of sections')
  return raw.map(({ nameAt, type, address, offset, size, link, entrySize }) => {
    const name = nameAt < strings.length ? strings.text(nameAt, 256) : ''
    return { name, type, address, offset, size, link, entrySize }
  })
}

/** Reads the frame of an ELF file; throws `Malformed` when even its header cannot be read. */
export function readElf(source: ByteSource, faults: Faults): Elf {
  const narrow = readHeader(source)
  const header = faults.attempt(() => widen(source, narrow), narrow)
  return {
    source,
    header,
    segments: faults.attempt(() => readSegments(source, header), []),
    sections: faults.attempt(() => readSections(source, header), []),
  }
}

/** Where the byte of an address lies in the file; `null` where nothing of the file is mapped. */
export function offsetOf({ segments }: Elf, address: number): number | null {
  const found = segments.find(
    ({ type, address: start, fileSize }) => type === SEGMENT.load && address >= start && address - start < fileSize,
  )
  return found === undefined ? null : address - found.address + found.offset
}
