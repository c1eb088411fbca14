import { crc32, deflateRawSync } from 'node:zlib'
import { buildZip, descriptor, u16, u32, type HostileEntry, type HostileFrame } from './hostile-zip.js'

/** A zip that must be refused, and a word of the reason. */
export interface HostileArchive {
  readonly title: string
  readonly bytes: Buffer
  readonly word: string
}

const CONTENT = '{"schema":"goparity/snapshot/1"}'
const PACKED = deflateRawSync(Buffer.from(CONTENT))
const SUM = crc32(CONTENT)
const first: HostileEntry = { name: 'snapshot.json', content: CONTENT }
const second: HostileEntry = { name: 'other.json', content: '[]' }
const good = buildZip([first, second])
const END = good.subarray(-22)

function one(title: string, word: string, more: Partial<HostileEntry>, frame: HostileFrame = {}): HostileArchive {
  return { title, word, bytes: buildZip([{ ...first, ...more }], frame) }
}

function framed(title: string, word: string, frame: HostileFrame): HostileArchive {
  return { title, word, bytes: buildZip([first, second], frame) }
}

function bytes(title: string, word: string, whole: Buffer): HostileArchive {
  return { title, word, bytes: whole }
}

/** A local header with its data, in nobody's directory. */
const hidden = ((): Buffer => {
  const whole = buildZip([second])
  return whole.subarray(0, whole.indexOf(u32(0x02014b50)))
})()

/** The stored data of the first entry holds the header of the second, which the directory points at. */
function quoted(): Buffer {
  const inner: HostileEntry = { ...second, method: 0 }
  const whole = buildZip([inner])
  const local = whole.subarray(0, whole.indexOf(u32(0x02014b50)))
  const outer: HostileEntry = { name: 'a.json', method: 0, content: local }
  return buildZip([outer, { ...inner, isGhost: true, offset: 30 + 'a.json'.length }])
}

/** The name in the directory is longer than what is left of it. */
function longName(): Buffer {
  const whole = buildZip([first])
  whole.writeUInt16LE(0x7fff, whole.indexOf(u32(0x02014b50)) + 28)
  return whole
}

function reordered(): Buffer {
  // The data lies as second, first; the directory tells of first, second.
  const whole = buildZip([second, first])
  const [a, b] = [whole.indexOf(u32(0x02014b50)), whole.indexOf(u32(0x02014b50), whole.indexOf(u32(0x02014b50)) + 1)]
  const end = whole.length - 22
  return Buffer.concat([whole.subarray(0, a), whole.subarray(b, end), whole.subarray(a, b), whole.subarray(end)])
}

const frames: readonly HostileArchive[] = [
  bytes('no byte at all', 'no end record', Buffer.alloc(0)),
  bytes('text that is no zip', 'no end record', Buffer.from('<!DOCTYPE html><title>504 Gateway Time-out</title>'.repeat(4))),
  bytes('the first half', 'truncated', good.subarray(0, good.length / 2)),
  bytes('all but the last byte', 'truncated', good.subarray(0, -1)),
  bytes('all but the end record', 'truncated', good.subarray(0, -22)),
  bytes('a byte behind the end', 'bytes follow', Buffer.concat([good, Buffer.from('x')])),
  bytes('a second end record behind the first', 'right before its end record', Buffer.concat([good, END])),
  framed('a second end record before the last', 'right before its end record', { beforeEnd: END }),
  bytes('a program before the zip', 'right before its end record', Buffer.concat([Buffer.from('#!/bin/sh\n'), good])),
  framed('a program before the zip, offsets adjusted', 'belong to no entry', { before: Buffer.from('#!/bin/sh\n') }),
  framed('a comment', 'comment', { comment: 'hello' }),
  framed('a comment that is an end record', 'right before its end record', { comment: END.toString('latin1') }),
  framed('the second of two volumes', 'several volumes', { disk: 1 }),
  framed('entries on another volume', 'several volumes', { countHere: 1 }),
  framed('more entries promised than there are', 'directory is malformed', { count: 3 }),
  framed('fewer entries promised than there are', 'holds more', { count: 1 }),
  framed('no entry promised', 'holds more', { count: 0 }),
  framed('65,534 entries promised', 'at most 4', { count: 0xfffe }),
  bytes('five entries', 'at most 4', buildZip(['a', 'b', 'c', 'd', 'e'].map((name) => ({ name })))),
  framed('the mark of a zip64', 'zip64', { count: 0xffff }),
  framed('a directory of four gigabytes', 'zip64', { directoryBytes: 0xffffffff }),
  framed('a directory outside of the archive', 'right before its end record', { directoryOffset: 0x7fffffff }),
  framed('a directory that begins too early', 'right before its end record', { directoryOffset: 3 }),
  framed('bytes between the entries and the directory', 'belong to no entry', { beforeDirectory: Buffer.from('hidden') }),
  bytes('a name that reaches out of the directory', 'reaches out of it', longName()),
  framed('an entry that the directory does not name', 'belong to no entry', { beforeDirectory: hidden }),
]

const faces: readonly HostileArchive[] = [
  one('another name in the local header', 'disagree', { local: { name: 'snapshut.json' } }),
  one('a longer name in the local header', 'disagree', { local: { name: '../snapshot.json' }, packed: 31 }),
  one('another method in the local header', 'disagree', { local: { method: 0 } }),
  one('another size in the local header', 'disagree', { local: { size: 5 } }),
  one('another packed size in the local header', 'disagree', { local: { packed: 5 } }),
  one('another checksum in the local header', 'disagree', { local: { crc: 5 } }),
  one('other flags in the local header', 'disagree', { local: { flags: 8 } }),
  one('another version in the local header', 'disagree', { local: { version: 10 } }),
  one('another name in an extra field', '0x7075', { extra: Buffer.concat([u16(0x7075, 5), Buffer.alloc(5)]) }),
  one('another name in an extra field of the local header', '0x7075', {
    local: { extra: Buffer.concat([u16(0x7075, 5), Buffer.alloc(5)]) },
  }),
  one('the sizes of a zip64', 'zip64', { size: 0xffffffff, packed: 0xffffffff }),
  one('sizes of a zip64 in an extra field', '0x0001', { extra: Buffer.concat([u16(1, 8), Buffer.alloc(8, 0xff)]) }),
  one('an extra field that reaches out of its header', 'malformed extra', { extra: Buffer.concat([u16(0x5455, 900), Buffer.alloc(5)]) }),
  one('half an extra field', 'malformed extra', { extra: Buffer.from('abc') }),
  one('a comment of an entry', 'comment', { comment: 'x' }),
  one('an entry on another volume', 'volume', { disk: 2 }),
  one('no header at the entry', 'no header', { isGhost: true }, { beforeDirectory: Buffer.alloc(200) }),
]

const layout: readonly HostileArchive[] = [
  bytes('two entries in one place', 'overlaps', buildZip([first, { ...first, name: 'b.json', isGhost: true, offset: 0 }])),
  bytes('an entry within the data of another', 'overlaps', quoted()),
  bytes('entries in another order than their data', 'no entry', reordered()),
  one('data that ends outside of the archive', 'reaches out', { packed: 1_000_000 }),
  one('data that reaches into the directory', 'reaches out', { packed: PACKED.length + 10 }),
  one('an entry that begins outside of the archive', 'belong to no entry', { offset: 0x7fffffff }),
  bytes('the same name twice', 'twice', buildZip([first, first])),
  bytes('the same name in another case', 'twice', buildZip([first, { ...second, name: 'SNAPSHOT.json' }])),
  bytes(
    'the same name in another normal form',
    'other than letters',
    buildZip([
      { ...first, name: 'caf\u00e9.json' },
      { ...second, name: 'cafe\u0301.json' },
    ]),
  ),
]

const names: readonly HostileArchive[] = (
  [
    ['that leads out', '../../etc/cron.d/x', '".."'],
    ['that leads out in the middle', 'a/../../x', '".."'],
    ['of the folder above', '..', '".."'],
    ['of the folder itself', '.', 'dots'],
    ['of dots only', '...', 'dots'],
    ['that is absolute', '/etc/passwd', 'absolute'],
    ['on a drive', 'C:evil.json', 'drive'],
    ['on a share', '\\\\host\\share', 'backslash'],
    ['with a backslash', '..\\evil.json', 'backslash'],
    ['of a folder', 'folder/', 'is a folder'],
    ['in a folder', 'a/b.json', 'lies in a folder'],
    ['with an empty component', 'a//b.json', 'folder'],
    ['that is empty', '', 'no name'],
    ['with NUL', 'a.json\0.exe', 'control'],
    ['with a line feed and a command', 'a\n::error::x', 'control'],
    ['with an escape sequence', '\u001b[2Ja.json', 'control'],
    ['with an override of direction', 'a\u202enosj.exe', 'reorder'],
    ['with an invisible space', 'a\u200b.json', 'reorder'],
    ['that is no UTF-8', Buffer.from([0x61, 0xff, 0xfe]), 'UTF-8'],
    ['of 256 bytes', 'x'.repeat(256), '255 bytes'],
    ['of 60,000 bytes', '../'.repeat(20_000), '255 bytes'],
    ['of a device', 'NUL', 'device'],
    ['of a device with an extension', 'com1.json', 'device'],
    ['that Windows cuts', 'snapshot.json.', 'dot'],
    ['with a stream', 'snapshot.json:evil', 'other than letters'],
    ['with a blank', 'snapshot .json', 'other than letters'],
    ['with Markdown', '[x](javascript:alert)', 'other than letters'],
    ['of another script', 'ѕnapshot.json', 'other than letters'],
  ] as const
).map(([title, name, word]) => one(`a name ${title}`, word, { name }))

const kinds: readonly HostileArchive[] = [
  one('a symbolic link', 'link', { attributes: 0o120777 * 0x10000, content: '/etc/passwd' }),
  one('a device', 'device', { attributes: 0o020666 * 0x10000 }),
  one('a named pipe', 'special file', { attributes: 0o010666 * 0x10000 }),
  one('a folder by its mode', 'special file', { attributes: 0o040755 * 0x10000 }),
  one('a folder by its attribute', 'folder', { attributes: 0x10 }),
  one('a setuid program', 'setuid', { attributes: 0o104755 * 0x10000 }),
  one('an encrypted entry', 'encrypted', { flags: 1 }),
  one('a strongly encrypted entry', 'encrypted', { flags: 0x41 }),
  one('a patch of another file', 'flags', { flags: 0x20 }),
  one('method 12 (bzip2)', 'method 12', { method: 12 }),
  one('method 9 (Deflate64)', 'method 9', { method: 9 }),
  one('method 99 (AES)', 'method 99', { method: 99, extra: Buffer.concat([u16(0x9901, 7), Buffer.alloc(7)]) }),
  one('version 4.5', 'later zip version', { version: 45 }),
]

const ZEROS = deflateRawSync(Buffer.alloc(10_000_000))

const contents: readonly HostileArchive[] = [
  one('an entry of four gigabytes', 'at most 33554432', { size: 0xfffffffe }),
  one('an entry one byte over the limit', 'at most 33554432', { size: 32 * 1024 * 1024 + 1 }),
  bytes('entries that are too large together', 'more than 67108864', buildZip(['a', 'b', 'c'].map((name) => ({ name, size: 30_000_000 })))),
  one('a bomb that declares 100 bytes', 'more than the 100 bytes', { data: ZEROS, size: 100 }),
  one('a bomb that declares nothing', 'more than the 0 bytes', { data: ZEROS, size: 0 }),
  one('one byte more than declared', 'more than', { size: CONTENT.length - 1 }),
  one('one byte less than declared', 'lie', { size: CONTENT.length + 1 }),
  one('a stored entry of another size', 'lie', { method: 0, size: 5 }),
  one('another content than the checksum says', 'CRC-32', { crc: SUM ^ 1 }),
  one('a stored entry with another checksum', 'CRC-32', { method: 0, crc: 0 }),
  one('bytes behind the deflated data', 'hides bytes', { data: Buffer.concat([PACKED, Buffer.from('hidden')]) }),
  one('half of the deflated data', 'inflated', { data: PACKED.subarray(0, PACKED.length / 2) }),
  one('no deflated data', 'inflated', { data: Buffer.alloc(0) }),
  one('data that is not deflated', 'inflated', { data: Buffer.from(CONTENT) }),
  one('a descriptor with another size', 'followed by', { flags: 8, after: descriptor(SUM, PACKED.length, 1) }),
  one('a descriptor without its mark', 'followed by', { flags: 8, after: Buffer.alloc(16) }),
  one('no descriptor where one is promised', 'reaches out', { flags: 8 }),
  one('a descriptor where none is promised', 'belong to no entry', { after: descriptor(SUM, PACKED.length, CONTENT.length) }),
]

/** What nobody may accept as the zip of a snapshot; within four entries of 32 MiB each, 64 MiB together. */
export const hostileArchives: readonly HostileArchive[] = [...frames, ...faces, ...layout, ...names, ...kinds, ...contents]
