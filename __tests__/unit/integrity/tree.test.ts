import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { nodeHost } from '../../../src/host/index.js'
import { hashModuleDirectory, hashTree, readTree } from '../../../src/integrity/tree.js'
import { h1, makeFolder, writeTree } from '../../support/project.js'

const FILES = { 'go.mod': 'module m\n', 'a/b.go': 'package a\n', 'a-b.go': 'package m\n', 'Z.go': 'package m\n', 'a/\u00e9.txt': '\u00e9' }

describe('readTree', () => {
  it('gives every file by its path in byte order, empty folders left out', async () => {
    const folder = makeFolder()
    writeTree(folder, FILES)
    mkdirSync(`${folder}/empty`)
    const files = await readTree(nodeHost(), folder)
    expect(files.map(({ path }) => path)).toEqual(['Z.go', 'a-b.go', 'a/b.go', 'a/\u00e9.txt', 'go.mod'])
    expect(files.every(({ kind, hash }) => kind === 'file' && hash?.length === 64)).toBe(true)
  })

  it('neither follows nor reads a link, not even one that leads around in a circle', async () => {
    const folder = makeFolder()
    writeTree(folder, { 'a/file': 'x' })
    symlinkSync('..', `${folder}/a/up`)
    symlinkSync('/etc/passwd', `${folder}/passwd`)
    expect((await readTree(nodeHost(), folder)).map(({ path, kind, hash }) => [path, kind, hash === null])).toEqual([
      ['a/file', 'file', false],
      ['a/up', 'symlink', true],
      ['passwd', 'symlink', true],
    ])
  })

  it('is empty for a folder that is not there', async () => {
    expect(await readTree(nodeHost(), `${makeFolder()}/gone`)).toEqual([])
  })
})

describe('hashTree', () => {
  it('changes with a name, a content and a file that becomes a link', () => {
    const file = { path: 'a', hash: 'x', kind: 'file' } as const
    const trees = [[file], [{ ...file, path: 'b' }], [{ ...file, hash: 'y' }], [{ ...file, kind: 'symlink', hash: null } as const], []]
    expect(new Set(trees.map(hashTree)).size).toBe(trees.length)
  })
})

describe('hashModuleDirectory', () => {
  it('is the h1 of the files under their names in the zip', async () => {
    const folder = makeFolder()
    writeTree(folder, FILES)
    const named = Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`m@v1.0.0/${name}`, text]))
    expect(await hashModuleDirectory(nodeHost(), folder, 'm@v1.0.0')).toBe(h1(named))
  })

  it('is null for a directory with a link', async () => {
    const folder = makeFolder()
    writeFileSync(`${folder}/a`, 'x')
    symlinkSync('a', `${folder}/b`)
    expect(await hashModuleDirectory(nodeHost(), folder, 'm@v1.0.0')).toBeNull()
  })
})
