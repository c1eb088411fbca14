import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of a zip that is built byte by byte, so that any field of it can lie. */
export interface HostileEntry {
  readonly name: string | Buffer
  readonly content?: string | Buffer
  /** Method and flags of both headers. */
  readonly method?: number
  readonly flags?: number
  /** What stands in the archive instead of the packed content. */
  readonly data?: Buffer
  readonly crc?: number
  readonly packed?: number
  readonly size?: number
  readonly version?: number
  readonly offset?: number
  readonly attributes?: number
  readonly extra?: Buffer
  readonly comment?: string
  readonly disk?: number
  /** Bytes behind the data; streaming writers put a descriptor there. */
  readonly after?: Buffer
  /** What the local header says otherwise. */
  readonly local?: Pick<HostileEntry, 'method' | 'flags' | 'crc' | 'packed' | 'size' | 'version' | 'extra'> & { readonly name?: string }
  /** No local header and no data: the directory alone names it. */
  readonly isGhost?: boolean
}

/** What the archive says of itself otherwise than it is. */
export interface HostileFrame {
  readonly before?: Buffer
  readonly beforeDirectory?: Buffer
  readonly beforeEnd?: Buffer
  readonly behind?: Buffer
  readonly count?: number
  readonly countHere?: number
  readonly disk?: number
  readonly directoryOffset?: number
  readonly directoryBytes?: number
  readonly comment?: string
}

export function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, at) => bytes.writeUInt16LE(value, at * 2))
  return bytes
}

export function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeUInt32LE(value >>> 0, at * 4))
  return bytes
}

interface Facts {
  readonly name: Buffer
  readonly data: Buffer
  readonly version: number
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly extra: Buffer
}

function factsOf(entry: HostileEntry): Facts {
  const content = Buffer.from(entry.content ?? '{}')
  const { method = 8 } = entry
  const data = entry.data ?? (method === 8 ? deflateRawSync(content) : content)
  const { version = 20, flags = 0, crc = crc32(content), packed = data.length, size = content.length, extra = Buffer.alloc(0) } = entry
  return { name: Buffer.from(entry.name), data, version, flags, method, crc, packed, size, extra }
}

/** A zip of these entries; without a word about it everything is right. */
export function buildZip(entries: readonly HostileEntry[], frame: HostileFrame = {}): Buffer {
  const parts: Buffer[] = [frame.before ?? Buffer.alloc(0)]
  const headers: Buffer[] = []
  let at = parts[0]?.length ?? 0
  for (const entry of entries) {
    const facts = factsOf(entry)
    const { name, data, version, flags, method, crc, packed, size, extra } = facts
    const local = { ...facts, ...entry.local, name: Buffer.from(entry.local?.name ?? name) }
    const { comment = '', disk = 0, attributes = 0, offset = at } = entry
    headers.push(
      u32(0x02014b50),
      u16(0x0314, version, flags, method, 0, 0x5a21),
      u32(crc, packed, size),
      u16(name.length, extra.length, comment.length, disk, 0),
      u32(attributes, offset),
      Buffer.concat([name, extra, Buffer.from(comment)]),
    )
    if (entry.isGhost === true) continue
    const whole = Buffer.concat([
      u32(0x04034b50),
      u16(local.version, local.flags, local.method, 0, 0x5a21),
      u32(local.crc, local.packed, local.size),
      u16(local.name.length, local.extra.length),
      Buffer.concat([local.name, local.extra, data, entry.after ?? Buffer.alloc(0)]),
    ])
    parts.push(whole)
    at += whole.length
  }
  const between = frame.beforeDirectory ?? Buffer.alloc(0)
  const directory = Buffer.concat(headers)
  const { count = entries.length, countHere = count, disk = 0, directoryBytes = directory.length, comment = '' } = frame
  const end = Buffer.concat([
    u32(0x06054b50),
    u16(disk, disk, countHere, count),
    u32(directoryBytes, frame.directoryOffset ?? at + between.length),
    u16(comment.length),
    Buffer.from(comment),
  ])
  return Buffer.concat([...parts, between, directory, frame.beforeEnd ?? Buffer.alloc(0), end, frame.behind ?? Buffer.alloc(0)])
}

/** The descriptor behind a streamed entry. */
export function descriptor(crc: number, packed: number, size: number): Buffer {
  return u32(0x08074b50, crc, packed, size)
}
