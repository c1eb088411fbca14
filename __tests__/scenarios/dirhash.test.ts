import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import * as fc from 'fast-check'
import { zipSync } from 'fflate'
import { nodeHost } from '../../src/host/index.js'
import { faultOfFileName, openNameTree } from '../../src/modules/index.js'
import { askDirhash } from '../support/dirhash.js'
import { buildZip } from '../support/hostile-zip.js'
import { sampleTrees, writeModuleTree } from '../support/module-trees.js'
import { h1, makeFolder } from '../support/project.js'

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
    expect(ours).toEqual(askDirhash(questions).map((answer) => answer.h1))
    expect(new Set(ours).size).toBe(1000)
  })

  it('is that of golang.org/x/mod for 300 zips, stored and deflated', async () => {
    const folder = makeFolder()
    mkdirSync(folder, { recursive: true })
    const prefix = 'example.com/m@v1.0.0'
    const trees = sampleTrees(600, 2).filter((files) => {
      const names = openNameTree()
      // What Go would not unpack is another matter.
      return Object.keys(files).every((name) => faultOfFileName(name) === null && names.add(name, false) === null)
    })
    const questions = trees.slice(0, 300).map((files, at) => {
      const path = join(folder, `${String(at)}.zip`)
      const entries = Object.entries(files).map(([name, text]) => [`${prefix}/${name}`, Buffer.from(text, 'latin1')] as const)
      writeFileSync(path, zipSync(Object.fromEntries(entries), { level: at % 2 === 0 ? 0 : 9 }))
      return { kind: 'zip', path } as const
    })
    expect(questions.length).toBe(300)
    const ours = await Promise.all(questions.map(async ({ path }) => hashing.zip(path, prefix)))
    expect(ours.map((result) => result?.h1 ?? result?.fault)).toEqual(askDirhash(questions).map((answer) => answer.h1))
  })
})

describe('the names in a zip', () => {
  it('may stand beside each other exactly where golang.org/x/mod/zip lets them', async () => {
    const prefix = 'example.com/m@v1.0.0'
    // Letters of which two or three are one without case, or only seem so.
    const word = fc.constantFrom(
      ...('aAkK\u212AsSſσςΣßẞıiIİµμΜÅå\u212B\u{10400}\u{10428}'.match(/./gsu) ?? []),
      'ab',
      'go.mod',
      'GO.MOD',
      'con',
    )
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'))
    const names = fc.array(fc.oneof({ arbitrary: name, weight: 5 }, { arbitrary: name.map((one) => `${one}/`), weight: 1 }), {
      minLength: 2,
      maxLength: 4,
    })
    const folder = makeFolder()
    const questions = fc.sample(names, { numRuns: 1500, seed: 4 }).map((list, at) => {
      const path = join(folder, `${String(at)}.zip`)
      writeFileSync(path, buildZip(list.map((one) => ({ name: `${prefix}/${one}`, content: '' }))))
      return { kind: 'rules', path, prefix, list } as const
    })
    const ours = await Promise.all(questions.map(async ({ path }) => hashing.zip(path, prefix)))
    const theirs = askDirhash(questions)
    const differing = questions.flatMap(({ list }, at) => {
      const [fault, error] = [ours[at]?.fault ?? '', theirs[at]?.error ?? '']
      return (fault === '') === (error === '') ? [] : [{ list, fault, error }]
    })
    expect(differing).toEqual([])
    expect(theirs.filter(({ error }) => error === '').length).toBeGreaterThan(200)
    expect(theirs.filter(({ error }) => error !== '').length).toBeGreaterThan(200)
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

describe('hashing on several threads', () => {
  const folder = makeFolder()
  const prefix = 'example.com/m@v1.0.0'
  const bundle = (name: string, worker?: string): string => {
    const path = join(folder, name)
    mkdirSync(path)
    execFileSync(process.execPath, ['bench/verify.mjs', '--out', path])
    if (worker !== undefined) writeFileSync(join(path, 'hash-worker.js'), worker)
    return path
  }
  const modules = Array.from({ length: 60 }, (_, at) => {
    const files = { 'go.mod': 'module example.com/m\n', 'm.go': `package m\n\nconst N = ${String(at)}\n` }
    const directory = join(folder, 'modules', String(at))
    writeModuleTree(directory, files)
    const named = Object.entries(files).map(([name, text]) => [`${prefix}/${name}`, text] as const)
    writeFileSync(`${directory}.zip`, zipSync(Object.fromEntries(named.map(([name, text]) => [name, Buffer.from(text)]))))
    return { key: prefix, zip: `${directory}.zip`, directory, sum: h1(Object.fromEntries(named)) }
  })
  const measure = (bundled: string, count: number): unknown => {
    const list = join(folder, `${String(count)}.json`)
    writeFileSync(list, JSON.stringify(modules.slice(0, count)))
    const args = ['bench/verify.mjs', '--bundle', bundled, '--list', list, '--threads', '3']
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  }

  it('gives the same hashes, and starts no thread for five modules', () => {
    const bundled = bundle('sound')
    expect(measure(bundled, 60)).toMatchObject({ wrong: 0, threads: 2 })
    expect(measure(bundled, 5)).toMatchObject({ wrong: 0, threads: 0 })
  })

  it.each([
    ['that throw', 'throw new Error("no")'],
    ['that end', 'process.exit(3)'],
    [
      'that die over their work',
      "import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => { throw new Error('no') })",
    ],
  ])('does the work of threads %s itself', (name, worker) => {
    const bundled = bundle(name.replaceAll(' ', '-'), worker)
    expect(measure(bundled, 60)).toMatchObject({ wrong: 0, threads: 2 })
  })
})
