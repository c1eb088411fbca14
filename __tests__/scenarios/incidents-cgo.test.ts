import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from '@jest/globals'
import { makeFolder } from '../support/project.js'
import { makeProject } from './incidents-project.js'

const BUILD = ['build', '-o', '/dev/null', '.']
const C = { CGO_ENABLED: '1' }

function cgoProgram(preamble: string, body: string): Record<string, string> {
  return { 'main.go': `package main\n\n/*\n${preamble}\n*/\nimport "C"\n\nfunc main() { ${body} }\n` }
}

/** A PATH on which only go is found. */
function goAlone(): string {
  const folder = makeFolder()
  const go = spawnSync('sh', ['-c', 'command -v go'], { encoding: 'utf8' }).stdout.trim()
  symlinkSync(go, join(folder, 'go'))
  return folder
}

describe('what go and C compilers say of cgo', () => {
  it('names the C compiler that is missing', () => {
    const project = makeProject(cgoProgram('static int two(void) { return 2; }', 'println(C.two())'))
    const incidents = project.fail(BUILD, { env: { ...C, PATH: goAlone() }, facts: { distribution: 'debian', hostGoos: 'linux' } })
    expect(incidents).toHaveLength(1)
    expect(incidents[0]).toMatchObject({ rule: 'cgo/compiler-missing', confidence: 'certain', culprit: { tool: 'gcc' } })
    expect(incidents[0]?.fix[0]?.command).toBe('apt-get update && apt-get install -y gcc libc6-dev')
  })

  it('knows the compiler of the machine by what it makes of a foreign target, once', () => {
    const project = makeProject(cgoProgram('static int two(void) { return 2; }', 'println(C.two())'))
    const foreign = process.arch === 'arm64' ? 'amd64' : 'arm64'
    const facts = {
      cgoEnabled: true,
      goos: 'linux',
      goarch: foreign,
      hostGoos: 'linux',
      hostGoarch: process.arch === 'arm64' ? 'arm64' : 'amd64',
    }
    const incidents = project.fail(BUILD, { env: { ...C, CC: 'gcc', GOOS: 'linux', GOARCH: foreign }, facts })
    expect(incidents.map(({ rule, confidence, culprit }) => ({ rule, confidence, culprit }))).toStrictEqual([
      { rule: 'cgo/compiler-wrong-target', confidence: 'certain', culprit: { tool: 'gcc', target: `linux/${foreign}` } },
    ])
    const commands = incidents[0]?.fix.map(({ command }) => command ?? '').join('\n')
    expect(commands).toContain(foreign === 'arm64' ? 'CC=aarch64-linux-gnu-gcc' : 'CC=x86_64-linux-gnu-gcc')
    expect(commands).toContain('zig cc -target')
    expect(commands).toContain(`CGO_ENABLED=0 GOOS=linux GOARCH=${foreign} go build ./...`)
  })

  it('names the header, the package and the place of the include', () => {
    const project = makeProject(cgoProgram('#include <nosuch/thing.h>', ''))
    expect(project.fail(BUILD, { env: C })).toMatchObject([
      {
        rule: 'cgo/header-missing',
        confidence: 'certain',
        culprit: { library: 'nosuch/thing.h', package: 'example.com/app' },
        location: { file: 'main.go', line: 4 },
      },
    ])
  })

  it('places a C file in the folder of its package', () => {
    const project = makeProject({
      'lib/lib.go': 'package lib\n\n// int one(void);\nimport "C"\n\nfunc One() int { return int(C.one()) }\n',
      'lib/one.c': '#include "nosuch.h"\nint one(void) { return 1; }\n',
    })
    const args = ['build', './...']
    expect(project.fail(args, { env: C, facts: { directories: { 'example.com/app/lib': 'lib' } } })).toMatchObject([
      {
        rule: 'cgo/header-missing',
        culprit: { library: 'nosuch.h', package: 'example.com/app/lib' },
        location: { file: 'lib/one.c', line: 1 },
      },
    ])
    expect(project.fail(args, { env: C })[0]?.location).toBeUndefined()
  })

  it('names the library that the linker does not find', () => {
    const project = makeProject(cgoProgram('#cgo LDFLAGS: -lnosuchthing\nstatic int two(void) { return 2; }', 'println(C.two())'))
    expect(project.fail(BUILD, { env: C })).toMatchObject([
      { rule: 'cgo/library-missing', culprit: { library: 'nosuchthing', package: 'example.com/app' } },
    ])
  })

  it('names the symbols that nothing defines', () => {
    const project = makeProject(cgoProgram('int zmq_nosuch(void);\nint other_nosuch(void);', 'println(C.zmq_nosuch(), C.other_nosuch())'))
    const incidents = project.fail(BUILD, { env: C })
    expect(incidents.map(({ rule }) => rule)).toStrictEqual(['cgo/undefined-reference', 'cgo/undefined-reference'])
    const known = incidents.find(({ culprit }) => culprit.library === 'zmq')
    const unknown = incidents.find(({ culprit }) => culprit.library === undefined)
    expect(known?.cause).toContain('zmq_nosuch')
    expect(unknown?.cause).toContain('other_nosuch')
    expect([known?.culprit.package, unknown?.culprit.package]).toStrictEqual(['example.com/app', 'example.com/app'])
  })

  it('names the library that pkg-config does not know, and pkg-config when it is not there', () => {
    const project = makeProject(cgoProgram('#cgo pkg-config: nosuchthing', ''))
    expect(project.fail(BUILD, { env: C })).toMatchObject([
      { rule: 'cgo/pkg-config-missing', culprit: { library: 'nosuchthing', package: 'example.com/app' } },
    ])
    expect(project.fail(BUILD, { env: { ...C, PKG_CONFIG: 'absent-pkg-config' } })).toMatchObject([
      { rule: 'cgo/pkg-config-missing', culprit: { tool: 'pkg-config', package: 'example.com/app' } },
    ])
  })

  const lib = { 'lib/lib.go': 'package lib\n\nimport "C"\n\nfunc Two() int { return 2 }\n' }
  const user = { 'main.go': 'package main\n\nimport "example.com/app/lib"\n\nfunc main() { println(lib.Two()) }\n' }

  it('says that files vanished with cgo off, where the facts prove it, and leaves it open where they do not', () => {
    const project = makeProject({ ...user, ...lib })
    const env = { CGO_ENABLED: '0' }
    const droppedByCgo = [{ package: 'example.com/app/lib', files: ['lib.go'], whole: true }]
    expect(project.fail(BUILD, { env, facts: { cgoEnabled: false, droppedByCgo } })).toMatchObject([
      { rule: 'cgo/files-dropped', confidence: 'certain', culprit: { package: 'example.com/app/lib' } },
    ])
    expect(project.fail(BUILD, { env })).toMatchObject([
      { rule: 'target/constraints-exclude-all', confidence: 'likely', culprit: { package: 'example.com/app/lib' } },
    ])
  })

  it('traces an undefined name back to a file that vanished', () => {
    const project = makeProject({
      ...user,
      'lib/pure.go': 'package lib\n\nfunc One() int { return 1 }\n',
      ...lib,
    })
    const facts = { cgoEnabled: false, droppedByCgo: [{ package: 'example.com/app/lib', files: ['lib.go'], names: ['Two'] }] }
    const incidents = project.fail(BUILD, { env: { CGO_ENABLED: '0' }, facts })
    expect(incidents).toMatchObject([
      {
        rule: 'cgo/files-dropped',
        confidence: 'certain',
        culprit: { package: 'example.com/app/lib' },
        location: { file: 'main.go', line: 5 },
      },
    ])
    expect(incidents[0]?.cause).toContain('lib.go')
  })

  it('says that the race detector needs cgo', () => {
    const project = makeProject({ 'main.go': 'package main\n\nfunc main() {}\n' })
    expect(project.fail(['build', '-race', '.'], { env: { CGO_ENABLED: '0' } })).toMatchObject([{ rule: 'cgo/race-needs-cgo' }])
  })
})
