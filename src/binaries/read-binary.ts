import { collectFaults, Malformed, type ByteSource, type Faults } from './bytes.js'
import { readElfBinary } from './elf-binary.js'
import { readMachO, slicesOf } from './mach-o.js'
import type { Binary, BinaryReading } from './model.js'
import { readPe } from './pe.js'

/** Beginnings of files that people take for programs, as hexadecimal digits. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['2321', 'a script'],
  ['0061736d', 'WebAssembly'],
  ['213c617263683e0a', 'an archive of object files'],
  ['213c7468696e3e0a', 'an archive of object files'],
  ['cafebabe', 'a Java class'],
  ['1f8b', 'compressed (gzip)'],
  ['28b52ffd', 'compressed (zstd)'],
  ['504b0304', 'a zip file'],
  ['01df', 'XCOFF (AIX), which is not read here'],
  ['01f7', 'XCOFF (AIX), which is not read here'],
  ['00008a97', 'Plan 9, which is not read here'],
  ['000001eb', 'Plan 9, which is not read here'],
  ['00000647', 'Plan 9, which is not read here'],
]

const THIN = /^(?:feedfac[ef]|c[ef]faedfe)/

function beginningOf(source: ByteSource): string {
  return [...source.readAt(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

type Reader = (source: ByteSource, faults: Faults) => Binary

function one(source: ByteSource, read: Reader): BinaryReading {
  const faults = collectFaults()
  try {
    const binary = read(source, faults)
    return { kind: 'binary', fat: false, binaries: [{ ...binary, faults: faults.list }] }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return { kind: 'other', what: `damaged: ${error.message}` }
  }
}

function fat(source: ByteSource): BinaryReading | null {
  const faults = collectFaults()
  const slices = slicesOf(source, faults)
  if (slices === null) return null
  const [first, ...rest] = slices.flatMap((slice) => {
    // Never a fat file again: one that holds itself would not end.
    if (!THIN.test(beginningOf(slice))) return []
    const reading = one(slice, readMachO)
    return reading.kind === 'binary' ? reading.binaries : []
  })
  if (first === undefined) return { kind: 'other', what: `damaged: ${faults.list[0] ?? 'the fat file holds no program that can be read'}` }
  return { kind: 'binary', fat: true, binaries: [first, ...rest] }
}

/**
 * Reads what a file says of itself: ELF, Mach-O (thin and fat) and PE. Nothing in the file is trusted: offsets and counts are
 * bounded, what is malformed becomes a fault or `other`, and only errors of the source itself are thrown.
 */
export function readBinary(source: ByteSource): BinaryReading {
  const head = beginningOf(source)
  if (head === '') return { kind: 'other', what: 'empty' }
  if (head.startsWith('7f454c46')) return one(source, readElfBinary)
  if (THIN.test(head)) return one(source, readMachO)
  if (/^cafebab[ef]/.test(head) && head.length === 16) {
    const reading = fat(source)
    if (reading !== null) return reading
  }
  if (head.startsWith('4d5a')) return one(source, readPe)
  const what = OTHERS.find(([magic]) => head.startsWith(magic))?.[1]
  return { kind: 'other', what: what ?? 'no format of programs (ELF, Mach-O, PE)' }
}
