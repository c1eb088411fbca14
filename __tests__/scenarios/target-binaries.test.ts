import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import { checkProject, makeProject, rulesOf, saveProject, type Project } from './whole-chain.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(180_000)

const FILES = {
  'go.mod': 'module example.com/app\n\ngo 1.21\n',
  'lib/lib.go': 'package lib\n',
  'cmd/plain/main.go': 'package main\n\nfunc main() { println("hello") }\n',
  'cmd/withc/main.go': 'package main\n\n// #include <stdlib.h>\nimport "C"\n\nfunc main() { C.free(C.malloc(1)) }\n',
}
const HOST = `linux/${process.arch === 'x64' ? 'amd64' : process.arch}+cgo`
const NATIVE = { targets: [HOST] }
const OFF = { targets: ['linux/386-cgo'] }

const WITH_C = { package: 'example.com/app/cmd/withc', linkage: 'dynamic', libc: 'glibc', needed: expect.arrayContaining(['libc.so.6']) }
const PLAIN = { package: 'example.com/app/cmd/plain', linkage: 'static', needed: [], libc: null, glibc: null, interpreter: null }

function folder(project: Project, name: string): string {
  const path = join(project.folder, name)
  mkdirSync(path)
  return path
}

describe('the programs of a target', () => {
  it('are looked at while they are built, all of them, and nothing of them stays', async () => {
    const project = makeProject(FILES)
    const temporary = folder(project, 'own-temporary')
    const outcome = await checkProject(project, NATIVE, {}, { GOTMPDIR: temporary })
    expect(outcome.report.verdict).toBe('ok')
    expect(outcome.snapshot.targets[0]?.binaries).toMatchObject([PLAIN, WITH_C])
    // What they need stands beside the target.
    expect(outcome.report.targets[0]?.reason).toMatch(/^needs glibc 2\.\d+ or newer$/)
    expect(readdirSync(temporary)).toEqual([])
  })

  it('need nothing without cgo, and nothing is said', async () => {
    const outcome = await checkProject(makeProject(FILES), { targets: ['linux/386-cgo'] })
    expect(outcome.snapshot.targets[0]?.binaries).toMatchObject([PLAIN])
    expect(outcome.report.targets[0]?.reason).toBeUndefined()
  })

  it('are those of the baseline where the target is proved', async () => {
    const project = makeProject(FILES)
    await saveProject(project, OFF)
    const outcome = await checkProject(project, OFF)
    expect(outcome.snapshot.targets).toMatchObject([{ outcome: 'proved', binaries: [PLAIN] }])
  })

  it('that need a newer glibc than in the baseline are a warning, and so is one that is no longer static', async () => {
    const project = makeProject(FILES)
    await saveProject(project, NATIVE)
    expect(rulesOf(await checkProject(project, NATIVE))).toEqual([])
    const path = join(project.app, '.goparity/baseline.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"glibc":\s*"2\.\d+(?:\.\d+)?"/, '"glibc": "2.1"'))
    writeFileSync(join(project.app, 'cmd/plain/main.go'), FILES['cmd/withc/main.go'])
    const { report, exitCode } = await checkProject(project, NATIVE)
    expect(report.findings.map(({ rule, severity, title }) => [rule, severity, title])).toEqual([
      ['abi/drift', 'warning', `example.com/app/cmd/plain in ${HOST} is no longer static`],
      ['abi/drift', 'warning', expect.stringMatching(/^example\.com\/app\/cmd\/withc in \S+ now needs glibc 2\.\d+/)],
    ])
    expect(exitCode).toBe(0)
  })
})
