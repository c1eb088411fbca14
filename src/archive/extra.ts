import { refusedEntry } from './refuse.js'

/**
 * Fields that Info-ZIP adds: times (0x5455) and owner (0x7875). Others change what an entry is (zip64 sizes 0x0001, another
 * name 0x7075, encryption 0x9901), and two readers need not agree on them.
 */
const HARMLESS: ReadonlySet<number> = new Set([0x5455, 0x7875])

/** Throws unless the extra fields of a header are well-formed and mean nothing. */
export function checkExtra(extra: Buffer, name: Buffer): void {
  let at = 0
  while (at < extra.length) {
    if (at + 4 > extra.length) throw refusedEntry(name, 'has a malformed extra field')
    const id = extra.readUInt16LE(at)
    if (!HARMLESS.has(id)) throw refusedEntry(name, `has an extra field that can change what it is (0x${id.toString(16).padStart(4, '0')})`)
    at += 4 + extra.readUInt16LE(at + 2)
  }
  if (at !== extra.length) throw refusedEntry(name, 'has a malformed extra field')
}
