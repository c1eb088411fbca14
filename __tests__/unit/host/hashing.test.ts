import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { nodeHost } from '../../../src/host/index.js'
import { buildZip, type HostileEntry, type HostileFrame } from '../../support/hostile-zip.js'
import { h1, makeFolder, writeTree } from '../../support/project.js'

const PREFIX = 'example.com/m@v1.0.0'
const FILES = { 'go.mod': 'module example.com/m\n', 'a/b.go': 'package a\n' }
const H1 = h1(Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`${PREFIX}/${name}`, text])))
const { hashing } = nodeHost()

function directory(): string {
  const folder = join(makeFolder(), 'm')
  writeTree(folder, FILES)
  return folder
}

const SOUND: readonly HostileEntry[] = Object.entries(FILES).map(([name, content]) => ({ name: `${PREFIX}/${name}`, content }))

function zipFile(entries: readonly HostileEntry[], frame?: HostileFrame): string {
  const path = join(makeFolder(), 'm.zip')
  writeFileSync(path, buildZip(entries, frame))
  return path
}

describe('a directory', () => {
  it('has the hash of its files, and a list of them in byte order', async () => {
    const path = directory()
    expect(await hashing.directory(path, PREFIX)).toEqual({ h1: H1, fault: null, files: 2, bytes: 31 })
    expect((await hashing.listDirectory(path))?.map(({ path: name, kind, size }) => [name, kind, size])).toEqual([
      ['a/b.go', 'file', 10],
      ['go.mod', 'file', 21],
    ])
  })

  it('that is not there is nothing', async () => {
    expect(await hashing.directory('/nowhere/at/all', PREFIX)).toBeNull()
    expect(await hashing.listDirectory('/nowhere/at/all')).toBeNull()
  })

  it('with a link has no hash, and what the link points to is not read', async () => {
    const path = directory()
    symlinkSync('/etc/passwd', join(path, 'a', 'c.go'))
    expect(await hashing.directory(path, PREFIX)).toMatchObject({ h1: null, fault: 'it holds "a/c.go", which is a symbolic link' })
    expect((await hashing.listDirectory(path))?.find(({ path: name }) => name === 'a/c.go')).toMatchObject({
      kind: 'symlink',
      sha256: null,
    })
  })

  it('with a fifo has no hash, and nobody waits for a writer', async () => {
    const path = directory()
    execFileSync('mkfifo', [join(path, 'pipe.go')])
    expect(await hashing.directory(path, PREFIX)).toMatchObject({ h1: null, fault: 'it holds "pipe.go", which is no regular file' })
  })

  it('with a line break in a name has no hash, as in Go', async () => {
    const path = directory()
    writeFileSync(join(path, 'a\nb.go'), '')
    expect((await hashing.directory(path, PREFIX))?.fault).toBe('it holds "a\\nb.go", a name with a line break')
  })

  it('with a name that is not UTF-8 has no hash, and the list names it', async () => {
    const path = directory()
    writeFileSync(Buffer.concat([Buffer.from(`${path}/b`), Buffer.of(0xff)]), '')
    mkdirSync(Buffer.concat([Buffer.from(`${path}/d`), Buffer.of(0xff)]))
    expect((await hashing.directory(path, PREFIX))?.fault).toBe('it holds "b\uFFFD", a name that is not UTF-8')
    expect((await hashing.listDirectory(path))?.map(({ path: name, kind }) => [name, kind])).toEqual([
      ['a/b.go', 'file'],
      ['b\uFFFD', 'other'],
      ['d\uFFFD', 'other'],
      ['go.mod', 'file'],
    ])
  })

  it('is hashed in pieces when a file is large', async () => {
    const path = directory()
    const large = 'x'.repeat(3 * 1024 * 1024 + 7)
    writeFileSync(join(path, 'large.txt'), large)
    const all = { ...FILES, 'large.txt': large }
    expect((await hashing.directory(path, PREFIX))?.h1).toBe(
      h1(Object.fromEntries(Object.entries(all).map(([name, text]) => [`${PREFIX}/${name}`, text]))),
    )
  })

  it('that is a file is told to be none', async () => {
    const path = join(directory(), 'go.mod')
    expect(await hashing.directory(path, PREFIX)).toMatchObject({ h1: null, fault: 'it is no directory' })
  })
})

describe('a zip', () => {
  it('has the hash of its directory, whether stored or deflated', async () => {
    expect(await hashing.zip(zipFile(SOUND), PREFIX)).toMatchObject({ h1: H1, fault: null, files: 2 })
    const path = zipFile(SOUND)
    expect((await hashing.listZip(path, PREFIX))?.map(({ path: name }) => name)).toEqual(['a/b.go', 'go.mod'])
    expect(new TextDecoder().decode((await hashing.readZipFile(path, PREFIX, 'a/b.go', 100)) ?? undefined)).toBe('package a\n')
    expect(await hashing.readZipFile(path, PREFIX, 'a/b.go', 9)).toBeNull()
    expect(await hashing.readZipFile(path, PREFIX, 'c.go', 100)).toBeNull()
  })

  it('that is not there is nothing', async () => {
    expect(await hashing.zip('/nowhere/m.zip', PREFIX)).toBeNull()
  })

  const content = 'package a\n'
  const one = (entry: Partial<HostileEntry>): readonly HostileEntry[] => [{ name: `${PREFIX}/a.go`, content, ...entry }]
  it.each<[string, readonly HostileEntry[], HostileFrame | undefined, string]>([
    ['another module', one({ name: 'example.com/other@v1.0.0/a.go' }), undefined, 'which is not below example.com/m@v1.0.0/'],
    ['a way out', one({ name: `${PREFIX}/../../../etc/cron.d/x` }), undefined, 'whose name goes through . or ..'],
    ['a device of Windows', one({ name: `${PREFIX}/aux.go` }), undefined, 'whose name has a part that Windows keeps for a device'],
    [
      'bytes that are no UTF-8',
      one({ name: Buffer.from(`${PREFIX}/\u00FF.go`, 'latin1') }),
      undefined,
      'it holds a name that is not UTF-8',
    ],
    ['a name twice', [...one({}), ...one({})], undefined, 'it holds "a.go", which stands there twice'],
    [
      'two spellings of a name',
      [...one({}), ...one({ name: `${PREFIX}/A.go` })],
      undefined,
      'it holds "A.go", which stands there in two spellings',
    ],
    ['a go.mod of another module in it', one({ name: `${PREFIX}/a/go.mod` }), undefined, 'a module has one go.mod, at its root'],
    ['a go.mod in capitals', one({ name: `${PREFIX}/GO.MOD` }), undefined, 'a module has one go.mod, at its root'],
    [
      'a go.mod that is too large',
      one({ name: `${PREFIX}/go.mod`, size: 17 << 20 }),
      undefined,
      'its go.mod is larger than it may be (16 MiB)',
    ],
    [
      'a LICENSE that is too large',
      one({ name: `${PREFIX}/LICENSE`, size: 17 << 20 }),
      undefined,
      'its LICENSE is larger than it may be (16 MiB)',
    ],
    ['a bomb', one({ size: 600 * 1024 * 1024 }), undefined, 'it unpacks to more than a module may hold (500 MiB)'],
    ['a smaller size than its content', one({ size: 3 }), undefined, '"a.go" in it'],
    ['a larger size than its content', one({ size: 30 }), undefined, '"a.go" in it lies about its size'],
    [
      'files that lie over each other',
      Array.from({ length: 30 }, (_, at) => ({
        name: `${PREFIX}/${String(at)}`,
        content: 'x'.repeat(500),
        method: 0,
        offset: 0,
        isGhost: at > 0,
      })),
      undefined,
      'its files lie over each other',
    ],
    ['a wrong checksum', one({ crc: 1 }), undefined, '"a.go" in it has another checksum (CRC-32) than it declares'],
    ['an unknown method', one({ method: 12 }), undefined, '"a.go" in it is packed in a way that Go does not read'],
    ['broken compressed data', one({ method: 8, data: Buffer.from('nonsense') }), undefined, '"a.go" in it cannot be unpacked'],
    ['a directory that lies about its number of entries', one({}), { count: 40_000 }, 'its directory lies about its size'],
    ['a directory that lies elsewhere', one({}), { directoryOffset: 0xfffffff }, 'its directory lies about its size'],
  ])('with %s is a fault, not a crash', async (_name, entries, frame, fault) => {
    expect(await hashing.zip(zipFile(entries, frame), PREFIX)).toMatchObject({ h1: null, fault: expect.stringContaining(fault) })
  })

  it('cut anywhere is a fault or another hash, never the hash of the whole', async () => {
    const whole = buildZip(SOUND)
    const folder = makeFolder()
    const results = await Promise.all(
      Array.from({ length: whole.length }, async (_, length) => {
        const path = join(folder, `${String(length)}.zip`)
        writeFileSync(path, whole.subarray(0, length))
        return hashing.zip(path, PREFIX)
      }),
    )
    expect(results.filter((result) => result === null || result.h1 === H1)).toEqual([])
  })

  it('that is a folder is a fault', async () => {
    const path = join(makeFolder(), 'm.zip')
    mkdirSync(path)
    chmodSync(path, 0o755)
    expect(await hashing.zip(path, PREFIX)).toMatchObject({ h1: null })
  })
})
