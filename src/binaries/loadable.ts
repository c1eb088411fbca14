import { collectFaults, Malformed, type ByteSource } from './bytes.js'
import { readElf } from './elf.js'
import { readDynamic, readDynamicSymbols, TAG } from './elf-dynamic.js'
import { readBinary } from './read-binary.js'
import type { FoundBinary } from './resolve.js'

/** A binary with what a loader needs of it: the symbols too. `null` for what is no ELF file. */
export function readLoadable(source: ByteSource, path: string): FoundBinary | null {
  const reading = readBinary(source)
  if (reading.kind !== 'binary') return null
  const [binary] = reading.binaries
  if (binary.format !== 'elf') return { path, binary, symbols: null, bindsNow: false }
  const faults = collectFaults()
  try {
    const elf = readElf(source, faults)
    const dynamic = readDynamic(elf, faults)
    const value = (tag: number): number => dynamic.entries.find((entry) => entry.tag === tag)?.value ?? 0
    const bindsNow = dynamic.entries.some(({ tag }) => tag === TAG.bindNow) || (value(TAG.flags) & 8) !== 0 || (value(TAG.flags1) & 1) !== 0
    return { path, binary, symbols: faults.attempt(() => readDynamicSymbols(elf, dynamic), null), bindsNow }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return null
  }
}
