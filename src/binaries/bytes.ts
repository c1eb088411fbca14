/** The bytes of a file, read piece by piece: a binary of half a gigabyte is never held as a whole. */
export interface ByteSource {
  /** Bytes in all. */
  readonly size: number
  /** Up to `length` bytes from `offset` on; fewer (or none) where the file ends. */
  readAt(offset: number, length: number): Uint8Array
}

/** What is in memory already, as a source. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    readAt: (offset, length) => bytes.subarray(Math.min(offset, bytes.length), Math.min(offset + length, bytes.length)),
  }
}

/** A window on a source that begins at `start`: offsets are counted from there. */
export function sliceOf(source: ByteSource, start: number, size: number): ByteSource {
  const end = Math.min(start + size, source.size)
  const own = Math.max(0, end - start)
  return {
    size: own,
    readAt: (offset, length) => (offset >= own ? new Uint8Array() : source.readAt(start + offset, Math.min(length, own - offset))),
  }
}

/** An offset, a count or a size in a binary that cannot be true. The message is one sentence without the file's name. */
export class Malformed extends Error {}

/** No table of a real program is larger; what claims to be is not read. */
const MAX_PART = 32 * 1024 * 1024
/** Characters of one name. */
const MAX_NAME = 4096

const decoder = new TextDecoder()

/** A few bytes of a file as numbers and texts. Offsets are counted from the beginning of the part; outside of it everything throws `Malformed`. */
export interface Part {
  readonly length: number
  readonly bytes: Uint8Array
  u8(at: number): number
  u16(at: number): number
  u32(at: number): number
  /** Exact below 2^53; above, it only has to be too large for every file. */
  u64(at: number): number
  /** The text from `at` to a zero byte, the end of the part or `max` bytes. */
  text(at: number, max?: number): string
}

/** Makes a part of bytes. */
export function partFrom(bytes: Uint8Array, little: boolean): Part {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const inside = (at: number, size: number): number => {
    if (!(at >= 0 && at + size <= bytes.length)) throw new Malformed('a field lies behind the end of its table')
    return at
  }
  return {
    length: bytes.length,
    bytes,
    u8: (at) => view.getUint8(inside(at, 1)),
    u16: (at) => view.getUint16(inside(at, 2), little),
    u32: (at) => view.getUint32(inside(at, 4), little),
    u64: (at) => Number(view.getBigUint64(inside(at, 8), little)),
    text(at, max = MAX_NAME) {
      const rest = bytes.subarray(inside(at, 0), Math.min(at + max, bytes.length))
      const end = rest.indexOf(0)
      return decoder.decode(end < 0 ? rest : rest.subarray(0, end))
    },
  }
}

/** Reads a part that must be there as a whole; `what` names it in the fault. */
export function readPart(source: ByteSource, offset: number, length: number, little: boolean, what: string): Part {
  if (!(offset >= 0 && length >= 0 && offset + length <= source.size)) throw new Malformed(`${what} lies behind the end of the file`)
  if (length > MAX_PART) throw new Malformed(`${what} claims ${String(length)} bytes`)
  const bytes = source.readAt(offset, length)
  if (bytes.length < length) throw new Malformed(`${what} cannot be read as a whole`)
  return partFrom(bytes, little)
}

const CHUNK = 1024 * 1024
/** Bytes that are searched at most. */
const MAX_SEARCH = 128 * 1024 * 1024

/** Where `needle` begins in a range of a source, in bytes from the beginning of the source; `null` when it is not there. `align` counts from the beginning of the range. */
export function findBytes(source: ByteSource, offset: number, size: number, needle: Uint8Array, align: number = 1): number | null {
  const first = needle[0]
  if (first === undefined) return null
  const end = Math.min(offset + size, source.size, offset + MAX_SEARCH)
  for (let start = offset; start < end; start += CHUNK) {
    const chunk = source.readAt(start, Math.min(CHUNK + needle.length - 1, end - start))
    if (chunk.length < needle.length) return null
    for (let at = chunk.indexOf(first); at >= 0 && at < CHUNK; at = chunk.indexOf(first, at + 1)) {
      if (
        (start + at - offset) % align === 0 &&
        at + needle.length <= chunk.length &&
        needle.every((byte, index) => chunk[at + index] === byte)
      )
        return start + at
    }
  }
  return null
}

/** Collects what is wrong with a binary, and goes on without the part that is. */
export interface Faults {
  readonly list: readonly string[]
  /** The value of `read`, or `otherwise` when that part is malformed. Other errors go through. */
  attempt<T>(read: () => T, otherwise: T): T
  add(fault: string): void
}

const MAX_FAULTS = 20

/** A new, empty collection. */
export function collectFaults(): Faults {
  const list: string[] = []
  const add = (fault: string): void => {
    if (list.length < MAX_FAULTS && !list.includes(fault)) list.push(fault)
  }
  return {
    list,
    add,
    attempt(read, otherwise) {
      try {
        return read()
      } catch (error) {
        if (!(error instanceof Malformed)) throw error
        add(error.message)
        return otherwise
      }
    },
  }
}
