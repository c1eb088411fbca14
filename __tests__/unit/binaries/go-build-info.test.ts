import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { bytesSource, Malformed } from '../../../src/binaries/bytes.js'
import { findCgo, readGoBuildInfo, type Mapping } from '../../../src/binaries/go-build-info.js'
import { parseBuildLines, settingOf } from '../../../src/binaries/go-build-lines.js'

const LINES = [
  'path\texample.com/app',
  'mod\texample.com/app\t(devel)\t',
  'dep\texample.com/a\tv1.0.0\th1:aaa=',
  'dep\texample.com/b\tv1.1.0',
  '=>\texample.com/c\tv1.2.0\th1:ccc=',
  'dep\texample.com/d\tv1.3.0',
  '=>\t./local\t(devel)\t',
  'build\t-ldflags="-X main.a=\\"b\\" \\u00e9\\n"',
  'build\tCGO_ENABLED=0',
  'build\t"a key"=`raw "text"`',
  'build\tempty=',
  '',
].join('\n')

/** How reading ends; any other error goes through. */
function endOf(text: string): 'read' | 'malformed' {
  try {
    parseBuildLines('go1', text)
    return 'read'
  } catch (error) {
    if (error instanceof Malformed) return 'malformed'
    throw error
  }
}

describe('parseBuildLines', () => {
  it('reads main module, dependencies, replacements and settings as Go prints them', () => {
    expect(parseBuildLines('go1.26.8', LINES)).toEqual({
      version: 'go1.26.8',
      path: 'example.com/app',
      main: { path: 'example.com/app', version: '(devel)', sum: null },
      dependencies: [
        { path: 'example.com/a', version: 'v1.0.0', sum: 'h1:aaa=' },
        { path: 'example.com/b', version: 'v1.1.0', sum: null, replace: { path: 'example.com/c', version: 'v1.2.0', sum: 'h1:ccc=' } },
        { path: 'example.com/d', version: 'v1.3.0', sum: null, replace: { path: './local', version: '(devel)', sum: null } },
      ],
      settings: [
        { key: '-ldflags', value: '-X main.a="b" é\n' },
        { key: 'CGO_ENABLED', value: '0' },
        { key: 'a key', value: 'raw "text"' },
        { key: 'empty', value: '' },
      ],
      sums: 'all',
    })
  })

  it.each([
    ['dep\ta\tv1\n', 'none'],
    ['dep\ta\tv1\th1:x=\ndep\tb\tv1\n', 'some'],
    ['dep\ta\tv1\th1:x=\n', 'all'],
    ['dep\ta\tv1\n=>\t./a\t(devel)\t\n', 'nothing'],
    ['', 'nothing'],
  ])('says which modules carry their sum: %j', (text, sums) => {
    expect(parseBuildLines('go1.23', text).sums).toBe(sums)
  })

  it.each(['dep\ta\tb\tc\td\n', '=>\ta\tb\tc\n', 'build\t=x\n', 'build\tx\n', 'mod\t\t\n', '\n'.repeat(100_001)])(
    'refuses what go does not write: %#',
    (text) => {
      expect(() => parseBuildLines('go1.26', text)).toThrow(Malformed)
    },
  )

  it('leaves out half a line at the end, and lines of words that are still to come', () => {
    expect(parseBuildLines('go9', 'path\ta\nfuture\tx\npath\thalf').path).toBe('a')
  })

  it('keeps every setting apart, whatever its name', () => {
    const info = parseBuildLines('go1', 'build\t__proto__=x\nbuild\tconstructor=y\n')
    expect(settingOf(info, '__proto__')).toBe('x')
    expect(settingOf(info, 'toString')).toBeNull()
  })

  it('throws nothing but Malformed, whatever the text', () => {
    const word = fc.constantFrom('path\t', 'mod\t', 'dep\t', '=>\t', 'build\t', '\t', '\n', '"', '\\x41', '\\U0011FFFF', '`', '=', 'a')
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 40 }), (words) => {
        expect(endOf(words.join(''))).toMatch(/^(?:read|malformed)$/)
      }),
    )
  })
})

const START = '0123456789abcdef'
const MOD = `${START}path\texample.com/old\nmod\texample.com/old\tv1.0.0\th1:x=\n${START}`

/** A data segment at address 0x1000 with the build info as Go before 1.18 writes it: two pointers to strings. */
function pointed(wide: 4 | 8, little: boolean): { readonly bytes: Uint8Array; readonly mapping: Mapping } {
  const bytes = Buffer.alloc(1024)
  const base = 0x1000
  const word = (value: number, at: number): void => {
    if (wide === 8) bytes[little ? 'writeBigUInt64LE' : 'writeBigUInt64BE'](BigInt(value), at)
    else bytes[little ? 'writeUInt32LE' : 'writeUInt32BE'](value, at)
  }
  bytes.write('\u00FF Go buildinf:', 32, 'latin1')
  bytes[32 + 14] = wide
  bytes[32 + 15] = little ? 0 : 1
  for (const [index, text] of ['go1.17.13', MOD].entries()) {
    const [header, content] = [100 + index * 32, 200 + index * 100]
    word(base + header, 32 + 16 + index * wide)
    word(base + content, header)
    word(text.length, header + wide)
    bytes.write(text, content, 'latin1')
  }
  return {
    bytes: new Uint8Array(bytes),
    mapping: {
      data: { offset: 0, size: 1024 },
      locate: (address) => (address >= base && address < base + 1024 ? { offset: address - base, size: 1024 - (address - base) } : null),
    },
  }
}

/** The form since 1.18: lengths and texts behind the header. */
function inline(version: string, length: readonly number[] = [version.length]): Uint8Array {
  const text = Buffer.from(version, 'latin1')
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\u00FF Go buildinf:\u0008\u0002', 'latin1'),
      Buffer.alloc(16),
      Buffer.from(length),
      text,
      Buffer.from([MOD.length]),
      Buffer.from(MOD, 'latin1'),
    ]),
  )
}

const nowhere = (size: number): Mapping => ({ data: { offset: 0, size }, locate: () => null })

describe('readGoBuildInfo', () => {
  it.each<[4 | 8, boolean]>([
    [8, true],
    [8, false],
    [4, true],
    [4, false],
  ])('follows the pointers of Go before 1.18: %d bytes, little endian %s', (wide, little) => {
    const { bytes, mapping } = pointed(wide, little)
    expect(readGoBuildInfo(bytesSource(bytes), mapping)).toMatchObject({
      version: 'go1.17.13',
      path: 'example.com/old',
      main: { version: 'v1.0.0', sum: 'h1:x=' },
      settings: [],
    })
  })

  it('reads the texts behind the header since 1.18', () => {
    const bytes = inline('go1.26.8 X:jsonv2')
    expect(readGoBuildInfo(bytesSource(bytes), nowhere(bytes.length))).toMatchObject({
      version: 'go1.26.8 X:jsonv2',
      path: 'example.com/old',
    })
  })

  it('finds nothing where the mark is not on a 16 byte step, and in what is no Go program', () => {
    const moved = new Uint8Array([0, ...inline('go1.26')])
    expect(readGoBuildInfo(bytesSource(moved), nowhere(moved.length))).toBeNull()
    expect(readGoBuildInfo(bytesSource(new Uint8Array(4096)), nowhere(4096))).toBeNull()
  })

  it.each([
    ['that does not end', [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80]],
    ['of gigabytes', [0xff, 0xff, 0xff, 0xff, 0x7f]],
    ['behind the end', [0xff, 0x7f]],
  ])('refuses a length %s', (_name, length) => {
    const bytes = inline('go1.26', length)
    expect(() => readGoBuildInfo(bytesSource(bytes), nowhere(bytes.length))).toThrow(Malformed)
  })
})

describe('findCgo', () => {
  const table = bytesSource(new TextEncoder().encode('…runtime/cgo.go…runtime/cgo/asm_amd64.s…'))
  const without = bytesSource(new TextEncoder().encode('…runtime/cgo.go runtime/cgocall.go…'))

  it('goes by what is in the program, where the setting leaves it open', () => {
    expect(findCgo(table, parseBuildLines('go1.26', 'build\tCGO_ENABLED=1\n'), { offset: 0, size: 100 })).toBe(true)
    expect(findCgo(without, parseBuildLines('go1.26', 'build\tCGO_ENABLED=1\n'), { offset: 0, size: 100 })).toBe(false)
    expect(findCgo(table, parseBuildLines('go1.26', 'build\tCGO_ENABLED=0\n'), { offset: 0, size: 100 })).toBe(false)
  })

  it('says nothing of what it cannot see', () => {
    expect(findCgo(table, parseBuildLines('go1.26', ''), null)).toBeNull()
    expect(findCgo(table, null, { offset: 0, size: 100 })).toBeNull()
  })
})
