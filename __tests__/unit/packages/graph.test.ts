import { describe, expect, it } from '@jest/globals'
import {
  graphToDot,
  graphToMermaid,
  graphToTree,
  includesOf,
  leadingToC,
  makeGraph,
  whyImported,
  type GraphInput,
} from '../../../src/packages/index.js'

const NO_FILES = {
  CgoFiles: [],
  CFiles: [],
  CXXFiles: [],
  MFiles: [],
  FFiles: [],
  HFiles: [],
  SFiles: [],
  SwigFiles: [],
  SwigCXXFiles: [],
  SysoFiles: [],
}
const NO_FLAGS = { CgoCFLAGS: [], CgoCPPFLAGS: [], CgoCXXFLAGS: [], CgoFFLAGS: [], CgoLDFLAGS: [], CgoPkgConfig: [] }

function input(path: string, imports: readonly string[], more: Partial<GraphInput> = {}): GraphInput {
  return { path, standard: false, dependencyOnly: true, module: null, imports, files: NO_FILES, flags: NO_FLAGS, ...more }
}

const LISTED: readonly GraphInput[] = [
  input('fmt', [], { standard: true }),
  input('net', ['C'], {
    standard: true,
    files: { ...NO_FILES, CgoFiles: ['cgo_linux.go'] },
    flags: { ...NO_FLAGS, CgoLDFLAGS: ['-lresolv'] },
  }),
  input('example.com/db', ['C', 'fmt'], {
    module: { path: 'example.com/db', version: 'v1.0.0', main: false },
    files: { ...NO_FILES, CgoFiles: ['db.go'], CFiles: ['db.c'], SFiles: ['fast.S'] },
    flags: { ...NO_FLAGS, CgoLDFLAGS: ['-L/lib', '-l', 'db', '-lz'], CgoPkgConfig: ['zlib'], CgoCFLAGS: ['-DX'] },
  }),
  input('example.com/app/store', ['example.com/db', 'net']),
  input('example.com/app/plain', ['fmt']),
  input('example.com/app', ['example.com/app/store', 'example.com/app/plain', 'net'], { dependencyOnly: false }),
]
const GRAPH = makeGraph('linux/amd64+cgo', LISTED, { includes: new Map([['example.com/db', ['<zlib.h>', '"db.h"']]]) })

describe('the graph of a target', () => {
  it('hangs on each package what go list hides', () => {
    expect(GRAPH.packages.find(({ path }) => path === 'example.com/db')).toMatchObject({
      module: 'example.com/db@v1.0.0',
      cgo: true,
      imports: ['fmt'],
      c: [
        { kind: 'c', name: 'db.c' },
        { kind: 'assembly', name: 'fast.S' },
        { kind: 'header', name: '<zlib.h>' },
        { kind: 'header', name: '"db.h"' },
        { kind: 'pkg-config', name: 'zlib' },
        { kind: 'library', name: 'db' },
        { kind: 'library', name: 'z' },
        { kind: 'flag', name: '-DX' },
        { kind: 'flag', name: '-L/lib' },
      ],
    })
  })

  it('leads to C by some packages and not by others', () => {
    expect([...leadingToC(GRAPH)].toSorted()).toEqual(['example.com/app', 'example.com/app/store', 'example.com/db', 'net'])
  })

  it('names the shortest way by which a package comes in, and on to the nearest cgo', () => {
    expect(whyImported(GRAPH, 'net')).toEqual(['example.com/app', 'net'])
    expect(whyImported(GRAPH, 'example.com/app/store')).toEqual(['example.com/app', 'example.com/app/store', 'example.com/db'])
    expect(whyImported(GRAPH, 'example.com/app/plain')).toEqual(['example.com/app', 'example.com/app/plain'])
    expect(whyImported(GRAPH, 'example.com/nothere')).toBeNull()
  })

  it('is drawn as a tree of what leads to C, each package once', () => {
    expect(graphToTree(GRAPH)).toBe(`linux/amd64+cgo
└─ example.com/app
   ├─ example.com/app/store
   │  ├─ example.com/db [cgo]
   │  │  ├─ c db.c
   │  │  ├─ assembly fast.S
   │  │  ├─ header <zlib.h>
   │  │  ├─ header "db.h"
   │  │  ├─ pkg-config zlib
   │  │  ├─ library -ldb
   │  │  ├─ library -lz
   │  │  ├─ flag -DX
   │  │  └─ flag -L/lib
   │  └─ net [cgo]
   │     └─ library -lresolv
   └─ net [cgo] (above)
`)
    expect(graphToTree(GRAPH, { all: true })).toContain('example.com/app/plain')
  })

  it('is drawn for Graphviz and Mermaid, with nothing in a name that could end a label', () => {
    const odd = makeGraph('linux/amd64+cgo', [
      input('a"]\nb<c>', ['C'], { dependencyOnly: false, files: { ...NO_FILES, CgoFiles: ['a.go'] } }),
    ])
    expect(graphToDot(odd)).toContain('p0 [label="a\\"] b<c>", style=bold]')
    expect(graphToMermaid(odd)).toContain('p0[["a#quot;] b#lt;c#gt;"]]')
    expect(graphToDot(GRAPH)).toMatch(/^digraph "linux\/amd64\+cgo" \{\n/)
    expect(graphToMermaid(GRAPH).split('\n')[0]).toBe('flowchart LR')
  })

  it('of a program without C says so', () => {
    expect(graphToTree(makeGraph('linux/amd64-cgo', [input('a', [], { dependencyOnly: false })]))).toContain('no package has C')
  })
})

describe('the headers of C code', () => {
  it('are those that it includes, each once, with their marks', () => {
    expect(includesOf('#include <a.h>\n  #  include "b.h"\n// #include no\n#include <a.h>\n#include MACRO\n')).toEqual(['<a.h>', '"b.h"'])
  })
})
