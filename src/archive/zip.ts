import { crc32, inflateRawSync } from 'node:zlib'
import { errorCode } from '../errors.js'
import { readDirectory, type DirectoryEntry, type ZipLimits } from './directory.js'
import { readLocal } from './local.js'
import { refused, refusedEntry } from './refuse.js'

/** One file of a zip, unpacked in memory: nothing is ever written. */
export interface ZipEntry {
  /** As in the zip, after the checks: one plain name of ASCII letters, digits, `.`, `_` and `-`, no folder. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** What zlib gives with `info`: the bytes, and how much of the input it took. */
function isInflated(value: unknown): value is { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } } {
  return typeof value === 'object' && value !== null && 'buffer' in value && 'engine' in value
}

/** Inflates to the declared size and not one byte more: a bomb that lies about its size is stopped there. */
function inflate({ name, size }: DirectoryEntry, data: Buffer): Buffer {
  let inflated: unknown
  try {
    inflated = inflateRawSync(data, { maxOutputLength: Math.max(1, size), info: true })
  } catch (error) {
    const isLarger = errorCode(error) === 'ERR_BUFFER_TOO_LARGE'
    throw refusedEntry(name, isLarger ? `unpacks to more than the ${String(size)} bytes it declares` : 'cannot be inflated', error)
  }
  if (!isInflated(inflated)) throw new TypeError('zlib gave no account of what it read')
  if (inflated.engine.bytesWritten !== data.length) throw refusedEntry(name, 'hides bytes behind its compressed data')
  return inflated.buffer
}

function unpack(entry: DirectoryEntry, data: Buffer): ZipEntry {
  const { name, size, crc, isDeflated } = entry
  const content = isDeflated ? inflate(entry, data) : data
  if (content.length !== size)
    throw refusedEntry(name, `declares ${String(size)} bytes and has ${String(content.length)}: its size is a lie`)
  if (crc32(content) !== crc) throw refusedEntry(name, 'does not have the checksum (CRC-32) it declares')
  return { name: name.toString('latin1'), bytes: new Uint8Array(content.buffer, content.byteOffset, content.length) }
}

/**
 * Reads a zip of unknown origin strictly: only what archiver, fflate and Info-ZIP write, one file after the other from the first
 * byte, the directory, the end record at the last byte, and no byte that belongs to none of them; nothing on which two readers
 * could disagree. Stored entries are views of `bytes`. Linear in `bytes` and the limits; a zip within a zip is just bytes.
 * Throws `archive-refused` with one sentence that names the entry and what is wrong.
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits): readonly ZipEntry[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset, entries } = readDirectory(zip, limits)
  let at = 0
  const packed = entries.map((entry) => {
    const { data, next } = readLocal(zip, entry, at, offset)
    at = next
    return { entry, data }
  })
  if (at !== offset) throw refused('bytes before its directory belong to no entry')
  return packed.map(({ entry, data }) => unpack(entry, data))
}
