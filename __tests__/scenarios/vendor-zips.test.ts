import { rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it, jest } from '@jest/globals'
import { checkVendorByZips } from '../../src/integrity/vendor-layer.js'
import { writeTree } from '../support/project.js'
import { goDo, readOne, verifyOne, withEnv, type Project } from './modules-project.js'
import { change, PROGRAM, told, vendoredProgram } from './vendor-project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

const RICH = 'vendor/example.com/Rich'

async function compare(project: Project): Promise<Awaited<ReturnType<typeof checkVendorByZips>>> {
  const reading = await readOne(withEnv(project, { GOPROXY: 'off' }))
  return checkVendorByZips(project.host, reading, { cache: project.cache, why: 'offline' })
}

describe('a vendor folder beside the zips of the module cache', () => {
  it('is never ok without go: what was compared and what was not is said', async () => {
    const { layer, findings } = await compare(await vendoredProgram())
    expect(findings).toEqual([])
    expect(layer).toEqual({
      outcome: 'unknown',
      checked: 8,
      failed: 0,
      reason: 'offline; 8 of 9 files were compared with the zips in the module cache, modules.txt and licences above packages were not',
    })
  })

  it('has each edited, added and missing file named, and nothing called missing that go may leave out', async () => {
    const project = await vendoredProgram()
    change(project, `${RICH}/plain/plain.go`, (text) => text.replace('1', '2'))
    change(project, `${RICH}/lib/data/text.txt`, (text) => text.replaceAll('\n', '\r\n'))
    rmSync(`${project.app}/${RICH}/lib/lib_windows.go`)
    writeTree(project.app, { [`${RICH}/lib/evil.go`]: 'package lib\n', 'vendor/stray.go': 'package stray\n' })
    const { layer, findings } = await compare(project)
    expect(told(findings)).toEqual(
      [
        `error vendor/modified ${RICH}/lib/evil.go:1 ${RICH}/lib/evil.go does not belong there`,
        `error vendor/modified ${RICH}/lib/lib_windows.go:1 ${RICH}/lib/lib_windows.go is missing`,
        `error vendor/modified ${RICH}/plain/plain.go:4 ${RICH}/plain/plain.go was edited`,
        'error vendor/modified vendor/stray.go:1 vendor/stray.go does not belong there',
        `warning vendor/modified ${RICH}/lib/data/text.txt:1 ${RICH}/lib/data/text.txt has other line ends`,
      ].toSorted((a, b) => ((a.split(' ')[2] ?? '') < (b.split(' ')[2] ?? '') ? -1 : 1)),
    )
    expect(findings.find(({ title }) => title.includes('was edited'))?.evidence).toContain('+func Number() int { return 2 }')
    expect(layer).toMatchObject({ outcome: 'failed', failed: 4 })
  })

  it('is not judged by a zip that is absent, is not what go.sum says, or has no line there', async () => {
    const project = await vendoredProgram()
    for (const file of [`${RICH}/plain/plain.go`, 'vendor/example.com/small/small.go'])
      change(project, file, (text) => `${text}// edited\n`)
    const zip = `${project.cache}/cache/download/example.com/!rich/@v/v1.4.0.zip`
    rmSync(zip)
    change(project, 'go.sum', (text) => text.replace(/example\.com\/small v0\.1\.0 h1:.*\n/, ''))
    const absent = await compare(project)
    expect(absent.findings).toEqual([])
    expect(absent.layer.reason).toContain(
      'not known: example.com/Rich@v1.4.0 is not in the module cache, go.sum has no line for example.com/small@v0.1.0',
    )
    writeFileSync(zip, 'no zip')
    expect((await compare(project)).layer.reason).toContain(
      'the zip of example.com/Rich@v1.4.0 in the module cache is not what go.sum says',
    )
  })

  it('is what is looked at when go cannot make a copy', async () => {
    const project = await vendoredProgram()
    change(project, `${RICH}/plain/plain.go`, (text) => text.replace('1', '2'))
    // Its tests need a module that go.mod does not name: go builds from vendor/, and cannot vendor anew.
    writeTree(project.app, { 'app_test.go': 'package main\n\nimport _ "example.com/nowhere"\n' })
    expect(await goDo(project, ['build', '-o', '/dev/null', '.'])).toBe('')
    const { findings, integrity, failed } = await verifyOne(project)
    expect(failed?.args.slice(0, 2)).toEqual(['mod', 'vendor'])
    expect(told(findings)).toEqual([`error vendor/modified ${RICH}/plain/plain.go:4 ${RICH}/plain/plain.go was edited`])
    expect(integrity.layers.find(({ layer }) => layer === 'vendor')).toMatchObject({ outcome: 'failed', checked: 8, failed: 1 })
  })

  it('asks for no path that a hostile list names', async () => {
    const project = await vendoredProgram(PROGRAM)
    writeFileSync(
      `${project.app}/vendor/modules.txt`,
      '# ../../../../etc v1.0.0\n../../../../etc/passwd\n# /etc v1.0.0\n/etc/passwd\n# example.com/a v1.0.0/../../b\nexample.com/a\n',
    )
    const reading = await readOne(withEnv(project, { GOPROXY: 'off' }))
    const asked: string[] = []
    const { hashing } = project.host
    const host = {
      ...project.host,
      hashing: {
        ...hashing,
        zip: async (path: string, prefix: string): ReturnType<typeof hashing.zip> => {
          asked.push(path)
          return hashing.zip(path, prefix)
        },
      },
    }
    const sums = reading.files.sums.map((file) => ({
      ...file,
      sum: {
        ...file.sum,
        lines: ['../../../../etc', '/etc'].map((path, at) => ({ line: at + 1, path, version: 'v1.0.0', goMod: false, hash: 'h1:x' })),
      },
    }))
    const { layer } = await checkVendorByZips(
      host,
      { ...reading, files: { ...reading.files, sums } },
      { cache: project.cache, why: 'offline' },
    )
    expect(asked).toEqual([])
    // Nothing that the list no longer names is taken for a module's.
    expect(layer).toMatchObject({ outcome: 'failed', checked: 8, failed: 4 })
  })
})
