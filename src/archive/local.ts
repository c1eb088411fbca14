import type { DirectoryEntry } from './directory.js'
import { checkExtra } from './extra.js'
import { refusedEntry } from './refuse.js'

const HEADER = 0x04034b50
const HEADER_BYTES = 30
const DESCRIPTOR = 0x08074b50
const DESCRIPTOR_BYTES = 16
const NOTHING = Buffer.alloc(4)

/** Each of CRC and sizes as in the directory; a streaming writer may leave them zero. */
function agree(local: Buffer, { sums, hasDescriptor }: DirectoryEntry): boolean {
  return [0, 4, 8].every((at) => {
    const field = local.subarray(at, at + 4)
    return field.equals(sums.subarray(at, at + 4)) || (hasDescriptor && field.equals(NOTHING))
  })
}

/**
 * The packed bytes of an entry whose local header begins at `at`, and where what follows it begins; all of it lies before `end`.
 * Throws when the local header or the descriptor behind the data says anything else than the directory.
 */
export function readLocal(zip: Buffer, entry: DirectoryEntry, at: number, end: number): { readonly data: Buffer; readonly next: number } {
  const { name, packed, offset, hasDescriptor } = entry
  if (offset < at) throw refusedEntry(name, 'overlaps another entry, or stands in another order')
  if (offset > at) throw refusedEntry(name, 'has bytes before it that belong to no entry')
  if (at + HEADER_BYTES > end || zip.readUInt32LE(at) !== HEADER) throw refusedEntry(name, 'has no header where its data should be')
  const nameAt = at + HEADER_BYTES
  const extraAt = nameAt + zip.readUInt16LE(at + 26)
  const dataAt = extraAt + zip.readUInt16LE(at + 28)
  const next = dataAt + packed + (hasDescriptor ? DESCRIPTOR_BYTES : 0)
  if (next > end) throw refusedEntry(name, 'has data that reaches out of the archive, or into its directory')
  const agrees =
    zip.subarray(at + 4, at + 14).equals(entry.common) &&
    agree(zip.subarray(at + 14, at + 26), entry) &&
    zip.subarray(nameAt, extraAt).equals(name)
  if (!agrees) throw refusedEntry(name, 'has two headers that disagree')
  checkExtra(zip.subarray(extraAt, dataAt), name)
  const behind = zip.subarray(dataAt + packed, next)
  if (hasDescriptor && !(behind.readUInt32LE(0) === DESCRIPTOR && behind.subarray(4).equals(entry.sums)))
    throw refusedEntry(name, 'is followed by sizes and a checksum that disagree with its header')
  return { data: zip.subarray(dataAt, dataAt + packed), next }
}
