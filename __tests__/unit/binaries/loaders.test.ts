import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { isLibraryPath, judgeTrace, parseLoaderCache, parseMuslPath, parseTrace, type TracedRun } from '../../../src/binaries/index.js'

const STRACE = `100 execve("/app/x", ["/app/x"], 0x7ffd /* 3 vars */) = 0
100 openat(AT_FDCWD, "/etc/ld.so.cache", O_RDONLY|O_CLOEXEC) = 3
100 openat(AT_FDCWD, "/lib/liba.so.1", O_RDONLY|O_CLOEXEC) = -1 ENOENT (No such file or directory)
100 openat(AT_FDCWD, "/usr/lib/liba.so.1", O_RDONLY|O_CLOEXEC <unfinished ...>
101 openat(AT_FDCWD, "/usr/lib/l\\303\\274b\\"\\n.so", O_RDONLY) = 4
100 <... openat resumed>)              = 5
102 execve("/bin/child", ["child", "a = 1"], 0x7ffd /* 3 vars */) = -1 EACCES (Permission denied)
102 execve("/usr/bin/child", ["child"], 0x7ffd /* 3 vars */) = 0
102 openat(AT_FDCWD, "/lib/ld-musl-x86_64.so.1", O_RDONLY) = 3
100 +++ exited with 0 +++
what is no call
`

describe('parseTrace', () => {
  it('reads programs and files, interrupted calls and strange names, and to which program a file belongs', () => {
    expect(parseTrace(STRACE)).toEqual({
      programs: [
        { pid: 100, path: '/app/x', error: null },
        { pid: 102, path: '/bin/child', error: 'EACCES' },
        { pid: 102, path: '/usr/bin/child', error: null },
      ],
      files: [
        { pid: 100, program: '/app/x', path: '/etc/ld.so.cache', error: null },
        { pid: 100, program: '/app/x', path: '/lib/liba.so.1', error: 'ENOENT' },
        { pid: 101, program: '/app/x', path: '/usr/lib/lüb"\n.so', error: null },
        { pid: 100, program: '/app/x', path: '/usr/lib/liba.so.1', error: null },
        { pid: 102, program: '/usr/bin/child', path: '/lib/ld-musl-x86_64.so.1', error: null },
      ],
      processes: 3,
      truncated: false,
    })
  })

  it('ends, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('1 ', 'openat(AT_FDCWD, "', '\\', '"', ' = ', '-1 E', '<unfinished ...>', '<... openat resumed>', '\n'),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(parseTrace(pieces.join('')).truncated).toBe(false)
      }),
    )
    expect(parseTrace(`1 openat(AT_FDCWD, "${'\\'.repeat(200_000)}`).files).toEqual([])
  })

  it('is bounded in its number of events', () => {
    const { files, truncated } = parseTrace('1 openat(AT_FDCWD, "/x", O_RDONLY) = 3\n'.repeat(30_000))
    expect({ count: files.length, truncated }).toEqual({ count: 20_000, truncated: true })
  })
})

function run(trace: string, stderr: string, exitCode: number | null = 127, timedOut: boolean = false): TracedRun {
  return { trace: parseTrace(trace), exitCode, timedOut, stderr }
}

describe('judgeTrace', () => {
  const STARTED = '1 execve("/x", ["/x"], 0x1 /* 0 vars */) = 0\n'

  it.each([
    ["/x: /lib/libc.so.6: version `GLIBC_2.99' not found (required by /x)", 'runtime/glibc-too-old'],
    ["/x: /lib/libz.so.1: version `ZLIB_9' not found (required by /x)", 'runtime/library-missing'],
    [
      '/x: error while loading shared libraries: libone.so: cannot open shared object file: No such file or directory',
      'runtime/library-missing',
    ],
    ['Error loading shared library libone.so: No such file or directory (needed by /x)', 'runtime/library-missing'],
    ['Error relocating /x: gnu_get_libc_version: symbol not found', 'runtime/libc-mismatch'],
    ['/x: symbol lookup error: /x: undefined symbol: one', 'runtime/libc-mismatch'],
  ])('knows what loaders say: %s', (stderr, rule) => {
    expect(judgeTrace('/x', run(STARTED, stderr))).toMatchObject({ rule, evidence: [stderr] })
  })

  it.each([
    ['ENOENT', 'runtime/libc-mismatch'],
    ['ENOEXEC', 'runtime/wrong-architecture'],
  ])('knows what the kernel says: %s', (error, rule) => {
    expect(judgeTrace('/x', run(`1 execve("/x", ["/x"], 0x1 /* 0 vars */) = -1 ${error} (…)\n`, ''))).toMatchObject({ rule })
  })

  it('takes a program that fails by itself, or still runs, for one that has started', () => {
    expect(judgeTrace('/x', run(STARTED, 'usage: x FILE', 2))).toBeNull()
    expect(judgeTrace('/x', run(STARTED, 'error while loading shared libraries: of another program', null, true))).toBeNull()
    expect(judgeTrace('/x', run(STARTED, 'error while loading shared libraries: mentioned in passing', 0))).toBeNull()
  })
})

/** A cache of glibc with some entries: name, path, and whether it is for special processors. */
function cacheOf(entries: readonly (readonly [string, string, boolean])[]): Uint8Array {
  const head = Buffer.alloc(48 + entries.length * 24)
  head.write('glibc-ld.so.cache1.1', 'latin1')
  head.writeUInt32LE(entries.length, 20)
  const texts: Buffer[] = []
  let at = head.length
  for (const [index, [name, path, special]] of entries.entries()) {
    for (const [part, text] of [name, path].entries()) {
      head.writeUInt32LE(at, 48 + index * 24 + 4 + part * 4)
      texts.push(Buffer.from(`${text}\0`))
      at += text.length + 1
    }
    if (special) head.writeUInt32LE(1, 48 + index * 24 + 16)
  }
  return new Uint8Array(Buffer.concat([head, ...texts]))
}

describe('what loaders remember', () => {
  it('is read from the cache of glibc, without libraries for special processors', () => {
    const bytes = cacheOf([
      ['liba.so.1', '/usr/lib/special/liba.so.1', true],
      ['liba.so.1', '/usr/lib/liba.so.1', false],
      ['libb.so', 'relative', false],
    ])
    expect(parseLoaderCache(bytes)).toEqual([{ name: 'liba.so.1', path: '/usr/lib/liba.so.1' }])
    expect(parseLoaderCache(bytes.subarray(0, 60))).toEqual([])
    expect(parseLoaderCache(new TextEncoder().encode('ld.so-1.7.0'))).toEqual([])
  })

  it('is read from the path file of musl', () => {
    expect(parseMuslPath('/lib:/usr/local/lib\n/opt/lib\nrelative\n')).toEqual(['/lib', '/usr/local/lib', '/opt/lib'])
  })

  it.each([
    ['/lib/libc.so.6', true],
    ['/x/plugin.so', true],
    ['/lib/libperl.so.5.36', true],
    ['/etc/ld.so.cache', false],
    ['/etc/ld.so.conf', false],
    ['/x/a.socket', false],
    ['/x/so', false],
  ])('is a library by its name: %s %s', (path, expected) => {
    expect(isLibraryPath(path)).toBe(expected)
  })
})
