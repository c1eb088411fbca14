import { describe, expect, it } from '@jest/globals'
import { diffModules, diffRootFiles, FROM_VENDOR_LIST } from '../../../src/modules/index.js'
import type { Module, Root, Snapshot } from '../../../src/snapshot/index.js'

function root(modules: readonly Module[], more: Partial<Root> = {}): Root {
  return {
    directory: '.',
    main: ['app'],
    mode: 'module',
    modeReason: 'go.mod without vendor/',
    goLine: '1.21',
    toolchainLine: null,
    files: { 'go.mod': '1', 'go.sum': '1' },
    vendor: null,
    modules,
    missingSums: [],
    ...more,
  }
}

function snapshot(...roots: readonly Root[]): Snapshot {
  return {
    schema: 'goparity/snapshot/1',
    tool: { version: '0.0.0' },
    job: { id: 'local:x', label: 'local:x', provider: 'local', workflow: null, name: 'x', matrix: {} },
    environment: { values: {}, origins: {}, unknownKeys: 0 },
    toolchain: { running: 'go1.26.8', requested: 'local', host: 'linux/amd64' },
    cCompiler: null,
    libc: null,
    runner: null,
    roots,
    integrity: null,
    targets: [],
  }
}

function vendor(hash: string): Partial<Root> {
  return { vendor: { files: 1, hash } }
}

const EDITED = { files: { 'go.mod': '2', 'go.sum': '1' } }
const A = { path: 'a', version: 'v1.0.0', sum: 'h1:a=', goModSum: 'h1:am=' }

describe('diffModules', () => {
  it('finds nothing between a snapshot and itself', () => {
    const same = snapshot(root([A, { path: 'app', version: null, main: true }]))
    expect(diffModules(same, same)).toEqual([])
    expect(diffRootFiles(same, same)).toEqual([])
  })

  it('tells added, removed, moved and replaced modules, sorted by path', () => {
    const before = root([
      { path: 'moved', version: 'v1.0.0' },
      { path: 'removed', version: 'v1.0.0' },
      { path: 'replaced', version: 'v1.0.0' },
      { path: 'unreplaced', version: 'v1.0.0', replace: { path: 'fork', version: 'v2.0.0' } },
    ])
    const after = root([
      { path: 'added', version: 'v1.0.0' },
      { path: 'moved', version: 'v1.1.0' },
      { path: 'replaced', version: 'v1.0.0', replace: { path: '../here', version: null } },
      { path: 'unreplaced', version: 'v1.0.0' },
    ])
    expect(diffModules(snapshot(before), snapshot(after))).toEqual([
      { root: '.', path: 'added', change: 'added', before: null, after: 'v1.0.0' },
      { root: '.', path: 'moved', change: 'moved', before: 'v1.0.0', after: 'v1.1.0' },
      { root: '.', path: 'removed', change: 'removed', before: 'v1.0.0', after: null },
      { root: '.', path: 'replaced', change: 'replaced', before: 'v1.0.0', after: 'v1.0.0 => ../here' },
      { root: '.', path: 'unreplaced', change: 'replaced', before: 'v1.0.0 => fork v2.0.0', after: 'v1.0.0' },
    ])
  })

  it('explains a move by an edited go.mod of the same root only', () => {
    const before = snapshot(root([A]), root([A], { directory: 'tool' }))
    const moved = [{ ...A, version: 'v1.1.0' }]
    const after = snapshot(root(moved, EDITED), root(moved, { directory: 'tool' }))
    expect(diffModules(before, after).map(({ root: name, explained }) => [name, explained])).toEqual([
      ['.', 'go.mod was edited'],
      ['tool', undefined],
    ])
  })

  it('never explains another hash of the same version, though go.mod and go.sum were edited', () => {
    const after = root([{ ...A, sum: 'h1:b=' }], { files: { 'go.mod': '2', 'go.sum': '2' } })
    expect(diffModules(snapshot(root([A])), snapshot(after))).toEqual([
      { root: '.', path: 'a', change: 'sum', before: 'h1:a=', after: 'h1:b=' },
    ])
  })

  it('notices another hash of the go.mod file alone', () => {
    expect(diffModules(snapshot(root([A])), snapshot(root([{ ...A, goModSum: 'h1:x=' }])))).toEqual([
      { root: '.', path: 'a', change: 'sum', before: 'h1:am= (go.mod)', after: 'h1:x= (go.mod)' },
    ])
  })

  it('does not take a hash that go.sum lacks for another hash', () => {
    const without = { path: 'a', version: 'v1.0.0' }
    expect(diffModules(snapshot(root([A])), snapshot(root([without])))).toEqual([])
  })

  it('compares a list read from vendor/modules.txt only where both lists can hold a module', () => {
    const vendored = root([{ ...A, version: 'v1.1.0' }], { modeReason: `vendor/ is there; ${FROM_VENDOR_LIST}` })
    const listed = root([A, { path: 'unvendored', version: 'v1.0.0' }])
    expect(diffModules(snapshot(listed), snapshot(vendored)).map(({ path }) => path)).toEqual(['a'])
  })

  it('explains the modules of a new root by its go.mod', () => {
    expect(diffModules(snapshot(), snapshot(root([A])))).toEqual([
      { root: '.', path: 'a', change: 'added', before: null, after: 'v1.0.0', explained: 'go.mod was added' },
    ])
  })
})

describe('diffRootFiles', () => {
  it('explains an edited go.sum by go.mod where that changed, else by itself', () => {
    const before = snapshot(root([A]))
    expect(diffRootFiles(before, snapshot(root([A], { files: { 'go.mod': '1', 'go.sum': '2' } })))).toEqual([
      { root: '.', file: 'go.sum', change: 'edited', explained: 'go.sum was edited' },
    ])
    expect(diffRootFiles(before, snapshot(root([A], { files: { 'go.mod': '2' } })))).toEqual([
      { root: '.', file: 'go.mod', change: 'edited', explained: 'go.mod was edited' },
      { root: '.', file: 'go.sum', change: 'removed', explained: 'go.mod was edited' },
    ])
  })

  it('does not explain vendored files that changed while go.mod did not', () => {
    const before = snapshot(root([A], vendor('1')))
    expect(diffRootFiles(before, snapshot(root([A], vendor('2'))))).toEqual([{ root: '.', file: 'vendor', change: 'edited' }])
    expect(diffRootFiles(before, snapshot(root([A], { ...EDITED, ...vendor('2') })))).toContainEqual({
      root: '.',
      file: 'vendor',
      change: 'edited',
      explained: 'go.mod was edited',
    })
    expect(diffRootFiles(snapshot(root([A])), before)).toEqual([{ root: '.', file: 'vendor', change: 'added' }])
  })
})
