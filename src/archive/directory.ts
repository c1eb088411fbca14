import { faultOfName } from './entry-name.js'
import { checkExtra } from './extra.js'
import { refused, refusedEntry } from './refuse.js'

/** What a zip may hold at most. */
export interface ZipLimits {
  readonly entries: number
  /** Bytes of one unpacked entry, and of all together. */
  readonly entryBytes: number
  readonly totalBytes: number
}

/** One entry as the directory has it; the local header must say the same. */
export interface DirectoryEntry {
  readonly name: Buffer
  /** Version, flags, method, time and date: ten bytes that stand alike in both headers. */
  readonly common: Buffer
  /** CRC and both sizes: twelve bytes, likewise. */
  readonly sums: Buffer
  readonly isDeflated: boolean
  /** CRC and sizes stand behind the data, because the writer was streaming. */
  readonly hasDescriptor: boolean
  readonly crc: number
  readonly packed: number
  readonly size: number
  /** Where its local header begins. */
  readonly offset: number
}

export interface Directory {
  /** Where it begins: all before it must be entries. */
  readonly offset: number
  readonly entries: readonly DirectoryEntry[]
}

const END = 0x06054b50
const END_BYTES = 22
const HEADER = 0x02014b50
const HEADER_BYTES = 46
/** A deflated entry needs version 2.0; more is zip64, encryption or another method (APPNOTE 4.4.3). */
const MAX_VERSION = 20
const DESCRIPTOR = 0x0008
/** Two bits that tell how hard the deflater tried, the descriptor, UTF-8 names. */
const KNOWN_FLAGS = 0x0006 | DESCRIPTOR | 0x0800
const ENCRYPTED = 0x2041
const FAT_FOLDER = 0x10
const UNIX_TYPE = 0o170000
const UNIX_FILE = 0o100000
const UNIX_SPECIAL = 0o7000

interface End {
  readonly count: number
  readonly offset: number
  readonly at: number
}

/** Why there is no end record where the last bytes are. */
function faultOfEnd(zip: Buffer): string {
  const last = zip.lastIndexOf(Uint8Array.of(0x50, 0x4b, 0x05, 0x06))
  if (last === -1 || last + END_BYTES > zip.length) return 'it has no end record: it is truncated, or no zip'
  const comment = zip.readUInt16LE(last + 20)
  if (comment > 0 && last + END_BYTES + comment === zip.length) return 'it has a comment'
  return 'bytes follow its end record, or the record is cut'
}

function readEnd(zip: Buffer, limits: ZipLimits): End {
  const at = zip.length - END_BYTES
  if (at < 0 || zip.readUInt32LE(at) !== END || zip.readUInt16LE(at + 20) !== 0) throw refused(faultOfEnd(zip))
  const [disk, firstDisk] = [zip.readUInt16LE(at + 4), zip.readUInt16LE(at + 6)]
  const [here, count] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)]
  const [bytes, offset] = [zip.readUInt32LE(at + 12), zip.readUInt32LE(at + 16)]
  if (count === 0xffff || bytes === 0xffffffff || offset === 0xffffffff) throw refused('it is a zip64, far larger than anything expected')
  if (disk !== 0 || firstDisk !== 0 || here !== count) throw refused('it is one of several volumes')
  if (count > limits.entries) throw refused(`it has ${String(count)} entries; at most ${String(limits.entries)} are read`)
  if (offset + bytes !== at) throw refused('its directory does not lie right before its end record: bytes were put in or taken out')
  return { count, offset, at }
}

function checkKind(zip: Buffer, at: number, name: Buffer): void {
  const [flags, method] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)]
  if ((flags & ENCRYPTED) !== 0) throw refusedEntry(name, 'is encrypted')
  if ((flags & ~KNOWN_FLAGS) !== 0) throw refusedEntry(name, `has flags that are not known (0x${flags.toString(16)})`)
  if (method !== 0 && method !== 8) throw refusedEntry(name, `is packed by method ${String(method)}; only stored and deflated are read`)
  if (zip.readUInt16LE(at + 6) > MAX_VERSION) throw refusedEntry(name, 'needs a later zip version (zip64, encryption)')
  const attributes = zip.readUInt32LE(at + 38)
  const mode = attributes >>> 16
  if ((attributes & FAT_FOLDER) !== 0) throw refusedEntry(name, 'is a folder; only files at the top are read')
  if ((mode & UNIX_TYPE) !== 0 && (mode & UNIX_TYPE) !== UNIX_FILE) throw refusedEntry(name, 'is a link, a device or another special file')
  if ((mode & UNIX_SPECIAL) !== 0) throw refusedEntry(name, 'has special permissions (setuid, setgid, sticky)')
}

function readHeader(zip: Buffer, at: number, end: number): { readonly entry: DirectoryEntry; readonly next: number } {
  if (at + HEADER_BYTES > end || zip.readUInt32LE(at) !== HEADER) throw refused('its directory is malformed')
  const [nameBytes, extraBytes, commentBytes] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
  const nameAt = at + HEADER_BYTES
  const next = nameAt + nameBytes + extraBytes + commentBytes
  if (next > end) throw refused('its directory is malformed: a name reaches out of it')
  const name = zip.subarray(nameAt, nameAt + nameBytes)
  const fault = faultOfName(name)
  if (fault !== null) throw refusedEntry(name, fault)
  if (commentBytes > 0) throw refusedEntry(name, 'has a comment')
  if (zip.readUInt16LE(at + 34) !== 0) throw refusedEntry(name, 'lies on another volume')
  checkKind(zip, at, name)
  const [packed, size, offset] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), zip.readUInt32LE(at + 42)]
  if (packed === 0xffffffff || size === 0xffffffff || offset === 0xffffffff) throw refusedEntry(name, 'has the sizes of a zip64')
  checkExtra(zip.subarray(nameAt + nameBytes, next), name)
  return {
    entry: {
      name,
      common: zip.subarray(at + 6, at + 16),
      sums: zip.subarray(at + 16, at + 28),
      isDeflated: zip.readUInt16LE(at + 10) === 8,
      hasDescriptor: (zip.readUInt16LE(at + 8) & DESCRIPTOR) !== 0,
      crc: zip.readUInt32LE(at + 16),
      packed,
      size,
      offset,
    },
    next,
  }
}

/** Reads the directory and holds it to the limits: what is declared too large is refused before anything is unpacked. */
export function readDirectory(zip: Buffer, limits: ZipLimits): Directory {
  const { count, offset, at: end } = readEnd(zip, limits)
  const entries: DirectoryEntry[] = []
  const names = new Set<string>()
  let total = 0
  let at = offset
  while (entries.length < count) {
    const { entry, next } = readHeader(zip, at, end)
    const { name, size } = entry
    if (size > limits.entryBytes)
      throw refusedEntry(name, `unpacks to ${String(size)} bytes; at most ${String(limits.entryBytes)} are read`)
    total += size
    if (total > limits.totalBytes) throw refused(`its entries unpack to more than ${String(limits.totalBytes)} bytes`)
    // Names are ASCII here, so that the lower case is all that file systems fold.
    const key = name.toString('latin1').toLowerCase()
    if (names.has(key)) throw refusedEntry(name, 'is in it twice, in this or another case')
    names.add(key)
    entries.push(entry)
    at = next
  }
  if (at !== end) throw refused('its directory holds more than its end record says')
  return { offset, entries }
}
