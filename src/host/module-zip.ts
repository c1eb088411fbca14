import { createHash, hash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { Readable } from 'node:stream'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { errorCode } from '../errors.js'
import { faultOfFileName, openNameTree } from '../modules/index.js'
import { byteOrder } from '../snapshot/index.js'
import type { HashedFile } from './host.js'

/** golang.org/x/mod/zip, MaxZipFile: of the zip, and of all that is in it. */
const MAX_BYTES = 500 * 1024 * 1024
/** golang.org/x/mod/zip, MaxGoMod and MaxLICENSE: of the two files that tools read whole. */
const MAX_READ_WHOLE = 16 * 1024 * 1024
/** No module comes near: what the names of a zip may take of memory. */
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024
const MAX_NAMES = 500_000
/** Larger entries are inflated piece by piece. */
const MAX_IN_MEMORY = 8 * 1024 * 1024
const PIECE = 1024 * 1024

const END = 0x06054b50
const END_BYTES = 22
const MAX_COMMENT = 0xffff
const ZIP64_LOCATOR = 0x07064b50
const ZIP64_LOCATOR_BYTES = 20
const ZIP64_END = 0x06064b50
const ZIP64_END_BYTES = 56
const HEADER = 0x02014b50
const HEADER_BYTES = 46
const LOCAL = 0x04034b50
const LOCAL_BYTES = 30
/** Extra fields of a local header, a prefix of the name, and some room. */
const USUAL_EXTRA = 256
const STORED = 0
const DEFLATED = 8

/** Content that is no module zip; its message is one sentence part: `it has no directory`. */
export class ZipFault extends Error {}

interface Entry {
  /** Below the module, without the prefix; ends with `/` for a folder. */
  readonly path: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
  readonly mode: number
}

/** Synchronous on purpose: a module has thousands of small entries, and a promise for each costs more than reading it. */
function readAt(file: number, at: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length)
  let done = 0
  while (done < length) {
    const read = readSync(file, buffer, done, length - done, at + done)
    if (read === 0) throw new ZipFault('it is truncated')
    done += read
  }
  return buffer
}

interface DirectoryPlace {
  readonly offset: number
  readonly bytes: number
  readonly count: number
}

function findDirectory(file: number, size: number): DirectoryPlace {
  const tailBytes = Math.min(size, END_BYTES + MAX_COMMENT + ZIP64_LOCATOR_BYTES)
  const tail = readAt(file, size - tailBytes, tailBytes)
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END || at + END_BYTES + tail.readUInt16LE(at + 20) > tail.length) continue
    const place = { count: tail.readUInt16LE(at + 10), bytes: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) }
    const isZip64 = place.count === 0xffff || place.bytes === 0xffffffff || place.offset === 0xffffffff
    const locator = at - ZIP64_LOCATOR_BYTES
    if (!isZip64 || locator < 0 || tail.readUInt32LE(locator) !== ZIP64_LOCATOR) return place
    const end = readAt(file, Number(tail.readBigUInt64LE(locator + 8)), ZIP64_END_BYTES)
    if (end.readUInt32LE(0) !== ZIP64_END) throw new ZipFault('its directory cannot be found')
    return { count: Number(end.readBigUInt64LE(32)), bytes: Number(end.readBigUInt64LE(40)), offset: Number(end.readBigUInt64LE(48)) }
  }
  throw new ZipFault('it is no zip')
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

function decodeName(bytes: Buffer, prefix: string): string {
  let name
  try {
    name = UTF8.decode(bytes)
  } catch {
    throw new ZipFault('it holds a name that is not UTF-8')
  }
  if (!name.startsWith(`${prefix}/`)) throw new ZipFault(`it holds ${JSON.stringify(name.slice(0, 200))}, which is not below ${prefix}/`)
  const path = name.slice(prefix.length + 1)
  const fault = path === '' ? null : faultOfFileName(path.endsWith('/') ? path.slice(0, -1) : path)
  if (fault !== null) throw new ZipFault(`it holds ${JSON.stringify(path.slice(0, 200))}, whose name ${fault}`)
  return path
}

/** golang.org/x/mod/zip: the module's own go.mod is the only one, and in small letters. */
function isStrayGoMod(path: string): boolean {
  return /(?:^|\/)go\.mod$/i.test(path) && path !== 'go.mod'
}

/** Reads the directory of a module zip, and holds it to the rules of golang.org/x/mod/zip, CheckZip. */
function readEntries(file: number, prefix: string): readonly Entry[] {
  const found = fstatSync(file)
  if (!found.isFile()) throw new ZipFault('it is no regular file')
  if (found.size > MAX_BYTES) throw new ZipFault('it is larger than a module may be (500 MiB)')
  const { offset: begin, bytes, count } = findDirectory(file, found.size)
  if (begin + bytes > found.size || count * HEADER_BYTES > bytes) throw new ZipFault('its directory lies about its size')
  if (bytes > MAX_DIRECTORY_BYTES) throw new ZipFault('its directory is larger than that of any module (64 MiB)')
  const directory = readAt(file, begin, bytes)
  const entries: Entry[] = []
  const names = openNameTree()
  let total = 0
  let totalPacked = 0
  for (let at = 0; entries.length < count;) {
    if (at + HEADER_BYTES > bytes || directory.readUInt32LE(at) !== HEADER) throw new ZipFault('its directory is broken')
    const nameBytes = directory.readUInt16LE(at + 28)
    const next = at + HEADER_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    if (next > bytes) throw new ZipFault('its directory is broken')
    const path = decodeName(directory.subarray(at + HEADER_BYTES, at + HEADER_BYTES + nameBytes), prefix)
    const size = directory.readUInt32LE(at + 24)
    total += size
    if (total > MAX_BYTES) throw new ZipFault('it unpacks to more than a module may hold (500 MiB)')
    if ((path === 'go.mod' || path === 'LICENSE') && size > MAX_READ_WHOLE)
      throw new ZipFault(`its ${path} is larger than it may be (16 MiB)`)
    const isFolder = path.endsWith('/')
    const clash = path === '' ? null : names.add(isFolder ? path.slice(0, -1) : path, isFolder)
    if (clash !== null) throw new ZipFault(`it holds ${JSON.stringify(path.slice(0, 200))}, which ${clash}`)
    if (isStrayGoMod(path)) throw new ZipFault(`it holds ${JSON.stringify(path.slice(0, 200))}: a module has one go.mod, at its root`)
    if (names.size > MAX_NAMES) throw new ZipFault('it holds more files than any module (500,000)')
    const packed = directory.readUInt32LE(at + 20)
    const offset = directory.readUInt32LE(at + 42)
    // Else a few bytes could be read a million times.
    totalPacked += packed
    if (totalPacked > found.size) throw new ZipFault('its files lie over each other')
    if (offset + LOCAL_BYTES + packed > found.size) throw new ZipFault('its directory points beyond its end')
    const isUnix = directory.readUInt8(at + 5) === 3
    entries.push({
      path,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed,
      size,
      offset,
      mode: isUnix ? (directory.readUInt32LE(at + 38) >>> 16) & 0o7777 : 0,
    })
    at = next
  }
  return entries
}

function describe({ path }: Entry, what: string): ZipFault {
  return new ZipFault(`${JSON.stringify(path.slice(0, 200))} in it ${what}`)
}

/** Where the content of an entry begins, behind its local header. */
function startOf(entry: Entry, header: Buffer): number {
  if (header.readUInt32LE(0) !== LOCAL) throw describe(entry, 'is not where the directory says')
  if (entry.method !== STORED && entry.method !== DEFLATED) throw describe(entry, 'is packed in a way that Go does not read')
  if (entry.method === STORED && entry.packed !== entry.size) throw describe(entry, 'lies about its size')
  return LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
}

function isSmall({ packed, size }: Entry): boolean {
  return packed <= MAX_IN_MEMORY && size <= MAX_IN_MEMORY
}

/** The content of a small entry, by one read where its header is no longer than usual. */
function readSmall(file: number, entry: Entry, zipBytes: number): Buffer {
  const nameBytes = Buffer.byteLength(entry.path) + USUAL_EXTRA
  const head = readAt(file, entry.offset, Math.min(LOCAL_BYTES + nameBytes + entry.packed, zipBytes - entry.offset))
  const start = startOf(entry, head)
  const packed =
    start + entry.packed <= head.length ? head.subarray(start, start + entry.packed) : readAt(file, entry.offset + start, entry.packed)
  if (entry.method === STORED) return packed
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch {
    throw describe(entry, 'cannot be unpacked')
  }
}

/** The content of a large entry, piece by piece, never more than it declares. */
async function* readLarge(file: number, entry: Entry): AsyncGenerator<Buffer> {
  const start = entry.offset + startOf(entry, readAt(file, entry.offset, LOCAL_BYTES))
  const pieces = function* (): Generator<Buffer> {
    for (let at = 0; at < entry.packed; at += PIECE) yield readAt(file, start + at, Math.min(PIECE, entry.packed - at))
  }
  if (entry.method === STORED) {
    yield* pieces()
    return
  }
  const inflate = Readable.from(pieces()).compose(createInflateRaw())
  let size = 0
  try {
    for await (const piece of inflate) {
      if (!Buffer.isBuffer(piece)) continue
      size += piece.length
      if (size > entry.size) throw describe(entry, 'lies about its size')
      yield piece
    }
  } catch (error) {
    throw error instanceof ZipFault ? error : describe(entry, 'cannot be unpacked')
  }
}

function check(entry: Entry, size: number, crc: number): void {
  if (size !== entry.size) throw describe(entry, 'lies about its size')
  if (crc !== entry.crc) throw describe(entry, 'has another checksum (CRC-32) than it declares')
}

async function hashLarge(file: number, entry: Entry): Promise<string> {
  const whole = createHash('sha256')
  let size = 0
  let crc = 0
  for await (const piece of readLarge(file, entry)) {
    size += piece.length
    crc = crc32(piece, crc)
    whole.update(piece)
  }
  check(entry, size, crc)
  return whole.digest('hex')
}

function hashSmall(file: number, entry: Entry, zipBytes: number): string {
  const content = readSmall(file, entry, zipBytes)
  check(entry, content.length, crc32(content))
  return hash('sha256', content)
}

/** Opens a zip without following a link or waiting for a writer; `null` when nothing is there. */
async function withZip<T>(path: string, work: (file: number, bytes: number) => Promise<T>): Promise<T | null> {
  let file
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null
    throw error
  }
  try {
    return await work(file, fstatSync(file).size)
  } finally {
    closeSync(file)
  }
}

/** Every entry of a module zip with its hash, sorted by UTF-8 bytes; folders are entries, as in Go's hash. Throws `ZipFault`. */
export async function hashZipFiles(path: string, prefix: string): Promise<readonly HashedFile[] | null> {
  return withZip(path, async (file, bytes) => {
    const files: HashedFile[] = []
    for (const entry of readEntries(file, prefix))
      files.push({
        path: entry.path,
        kind: 'file',
        sha256: isSmall(entry) ? hashSmall(file, entry, bytes) : await hashLarge(file, entry),
        size: entry.size,
        mode: entry.mode,
      })
    return files.toSorted((a, b) => byteOrder(a.path, b.path))
  })
}

/** One file out of a module zip; `null` when it is not in it, or larger than `maxBytes` (at most 8 MiB). Throws `ZipFault`. */
export async function readZipFile(path: string, prefix: string, name: string, maxBytes: number): Promise<Uint8Array | null> {
  return withZip(path, async (file, bytes) => {
    const entry = readEntries(file, prefix).find((one) => one.path === name)
    return entry === undefined || entry.size > maxBytes || !isSmall(entry) ? null : readSmall(file, entry, bytes)
  })
}
