import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { goSumOf, h1, writeTree, type ProxyModule } from '../support/project.js'
import { makeProject } from './incidents-project.js'

const dep: ProxyModule = { path: 'example.com/Dep', version: 'v1.2.0', files: { 'dep.go': 'package dep\n\nconst Name = "dep"\n' } }
const other: ProxyModule = {
  path: 'example.com/other',
  version: 'v0.1.0',
  files: { 'other.go': 'package other\n\nconst Name = "other"\n' },
}
const files = {
  'go.mod': 'module example.com/app\n\ngo 1.21\n\nrequire (\n\texample.com/Dep v1.2.0\n\texample.com/other v0.1.0\n)\n',
  'main.go':
    'package main\n\nimport (\n\tdep "example.com/Dep"\n\t"example.com/other"\n)\n\nfunc main() { println(dep.Name, other.Name) }\n',
}
const sums = goSumOf([dep, other])
const wrong = h1({ 'x@v1/x.go': 'other bytes' })
const right = /^example\.com\/Dep v1\.2\.0 (h1:\S+)$/m.exec(sums)?.[1] ?? ''

describe('what go says of checksums', () => {
  it('names the module, both hashes and go.sum when the download is another one', () => {
    const project = makeProject({ ...files, 'go.sum': sums.replace(right, wrong) }, [dep, other])
    const incidents = project.fail(['build', './...'])
    expect(incidents).toHaveLength(1)
    expect(incidents[0]).toMatchObject({
      rule: 'checksum/gosum-mismatch',
      confidence: 'certain',
      culprit: { module: 'example.com/Dep@v1.2.0', file: 'go.sum' },
      location: { file: 'go.sum' },
    })
    const evidence = incidents[0]?.evidence.map(({ text }) => text).join('\n')
    expect(evidence).toContain(right)
    expect(evidence).toContain(wrong)
  })

  it('tells a wrong go.mod hash from a wrong zip hash', () => {
    const goMod = /^example\.com\/Dep v1\.2\.0\/go\.mod (h1:\S+)$/m.exec(sums)?.[1] ?? ''
    const project = makeProject({ ...files, 'go.sum': sums.replace(goMod, wrong) }, [dep, other])
    expect(project.fail(['list', '-m', 'all'])[0]?.culprit.module).toBe('example.com/Dep@v1.2.0/go.mod')
  })

  it('offers the commands that bring missing lines of go.sum back', () => {
    const project = makeProject({ ...files, 'go.sum': goSumOf([other]) }, [dep, other])
    const [incident] = project.fail(['build', './...'])
    expect(incident).toMatchObject({
      rule: 'checksum/gosum-missing-entry',
      culprit: { package: 'example.com/Dep' },
      location: { file: 'main.go', line: 4, column: 2 },
    })
    const [proposed, tidy] = incident?.fix ?? []
    expect(proposed?.command).toMatch(/^go (?:get|mod download) /)
    expect(project.run((tidy?.command ?? '').split(' ')).ok).toBe(true)
    expect(readFileSync(join(project.folder, 'go.sum'), 'utf8')).toBe(sums)
    expect(project.run(['go', 'build', '-o', '/dev/null', '.']).ok).toBe(true)
  })

  it('names the line of a go.sum that cannot be read', () => {
    const project = makeProject({ ...files, 'go.sum': `${sums}<<<<<<< HEAD\n` }, [dep, other])
    expect(project.fail(['build', './...'])[0]).toMatchObject({
      rule: 'checksum/gosum-malformed',
      location: { file: join(project.folder, 'go.sum'), line: sums.split('\n').length },
    })
  })

  it('repairs exactly the changed module of the cache with the command it offers', () => {
    const project = makeProject({ ...files, 'go.sum': sums }, [dep, other])
    expect(project.run(['go', 'mod', 'download']).ok).toBe(true)
    const cache = join(project.env['GOPATH'] ?? '', 'pkg', 'mod', 'example.com')
    const [changed, kept] = [join(cache, '!dep@v1.2.0', 'dep.go'), join(cache, 'other@v0.1.0', 'other.go')]
    for (const [path, text] of [
      [changed, 'package dep\n\nconst Name = "changed"\n'],
      [kept, 'package other\n\nconst Name = "changed too"\n'],
    ] as const) {
      chmodSync(path, 0o644)
      writeFileSync(path, text)
    }
    const incidents = project.fail(['mod', 'verify'])
    expect(incidents.map(({ rule, culprit }) => [rule, culprit.module])).toStrictEqual([
      ['checksum/cache-modified', 'example.com/Dep@v1.2.0'],
      ['checksum/cache-modified', 'example.com/other@v0.1.0'],
    ])
    project.run(['sh', '-c', incidents[0]?.fix[0]?.command ?? 'false'])
    expect(readFileSync(changed, 'utf8')).toContain('"dep"')
    expect(readFileSync(kept, 'utf8')).toContain('"changed too"')
    expect(project.run(['sh', '-c', incidents[1]?.fix[0]?.command ?? 'false'])).toStrictEqual({
      ok: true,
      output: 'all modules verified\n',
    })
    expect(existsSync(changed)).toBe(true)
  })

  it('names the module of a damaged zip', () => {
    const project = makeProject({ ...files, 'go.sum': sums }, [dep, other])
    expect(project.run(['go', 'mod', 'download', 'example.com/other']).ok).toBe(true)
    const base = join(project.env['GOPATH'] ?? '', 'pkg', 'mod', 'cache', 'download', 'example.com', '!dep', '@v')
    writeTree(base, { 'v1.2.0.zip': 'not a zip', 'v1.2.0.ziphash': right })
    expect(project.fail(['build', './...'])[0]).toMatchObject({
      rule: 'checksum/cache-modified',
      culprit: { module: 'example.com/Dep@v1.2.0' },
    })
  })
})
