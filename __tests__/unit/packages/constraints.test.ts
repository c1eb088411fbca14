import { describe, expect, it } from '@jest/globals'
import { cgoReason, contradicts, holds, parseGoBuild, parsePlusBuild, readConstraints } from '../../../src/packages/index.js'

function holdsWith(text: string, ...tags: readonly string[]): boolean | null {
  const constraint = parseGoBuild(text)
  return constraint === null ? null : holds(constraint, (tag) => tags.includes(tag))
}

describe('//go:build', () => {
  it.each<[string, readonly string[], boolean]>([
    ['cgo', ['cgo'], true],
    ['!cgo', ['cgo'], false],
    ['linux && cgo || windows', ['windows'], true],
    ['linux && (cgo || windows)', ['windows'], false],
    ['!(linux && cgo)', ['linux'], true],
    ['go1.21 && !purego', ['go1.21'], true],
  ])('%s with %j is %j', (text, tags, expected) => {
    expect(holdsWith(text, ...tags)).toBe(expected)
  })

  it.each(['', 'cgo &&', '(cgo', 'cgo)', 'cgo linux', '&& cgo', '!'])('%j is malformed', (text) => {
    expect(parseGoBuild(text)).toBeNull()
  })
})

describe('// +build', () => {
  it.each<[readonly string[], readonly string[], boolean]>([
    [['cgo'], ['cgo'], true],
    [['linux windows'], ['windows'], true],
    [['linux,cgo'], ['linux'], false],
    [['linux', '!cgo'], ['linux'], true],
    [['linux', '!cgo'], ['linux', 'cgo'], false],
  ])('%j with %j is %j', (lines, tags, expected) => {
    const constraint = parsePlusBuild(lines)
    expect(constraint === null ? null : holds(constraint, (tag) => tags.includes(tag))).toBe(expected)
  })
})

describe('the constraints of a file', () => {
  it.each<[string, string, boolean]>([
    ['the same', '//go:build linux && cgo\n// +build linux,cgo\n\npackage a\n', false],
    ['the same in other words', '//go:build !(linux || cgo)\n// +build !linux\n// +build !cgo\n\npackage a\n', false],
    ['different', '//go:build cgo\n// +build !cgo\n\npackage a\n', true],
    ['only one of them', '//go:build cgo\n\npackage a\n', false],
    ['one below the package clause, where it is a comment', '//go:build cgo\n\npackage a\n\n// +build !cgo\n', false],
    ['a malformed one', '//go:build cgo &&\n// +build !cgo\n\npackage a\n', false],
  ])('contradict one another: %s', (_name, source, expected) => {
    expect(contradicts(readConstraints(source))).toBe(expected)
  })

  it.each<[string, string]>([
    ['//go:build cgo && linux\n\npackage a\n', '//go:build cgo && linux'],
    ['package a\n\nimport "C"\n', 'it imports "C"'],
    ['package a\n\nimport (\n\t"fmt"\n\n\t// int x;\n\t"C"\n)\n', 'it imports "C"'],
    ['//go:build linux\n\npackage a\n\nimport "C"\n', 'it imports "C"'],
    ['package a\n', 'it is built only with cgo'],
  ])('say why %j needs cgo', (source, reason) => {
    expect(cgoReason(readConstraints(source))).toBe(reason)
  })
})
