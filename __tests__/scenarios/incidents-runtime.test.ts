import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { makeProject, type IncidentProject } from './incidents-project.js'
import { RELEASES, commandOf, failing, goRelease, passing } from './incidents-releases.js'

const HELLO = { 'main.go': 'package main\n\nfunc main() { println("hello") }\n' }
/** Works with cgo, and without it in another way. */
const LIBC = {
  'main.go': 'package main\n\nfunc main() { println("hello", libc()) }\n',
  'libc_cgo.go':
    '//go:build cgo\n\npackage main\n\n// #include <gnu/libc-version.h>\nimport "C"\n\nfunc libc() string { return C.GoString(C.gnu_get_libc_version()) }\n',
  'libc_nocgo.go': '//go:build !cgo\n\npackage main\n\nfunc libc() string { return "none" }\n',
}
const CGO = { CGO_ENABLED: '1' }

/** Another text of the same length in a program, wherever it stands. */
function patch(project: IncidentProject, before: string, after: string): void {
  const file = join(project.folder, 'app')
  const text = readFileSync(file, 'latin1')
  if (!text.includes(before)) throw new Error(`${before} is not in the program`)
  writeFileSync(file, text.replaceAll(before, after), 'latin1')
}

describe.each(RELEASES)('what the system says of programs of go %s', (release) => {
  const go = goRelease(release)

  it('names the version of glibc that is missing, and makes a program that needs none', () => {
    const project = makeProject(LIBC)
    passing(project, 'go build .', { ...go, ...CGO })
    patch(project, 'GLIBC_2.34', 'GLIBC_2.99')
    const incidents = failing(project, './app', go)
    expect(incidents).toMatchObject([
      { rule: 'runtime/glibc-too-old', confidence: 'certain', culprit: { file: 'app', library: 'GLIBC_2.99' } },
    ])
    expect(passing(project, `${commandOf(incidents, 0)} && ./app`, go)).toContain('hello none')
  })

  it('tells a program of glibc under the loader of musl, and makes one that needs neither', () => {
    const project = makeProject(LIBC)
    passing(project, 'go build .', { ...go, ...CGO })
    const incidents = failing(project, '/lib/ld-musl-x86_64.so.1 ./app', go)
    expect(incidents).toMatchObject([{ rule: 'runtime/libc-mismatch', confidence: 'certain', culprit: { file: 'app' } }])
    expect(incidents[0]?.cause).toContain('gnu_get_libc_version')
    expect(passing(project, `${commandOf(incidents, 0)} && ./app`, go)).toContain('hello none')
  })

  it('tells a program whose loader is not there', () => {
    const project = makeProject(LIBC)
    passing(project, 'go build .', { ...go, ...CGO })
    patch(project, '/ld-linux-', '/ld-other-')
    const incidents = failing(project, 'bash -c ./app', go)
    expect(incidents).toMatchObject([{ rule: 'runtime/libc-mismatch', confidence: 'likely', culprit: { file: 'app' } }])
    expect(passing(project, `${commandOf(incidents, 0)} && bash -c ./app`, go)).toContain('hello none')
  })

  it('puts the C library into a program with cgo', () => {
    const { 'libc_cgo.go': _, ...rest } = LIBC
    const project = makeProject({
      ...rest,
      'libc_cgo.go':
        '//go:build cgo\n\npackage main\n\n// static int one(void) { return 1; }\nimport "C"\n\nfunc libc() int { return int(C.one()) }\n',
    })
    passing(project, 'go build .', { ...go, ...CGO })
    patch(project, '/ld-linux-', '/ld-other-')
    const incidents = failing(project, 'bash -c ./app', go)
    expect(passing(project, `${commandOf(incidents, 2)} && ./app`, { ...go, CC: 'musl-gcc' })).toContain('hello 1')
  })

  it('builds for the machine on which the program is started', () => {
    const project = makeProject(HELLO)
    const foreign = { ...go, GOOS: 'linux', GOARCH: 'loong64' }
    passing(project, 'go build .', foreign)
    const incidents = failing(project, 'bash -c ./app', foreign)
    expect(incidents).toMatchObject([{ rule: 'runtime/wrong-architecture', confidence: 'certain', culprit: { file: 'app' } }])
    expect(passing(project, `${commandOf(incidents, 0)} && bash -c ./app`, foreign)).toContain('hello')
  })

  it('tests on the machine on which the tests are started', () => {
    const project = makeProject({ 'a_test.go': 'package app\n\nimport "testing"\n\nfunc TestOne(t *testing.T) {}\n' })
    const foreign = { ...go, GOOS: 'linux', GOARCH: 'loong64' }
    const incidents = failing(project, 'go test ./...', foreign)
    expect(incidents).toMatchObject([
      { rule: 'runtime/wrong-architecture', confidence: 'certain', culprit: { file: 'app.test', package: 'example.com/app' } },
    ])
    passing(project, commandOf(incidents, 0), foreign)
  })
})
