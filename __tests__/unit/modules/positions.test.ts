import { describe, expect, it } from '@jest/globals'
import { findDirective, findReplacement, findRequirement, findRequirements, findUses } from '../../../src/modules/index.js'

const GO_MOD = `// example.com/comment v1.0.0
module "example.com/app" // the program

go 1.21.3
toolchain go1.22.1

require example.com/single v1.0.0
require (
	example.com/a v1.2.3 // indirect
	// example.com/b v0.0.1
	example.com/b v1.0.0
)

exclude example.com/x v1.0.0

replace (
	example.com/a => ../a
	example.com/only v1.0.0 => example.com/fork v1.1.0
)
`

describe('findRequirement', () => {
  it('gives the line of a requirement, in a block or alone', () => {
    expect(findRequirement(GO_MOD, 'example.com/single')).toBe(7)
    expect(findRequirement(GO_MOD, 'example.com/a')).toBe(9)
  })

  it('does not take a comment, a prefix or an exclusion for a requirement', () => {
    expect(findRequirement(GO_MOD, 'example.com/b')).toBe(11)
    expect(findRequirement(GO_MOD, 'example.com/comment')).toBeNull()
    expect(findRequirement(GO_MOD, 'example.com')).toBeNull()
    expect(findRequirement(GO_MOD, 'example.com/x')).toBeNull()
  })

  it('gives the replacement of a module that is only replaced', () => {
    expect(findRequirement(GO_MOD, 'example.com/only')).toBe(18)
    expect(findReplacement(GO_MOD, 'example.com/a')).toBe(17)
    expect(findReplacement(GO_MOD, 'example.com/single')).toBeNull()
  })

  it('reads CRLF line ends', () => {
    expect(findRequirement(GO_MOD.replaceAll('\n', '\r\n'), 'example.com/b')).toBe(11)
  })

  it('finds its way through a file with conflict markers and an open quote', () => {
    expect(findRequirement('<<<<<<< HEAD\nrequire "exam\nrequire example.com/a v1.0.0\n', 'example.com/a')).toBe(3)
  })
})

describe('findRequirements', () => {
  it('lists them in file order', () => {
    expect(findRequirements(GO_MOD)).toEqual([
      { line: 7, path: 'example.com/single', version: 'v1.0.0', indirect: false },
      { line: 9, path: 'example.com/a', version: 'v1.2.3', indirect: true },
      { line: 11, path: 'example.com/b', version: 'v1.0.0', indirect: false },
    ])
  })
})

describe('findDirective', () => {
  it('gives go, toolchain and module with their lines', () => {
    expect(findDirective(GO_MOD, 'go')).toEqual({ line: 4, value: '1.21.3' })
    expect(findDirective(GO_MOD, 'toolchain')).toEqual({ line: 5, value: 'go1.22.1' })
    expect(findDirective(GO_MOD, 'module')).toEqual({ line: 2, value: 'example.com/app' })
    expect(findDirective('module m\n', 'go')).toBeNull()
  })
})

describe('findUses', () => {
  it('gives the folders of a workspace as written', () => {
    expect(findUses('go 1.22\n\nuse .\nuse (\n\t./a // first\n\t"./b c"\n)\n')).toEqual([
      { line: 3, directory: '.' },
      { line: 5, directory: './a' },
      { line: 6, directory: './b c' },
    ])
  })
})
