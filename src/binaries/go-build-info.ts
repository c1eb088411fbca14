import { findBytes, Malformed, partFrom, type ByteSource } from './bytes.js'
import { parseBuildLines, settingOf } from './go-build-lines.js'
import type { GoBuildInfo } from './model.js'

/** How addresses of a loaded program lie in its file. */
export interface Mapping {
  /** The section of the build info, else the first data that can be written. Offsets and sizes in bytes of the file. */
  readonly data: { readonly offset: number; readonly size: number } | null
  /** Where an address lies in the file, and how many bytes are mapped from there on; `null` when nothing is. */
  locate(address: number): { readonly offset: number; readonly size: number } | null
}

const encoder = new TextEncoder()
/** `\xff Go buildinf:`, in 16 byte steps (cmd/link/internal/ld, debug/buildinfo). */
const MAGIC = new Uint8Array([0xff, ...encoder.encode(' Go buildinf:')])
const ALIGN = 16
const HEADER = 32
/** The lines of the largest known programs take some hundred kilobytes. */
const MAX_TEXT = 16 * 1024 * 1024

const decoder = new TextDecoder()

function readText(source: ByteSource, offset: number, length: number): string {
  if (length > MAX_TEXT) throw new Malformed(`the Go build info claims a text of ${String(length)} bytes`)
  const bytes = source.readAt(offset, length)
  if (bytes.length < length) throw new Malformed('the Go build info lies behind the end of the file')
  return decoder.decode(bytes)
}

/** A length in base 128 and the text of that length behind it (since Go 1.18). */
function readInline(source: ByteSource, offset: number): { readonly text: string; readonly end: number } {
  const bytes = source.readAt(offset, 10)
  let length = 0
  let scale = 1
  for (const [index, byte] of bytes.entries()) {
    length += (byte & 0x7f) * scale
    scale *= 128
    if (byte < 0x80) {
      const start = offset + index + 1
      return { text: readText(source, start, length), end: start + length }
    }
  }
  throw new Malformed('a length in the Go build info does not end')
}

/** A Go string by the address of its header (before Go 1.18). */
function readPointed(source: ByteSource, mapping: Mapping, address: number, wide: 4 | 8, little: boolean): string {
  const header = mapping.locate(address)
  if (header === null || header.size < 2 * wide) return ''
  const part = partFrom(source.readAt(header.offset, 2 * wide), little)
  const [at, length] = wide === 8 ? [part.u64(0), part.u64(8)] : [part.u32(0), part.u32(4)]
  const content = mapping.locate(at)
  return content === null || content.size < length ? '' : readText(source, content.offset, length)
}

/** The lines without the marks around them (cmd/go/internal/modload, infoStart and infoEnd: 16 bytes each). */
function unframe(framed: string): string {
  // The marks are no UTF-8: what is decoded of them is cut by what stands in between.
  const start = framed.search(/(?:path|mod|dep|build)\t/)
  const end = framed.lastIndexOf('\n')
  return start < 0 || end < start ? '' : framed.slice(start, end + 1)
}

/** Reads what the linker left of how a Go program was built, as debug/buildinfo does; `null` when it is no Go program. Throws `Malformed`. */
export function readGoBuildInfo(source: ByteSource, mapping: Mapping): GoBuildInfo | null {
  const { data } = mapping
  if (data === null) return null
  const at = findBytes(source, data.offset, data.size, MAGIC, ALIGN)
  if (at === null) return null
  const header = partFrom(source.readAt(at, HEADER), true)
  if (header.length < HEADER) throw new Malformed('the Go build info lies behind the end of the file')
  const flags = header.u8(15)
  if ((flags & 2) !== 0) {
    const version = readInline(source, at + HEADER)
    return parseBuildLines(version.text, unframe(readInline(source, version.end).text))
  }
  const size = header.u8(14)
  if (size !== 4 && size !== 8) throw new Malformed('the Go build info has pointers of no known size')
  const little = (flags & 1) === 0
  const pointers = partFrom(header.bytes, little)
  const [first, second] = size === 8 ? [pointers.u64(16), pointers.u64(24)] : [pointers.u32(16), pointers.u32(20)]
  const version = readPointed(source, mapping, first, size, little)
  return version === '' ? null : parseBuildLines(version, unframe(readPointed(source, mapping, second, size, little)))
}

/** A file of Go's own package runtime/cgo: its name stays in the table of functions, also of a stripped program. */
const CGO_FILE = encoder.encode('runtime/cgo/')

/**
 * Whether C code of cgo is in a program: by its setting, else by Go's table of functions. `null` for what is no Go program, and
 * where the table is not found.
 */
export function findCgo(
  source: ByteSource,
  go: GoBuildInfo | null,
  functions: { readonly offset: number; readonly size: number } | null,
): boolean | null {
  if (go === null) return null
  if (settingOf(go, 'CGO_ENABLED') === '0') return false
  return functions === null ? null : findBytes(source, functions.offset, functions.size, CGO_FILE) !== null
}
