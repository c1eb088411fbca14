import { describe, expect, it } from '@jest/globals'
import { analyseLoss, standIn, findLostUse, type LostUse, type SourceFile } from '../../../src/packages/index.js'

const LOST: SourceFile = {
  name: 'fast_cgo.go',
  text: 'package fast\n\n// #cgo LDFLAGS: -lfast\n// int one(void);\nimport "C"\n\ntype Handle struct{}\n\nfunc Sum(a, b int) int { return int(C.one()) }\nfunc (h *Handle) Close() error { return nil }\nfunc Raw() C.int { return 1 }\nfunc helper() {}\n',
}
const STUB: SourceFile = {
  name: 'fast_plain.go',
  text: '//go:build !cgo\n\npackage fast\n\nimport "errors"\n\ntype Handle struct{}\n\nvar errNo = errors.New("fast: requires cgo to work")\n\nfunc Sum(a, b int) int { panic(errNo) }\n',
}

describe('what a package loses without cgo', () => {
  it('is named, file by file with its reason and what is never applied', () => {
    const loss = analyseLoss({ package: 'example.com/fast', lost: [LOST], replacements: [], kept: [] })
    expect(loss.files).toEqual([
      { name: 'fast_cgo.go', reason: 'it imports "C"', directives: ['#cgo LDFLAGS: -lfast'], contradicts: false },
    ])
    expect(loss.names.map(({ name }) => name)).toEqual(['Sum', 'Close', 'Raw', 'helper', 'Handle'])
    expect(loss.stub).toBeNull()
  })

  it('is what its replacement does not declare, and a replacement that only says no is a stub', () => {
    const loss = analyseLoss({ package: 'example.com/fast', lost: [LOST], replacements: [STUB], kept: [] })
    expect(loss.names.map(({ name }) => name)).toEqual(['Close', 'Raw', 'helper'])
    expect(loss.stub).toEqual({ file: 'fast_plain.go', says: 'fast: requires cgo to work' })
  })

  it('breaks the files of the package that use it, not those that only speak of it', () => {
    const user: SourceFile = { name: 'user.go', text: 'package fast\n\nfunc use() { helper() }\n' }
    const talker: SourceFile = { name: 'talk.go', text: 'package fast\n\n// helper is gone.\nvar s = "helper()"\nvar t = other.helper\n' }
    const loss = analyseLoss({ package: 'example.com/fast', lost: [LOST], replacements: [], kept: [user, talker] })
    expect(loss.brokenBy).toEqual([{ file: 'user.go', name: 'helper', line: 3, column: 14 }])
  })

  it.each([
    'func use() { helper := 1; _ = helper }',
    'func use() { a, helper := 1, 2; _, _ = a, helper }',
    'func use(helper int) int { return helper }',
    'func use(a, helper int) int { return helper }',
    'func use() { var helper = 1; _ = helper }',
    'type T struct {\n\thelper int\n}',
    'var t = T{helper: 1}',
    'func use() { for helper := range x { _ = helper } }',
  ])('breaks nothing where the name may be another: %s', (line) => {
    const user: SourceFile = { name: 'user.go', text: `package fast\n\n${line}\n` }
    expect(analyseLoss({ package: 'example.com/fast', lost: [LOST], replacements: [], kept: [user] }).brokenBy).toEqual([])
  })

  it('breaks importers that use an exported name', () => {
    const loss = analyseLoss({ package: 'example.com/fast', lost: [LOST], replacements: [], kept: [] })
    const use = (text: string): LostUse | null => findLostUse(loss, 'fast', { name: 'main.go', text })
    const plain = 'package main\n\nimport "example.com/fast"\n\n'
    expect(use(`${plain}/* ä */ func main() { fast.Sum(1, 2) }\n`)).toEqual({ file: 'main.go', name: 'fast.Sum', line: 5, column: 24 })
    expect(use('package main\n\nimport (\n\tf "example.com/fast"\n)\n\nfunc main() { f.Sum(1, 2) }\n')).toMatchObject({ name: 'f.Sum' })
    expect(use(`${plain}// fast.Sum\nfunc main() { fast.Other(); xfast.Sum() }\n`)).toBeNull()
    expect(use('package main\n\nimport _ "example.com/fast"\n\nfunc main() { fast.Sum() }\n')).toBeNull()
  })

  it('can be stood in for by a file with the lost signatures, those with C left to a person', () => {
    const loss = analyseLoss({ package: 'example.com/fast', lost: [LOST], replacements: [], kept: [] })
    expect(standIn(loss, [LOST])).toEqual({
      name: 'fast_nocgo.go',
      text: '//go:build !cgo\n\npackage fast\n\n// Missing here, too: Raw, Handle.\n\nfunc Sum(a, b int) int {\n\tpanic("fast.Sum: built without cgo")\n}\n\nfunc (h *Handle) Close() error {\n\tpanic("fast.Close: built without cgo")\n}\n',
    })
    const nothing = analyseLoss({
      package: 'example.com/fast',
      lost: [{ name: 'a.go', text: 'package fast\n\nimport "C"\n' }],
      replacements: [],
      kept: [],
    })
    expect(standIn(nothing, [LOST])).toBeNull()
  })
})
