import { describe, expect, it } from '@jest/globals'
import { readLinkFlags, readPreambles } from '../../../src/cgo/index.js'

describe('the preamble of a Go file', () => {
  it.each<[string, string, readonly (readonly [number, string])[]]>([
    ['a block comment', 'package a\n\n/*\n#include <a.h>\n*/\nimport "C"\n', [[3, '\n#include <a.h>\n']]],
    ['line comments', 'package a\n\n// #include <a.h>\n// int x;\nimport "C"\n', [[3, ' #include <a.h>\n int x;\n']]],
    [
      'settings of cgo, which the compiler does not see',
      'package a\n\n// #cgo LDFLAGS: -la\n// #include <a.h>\nimport "C"\n',
      [[3, '\n #include <a.h>\n']],
    ],
    ['a carriage return', 'package a\r\n\r\n/*\r\n#include <a.h>\r\n*/\r\nimport "C"\r\n', [[3, '\r\n#include <a.h>\r\n']]],
    ['parentheses', 'package a\n\n// int x;\nimport ("C")\n', [[3, ' int x;\n']]],
    ['a blank line between: another comment', 'package a\n\n/*\n#include <a.h>\n*/\n\nimport "C"\n', []],
    ['no comment', 'package a\n\nimport "C"\n', []],
    ['an import in a string', 'package a\n\nvar x = `import "C"`\n', []],
  ])('is read: %s', (_name, source, expected) => {
    expect(readPreambles(source).map(({ line, text }) => [line, text])).toEqual(expected)
  })
})

describe('linker flags', () => {
  it('name directories, libraries and files', () => {
    expect(readLinkFlags(['-L/a', '-L', '/b', '-lz', '-l', 'm', '-lz', '/c/libx.a', '-Wl,-rpath,/d', '-static'])).toEqual({
      directories: ['/a', '/b'],
      names: ['z', 'm', '/c/libx.a'],
      isStatic: true,
    })
  })

  it('of Apple ask for no file', () => {
    expect(readLinkFlags(['-framework', 'CoreFoundation', '-lresolv'])).toEqual({ directories: [], names: ['resolv'], isStatic: false })
  })
})
