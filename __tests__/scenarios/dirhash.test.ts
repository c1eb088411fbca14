import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import * as fc from 'fast-check'
import { zipSync } from 'fflate'
import { nodeHost } from '../../src/host/index.js'
import { faultOfFileName } from '../../src/modules/index.js'
import { askDirhash } from '../support/dirhash.js'
import { sampleTrees, writeModuleTree } from '../support/module-trees.js'
import { makeFolder } from '../support/project.js'

// Go's own code is built the first time.
jest.setTimeout(240_000)

const { hashing } = nodeHost()

describe('the hash of a module', () => {
  it('is that of golang.org/x/mod for 1,000 directories with names in every order', async () => {
    const folder = makeFolder()
    const questions = sampleTrees(1000, 1).map((files, at) => {
      const path = join(folder, String(at))
      writeModuleTree(path, files)
      return { kind: 'directory', path, prefix: `example.com/m${String(at)}@v1.0.${String(at)}` } as const
    })
    const ours = await Promise.all(questions.map(async ({ path, prefix }) => (await hashing.directory(path, prefix))?.h1))
    expect(ours).toEqual(askDirhash(questions).map(({ h1 }) => h1))
    expect(new Set(ours).size).toBe(1000)
  })

  it('is that of golang.org/x/mod for 300 zips, stored and deflated', async () => {
    const folder = makeFolder()
    mkdirSync(folder, { recursive: true })
    const prefix = 'example.com/m@v1.0.0'
    const trees = sampleTrees(400, 2).filter((files) => {
      const names = Object.keys(files)
      // What Go would not unpack is another matter.
      return names.every((name) => faultOfFileName(name) === null) && new Set(names.map((name) => name.toLowerCase())).size === names.length
    })
    const questions = trees.slice(0, 300).map((files, at) => {
      const path = join(folder, `${String(at)}.zip`)
      const entries = Object.entries(files).map(([name, text]) => [`${prefix}/${name}`, Buffer.from(text, 'latin1')] as const)
      writeFileSync(path, zipSync(Object.fromEntries(entries), { level: at % 2 === 0 ? 0 : 9 }))
      return { kind: 'zip', path } as const
    })
    expect(questions.length).toBe(300)
    const ours = await Promise.all(questions.map(async ({ path }) => hashing.zip(path, prefix)))
    expect(ours.map((result) => result?.h1 ?? result?.fault)).toEqual(askDirhash(questions).map(({ h1 }) => h1))
  })
})

describe('a zip with one byte changed', () => {
  it('has the hash that Go gives it, or none', async () => {
    const prefix = 'example.com/m@v1.0.0'
    const whole = zipSync({
      [`${prefix}/go.mod`]: Buffer.from('module example.com/m\n'),
      [`${prefix}/a/b.go`]: Buffer.from('package a\n'.repeat(9)),
    })
    const folder = makeFolder()
    const questions = Array.from(whole, (byte, at) => {
      const changed = Buffer.from(whole)
      changed[at] = byte ^ 0x55
      const path = join(folder, `${String(at)}.zip`)
      writeFileSync(path, changed)
      return { kind: 'zip', path } as const
    })
    const ours = await Promise.all(questions.map(async ({ path }) => hashing.zip(path, prefix)))
    const theirs = askDirhash(questions)
    expect(ours.filter((result, at) => result === null || (result.h1 !== null && result.h1 !== theirs[at]?.h1))).toEqual([])
    expect(ours.filter((result) => result?.h1 !== null).length).toBeGreaterThan(20)
  })
})

describe('a name of a file', () => {
  it('is allowed exactly where golang.org/x/mod allows it', () => {
    const letters = fc.constantFrom(...('aA0.-_~ !#$%&()+,=@[]^{}/\\:*?"<>|\'`;\t\n\u0000éß中\u{10400}\u00A0\u0301²'.match(/./gsu) ?? []))
    const words = fc.constantFrom(
      'con',
      'CON.txt',
      'nul',
      'com1',
      'COM0',
      'lpt9.go',
      'aux',
      'auxiliary',
      '..',
      '.',
      '...',
      'a.',
      '.git',
      'ab~1',
      '-a',
    )
    const names = fc.sample(
      fc.array(fc.oneof(letters, words), { maxLength: 6 }).map((parts) => parts.join('')),
      { numRuns: 4000, seed: 3 },
    )
    const answers = askDirhash(names.map((path) => ({ kind: 'name', path })))
    const differing = names.filter((name, at) => (faultOfFileName(name) === null) !== (answers[at]?.error === ''))
    expect(differing).toEqual([])
    expect(answers.filter(({ error }) => error === '').length).toBeGreaterThan(300)
  })
})
