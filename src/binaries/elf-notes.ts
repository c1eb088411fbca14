import { readPart, type Faults } from './bytes.js'
import { SEGMENT, type Elf } from './elf.js'

/** One note: who wrote it and its type. */
export interface ElfNote {
  readonly owner: string
  readonly type: number
}

/** Notes that a program carries take some hundred bytes. */
const MAX_BYTES = 64 * 1024

/** The notes of a program, by its segments. */
export function readNotes({ source, header, segments }: Elf, faults: Faults): readonly ElfNote[] {
  const notes: ElfNote[] = []
  // What is no program (a core) has large ones that say nothing here.
  for (const { offset, fileSize, align } of segments.filter(({ type }) => type === SEGMENT.note).slice(0, 16)) {
    faults.attempt(() => {
      const part = readPart(source, offset, Math.min(fileSize, MAX_BYTES), header.little, 'a note')
      const step = align === 8 ? 8 : 4
      const up = (size: number): number => Math.ceil(size / step) * step
      for (let at = 0; at + 12 <= part.length;) {
        const [nameSize, size, type] = [part.u32(at), part.u32(at + 4), part.u32(at + 8)]
        if (at + 12 + nameSize > part.length) break
        notes.push({ owner: part.text(at + 12, Math.min(nameSize, 64)), type })
        at = up(at + 12 + nameSize) + up(size)
      }
    }, undefined)
  }
  return notes
}
