import { describe, expect, it } from '@jest/globals'
import { blankGo, declarationsOf, packageClause } from '../../../src/packages/index.js'

describe('a Go source', () => {
  it('keeps its length and lines when comments and strings are blanked', () => {
    const source = 'package a // b\n\n/* c\nd */ var x = "e\\"f" + `g\nh` + string(\'"\') // "i\n'
    const blanked = blankGo(source)
    expect(blanked.length).toBe(source.length)
    expect(blanked.split('\n').length).toBe(source.split('\n').length)
    expect(blanked).not.toMatch(/[b-i]"|`/)
    expect(blanked).toContain('var x =')
  })

  it('declares functions, methods, types, variables and constants, in groups and alone', () => {
    const source = `package a

import "C"

func Sum(a, b int) int { return a + b }
func (t *T) Do(f func(int) (string, error), m map[string]interface{}) (n int, err error) {
	var inner int
	return inner, nil
}
func Generic[T any](v T) T

type T struct {
	Field int
}
type (
	A = int
	B struct {
		Other int
	}
)
var X, Y = 1, 2
const (
	One = iota
	Two
	_
)
`
    expect(declarationsOf(source)).toEqual([
      { kind: 'func', name: 'Sum', signature: 'func Sum(a, b int) int' },
      { kind: 'method', name: 'Do', signature: 'func (t *T) Do(f func(int) (string, error), m map[string]interface{}) (n int, err error)' },
      { kind: 'func', name: 'Generic', signature: 'func Generic[T any](v T) T' },
      { kind: 'type', name: 'T' },
      { kind: 'type', name: 'A' },
      { kind: 'type', name: 'B' },
      { kind: 'var', name: 'X' },
      { kind: 'var', name: 'Y' },
      { kind: 'const', name: 'One' },
      { kind: 'const', name: 'Two' },
    ])
  })

  it('has a package clause, whatever stands in comments before it', () => {
    expect(packageClause('/*\npackage wrong\n*/\n// package wrong\npackage right\n')).toBe('right')
    expect(packageClause('nothing')).toBeNull()
  })
})
