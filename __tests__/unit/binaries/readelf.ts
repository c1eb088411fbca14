import { execFileSync } from 'node:child_process'
import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { collectFaults, type ByteSource } from '../../../src/binaries/bytes.js'
import { readElfBinary } from '../../../src/binaries/elf-binary.js'
import { readDynamic, readDynamicSymbols } from '../../../src/binaries/elf-dynamic.js'
import { readElf } from '../../../src/binaries/elf.js'

/** A file on disk as a source that counts what is read of it. */
export function fileSource(path: string): ByteSource & { close(): void; readonly readBytes: () => number } {
  const file = openSync(path, 'r')
  let count = 0
  return {
    size: fstatSync(file).size,
    readAt(offset, length) {
      const buffer = Buffer.alloc(length)
      const done = readSync(file, buffer, 0, length, offset)
      count += done
      return buffer.subarray(0, done)
    },
    close: () => {
      closeSync(file)
    },
    readBytes: () => count,
  }
}

function isElf(path: string): boolean {
  const source = fileSource(path)
  try {
    return source.size > 64 && Buffer.from(source.readAt(0, 4)).toString('latin1') === '\u007FELF'
  } finally {
    source.close()
  }
}

/** ELF files below some folders, evenly picked, always the same ones. */
export function systemElfFiles(folders: readonly string[], wanted: number): readonly string[] {
  const files: string[] = []
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) visit(path)
      else if (entry.isFile() && /\.so(?:\.|$)|\.o$|^[^.]+$|\.node$/.test(entry.name)) files.push(path)
    }
  }
  for (const folder of folders) visit(folder)
  const elf = files.toSorted().filter(isElf)
  const step = Math.max(1, elf.length / wanted)
  return Array.from({ length: Math.min(wanted, elf.length) }, (_, index) => elf[Math.floor(index * step)] ?? '')
}

/** What is compared, in the words of readelf. */
export interface ElfFacts {
  readonly header: Readonly<Record<string, string | number>>
  readonly segments: readonly string[]
  readonly interpreter: string | null
  readonly dynamic: readonly string[]
  readonly needs: readonly string[]
  readonly definitions: readonly string[]
  readonly symbolVersions: readonly string[]
}

function hex(text: string | undefined): number {
  return Number.parseInt((text ?? '').replace(/^0x/, ''), 16)
}

const TYPES: Readonly<Record<string, number>> = { NULL: 0, LOAD: 1, DYNAMIC: 2, INTERP: 3, NOTE: 4, PHDR: 6, TLS: 7 }

/** Tags whose value readelf writes as a number that can be read again. */
const NUMBERS = /^(?:0x[0-9a-f]+|\d+(?: \(bytes\))?)$/

/** What readelf -hldV says. */
export function readelfFacts(path: string): ElfFacts {
  const text = execFileSync('readelf', ['-hldVW', path], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const field = (name: string): string => new RegExp(`^  ${name}:\\s+(.*)$`, 'm').exec(text)?.[1] ?? ''
  const count = (name: string): number => Number(/\((\d+)\)/.exec(field(name))?.[1] ?? field(name).split(' ')[0])
  const segments: string[] = []
  for (const row of text.matchAll(
    /^  (\S+) +0x([0-9a-f]+) 0x([0-9a-f]+) 0x([0-9a-f]+) 0x([0-9a-f]+) 0x([0-9a-f]+) ([R ][W ][E ]) 0x([0-9a-f]+)$|^  (\S+) +0x([0-9a-f]+) 0x([0-9a-f]+) 0x([0-9a-f]+) 0x([0-9a-f]+) 0x([0-9a-f]+) ([R ][W ][E ]) 0$/gm,
  )) {
    const [name, offset, address, physical, fileSize, memorySize, flags, align] = row[1] === undefined ? row.slice(9) : row.slice(1, 9)
    const bits = (flags?.includes('R') === true ? 4 : 0) + (flags?.includes('W') === true ? 2 : 0) + (flags?.includes('E') === true ? 1 : 0)
    segments.push(
      [TYPES[name ?? ''] ?? 'other', ...[offset, address, physical, fileSize, memorySize].map(hex), bits, hex(align ?? '0')].join(' '),
    )
  }
  const dynamic: string[] = []
  for (const [, tag, name, value = ''] of text.matchAll(/^ 0x([0-9a-f]{8,16}) \(([^)]*)\) *(.*)$/gm)) {
    const quoted = /^(?:Shared library|Library soname|Library rpath|Library runpath): \[(.*)\]$/.exec(value)?.[1]
    const number = NUMBERS.test(value) && name !== 'PLTREL' ? Number(value.split(' ')[0]) : null
    dynamic.push(`${String(hex(tag))} ${quoted ?? (number === null ? '' : String(number))}`.trim())
  }
  const section = (title: string): string => {
    const start = text.indexOf(`\n${title} section`)
    if (start < 0) return ''
    const next = text.slice(start + 1).search(/\n(?:Version (?:symbols|needs|definition)|No version information)/)
    return next < 0 ? text.slice(start) : text.slice(start, start + 1 + next)
  }
  const needs: string[] = []
  for (const row of section('Version needs').matchAll(/File: (\S+) {2}Cnt: \d+|Name: (\S+) {2}Flags: (.*?) {2}Version: (\d+)/g))
    needs.push(row[1] ?? `  ${row[2] ?? ''} ${row[3]?.includes('WEAK') === true ? 'weak ' : ''}${row[4] ?? ''}`)
  const definitions = [...section('Version definition').matchAll(/Flags: (.*?) {2}Index: (\d+) {2}Cnt: \d+ {2}Name: (\S+)/g)].map(
    ([, flags, index, name]) => `${name ?? ''} ${flags?.includes('BASE') === true ? 'base ' : ''}${index ?? ''}`,
  )
  const rows = [...section('Version symbols').matchAll(/^  [0-9a-f]+: (.*)$/gm)].map(([, row = '']) => row).join(' ')
  const symbolVersions = [...` ${rows}`.matchAll(/ ([0-9a-f]+)(h?) *\([^)]*\)/g)].map(
    ([, index, hidden]) => `${String(hex(index))}${hidden ?? ''}`,
  )
  return {
    header: {
      bits: field('Class').slice(3),
      data: field('Data').includes('little') ? 'little' : 'big',
      type: field('Type').split(' ')[0] ?? '',
      entry: hex(field('Entry point address')),
      segmentsAt: count('Start of program headers'),
      sectionsAt: count('Start of section headers'),
      flags: hex(field('Flags').split(/[, ]/)[0]),
      segmentSize: count('Size of program headers'),
      segmentCount: count('Number of program headers'),
      sectionSize: count('Size of section headers'),
      sectionCount: count('Number of section headers'),
      sectionNames: count('Section header string table index'),
    },
    segments,
    interpreter: /\[Requesting program interpreter: (.*)\]/.exec(text)?.[1] ?? null,
    dynamic,
    needs,
    definitions,
    symbolVersions,
  }
}

const NAMES: Readonly<Record<number, string>> = { 1: 'REL', 2: 'EXEC', 3: 'DYN', 4: 'CORE' }

/** What is read here, in the same words; `like` says which values readelf wrote as numbers. */
export function ownFacts(path: string, like: ElfFacts): ElfFacts & { readonly faults: readonly string[] } {
  const source = fileSource(path)
  try {
    const faults = collectFaults()
    const elf = readElf(source, faults)
    const dynamic = readDynamic(elf, faults)
    const { header } = elf
    const names = [...dynamic.needed]
    const known = new Set(Object.values(TYPES))
    const hasVersions = elf.sections.some(({ type }) => type === 0x6fffffff)
    const symbols = readDynamicSymbols(elf, dynamic) ?? []
    return {
      header: {
        bits: String(header.bits),
        data: header.little ? 'little' : 'big',
        type: NAMES[header.type] ?? '',
        entry: header.entry,
        segmentsAt: header.segmentsAt,
        sectionsAt: header.sectionsAt,
        flags: header.flags,
        segmentSize: header.segmentSize,
        segmentCount: header.segmentCount,
        sectionSize: header.sectionSize,
        sectionCount: header.sectionCount,
        sectionNames: header.sectionNames,
      },
      segments: elf.segments.map(({ type, offset, address, physicalAddress, fileSize, memorySize, flags, align }) =>
        [known.has(type) ? type : 'other', offset, address, physicalAddress, fileSize, memorySize, flags, align].join(' '),
      ),
      interpreter: readElfBinary(source, collectFaults()).interpreter,
      dynamic: dynamic.entries.map(({ tag, value }, index) => {
        const wanted = like.dynamic[index] ?? ''
        if (tag === 1) return `1 ${names.shift() ?? ''}`
        if (tag === 14) return `14 ${dynamic.soname ?? ''}`
        if (tag === 15) return `15 ${dynamic.rpath.join(':')}`
        if (tag === 29) return `29 ${dynamic.runpath.join(':')}`
        return wanted.includes(' ') ? `${String(tag)} ${String(value)}` : String(tag)
      }),
      needs: dynamic.needs.flatMap(({ library, versions }) => [
        library,
        ...versions.map(({ name, weak, index }) => `  ${name} ${weak ? 'weak ' : ''}${String(index)}`),
      ]),
      definitions: dynamic.definitions.map(({ name, base, index }) => `${name} ${base ? 'base ' : ''}${String(index)}`),
      symbolVersions: hasVersions
        ? symbols.map(({ versionIndex }) => `${String((versionIndex ?? 0) & 0x7fff)}${((versionIndex ?? 0) & 0x8000) === 0 ? '' : 'h'}`)
        : [],
      faults: faults.list,
    }
  } finally {
    source.close()
  }
}
