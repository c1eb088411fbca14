import { describe, expect, it } from '@jest/globals'
import { makeProject } from './incidents-project.js'

const BUILD = ['build', '-o', '/dev/null', './...']
const HOST = { hostGoos: 'linux', hostGoarch: 'amd64' }
const NO_C = { CGO_ENABLED: '0' }

function program(body: string, imports = ''): Record<string, string> {
  return { 'main.go': `package main\n\n${imports}\n\nfunc main() {\n\t${body}\n}\n` }
}

describe('what go says of targets and of the code', () => {
  it('offers the pair that was meant', () => {
    const project = makeProject(program('println(1)'))
    const incidents = project.fail(BUILD, { env: { GOOS: 'macos', GOARCH: 'aarch64' } })
    expect(incidents).toMatchObject([{ rule: 'target/unsupported', culprit: { target: 'macos/aarch64' } }])
    expect(incidents[0]?.fix[0]?.command).toBe('GOOS=darwin GOARCH=arm64 go build ./...')
  })

  it('names the package that has no file for the target', () => {
    const project = makeProject({
      ...program('println(lib.One)', 'import "example.com/app/lib"'),
      'lib/lib_windows.go': 'package lib\n\nconst One = 1\n',
    })
    expect(
      project.fail(['build', '-o', '/dev/null', '.'], {
        env: { GOOS: 'linux', ...NO_C },
        facts: { ...HOST, cgoEnabled: false, goos: 'linux', goarch: 'amd64', droppedByCgo: [] },
      }),
    ).toMatchObject([{ rule: 'target/constraints-exclude-all', confidence: 'certain', culprit: { package: 'example.com/app/lib' } }])
  })

  it('tells what the target does not have from a misspelt name', () => {
    const kill = makeProject(program('syscall.Kill(1, 2)\n\tmissing()', 'import "syscall"'))
    const windows = {
      env: { GOOS: 'windows', GOARCH: 'amd64', ...NO_C },
      facts: { ...HOST, goos: 'windows', goarch: 'amd64', cgoEnabled: false },
    }
    expect(kill.fail(BUILD, windows)).toMatchObject([
      {
        rule: 'target/undefined-symbol',
        confidence: 'certain',
        culprit: { package: 'example.com/app' },
        location: { file: 'main.go', line: 6, column: 10 },
      },
    ])
    const misspelt = makeProject(program('printn(1)'))
    expect(misspelt.fail(BUILD, { facts: { ...HOST, goos: 'linux', goarch: 'amd64', cgoEnabled: true } })).toMatchObject([
      {
        rule: 'code/compile-error',
        confidence: 'certain',
        culprit: { package: 'example.com/app' },
        location: { file: 'main.go', line: 6, column: 2 },
      },
    ])
  })

  it('tells a constant too wide for this target from one too wide for all', () => {
    const project = makeProject(program('var a int = 1 << 40\n\tvar b uint8 = 300\n\t_, _ = a, b'))
    expect(project.fail(BUILD, { env: { GOOS: 'linux', GOARCH: '386', ...NO_C } })).toMatchObject([
      { rule: 'target/int-overflow', confidence: 'certain', location: { file: 'main.go', line: 6 } },
      { rule: 'code/compile-error', confidence: 'certain', location: { file: 'main.go', line: 7 } },
    ])
  })

  it('says which Go is wanted and which runs', () => {
    const project = makeProject({ ...program('println(1)'), 'go.mod': 'module example.com/app\n\ngo 1.99\n' })
    const incidents = project.fail(BUILD)
    expect(incidents).toMatchObject([
      { rule: 'toolchain/too-old', confidence: 'certain', culprit: { file: 'go.mod' }, location: { file: 'go.mod' } },
    ])
    expect(incidents[0]?.cause).toMatch(/asks for Go 1\.99 or newer; this job runs Go 1\.\d+.*GOTOOLCHAIN=local/)
  })

  it('tells the packages that do not compile apart', () => {
    const project = makeProject({
      'a/a.go': 'package a\n\nvar A int = "a"\n',
      'b/b.go': 'package b\n\nfunc B() { return 1 }\n',
      'c/c.go': 'package c\n',
    })
    const found = project
      .fail(BUILD)
      .map(({ rule, culprit, location }) => `${rule} ${culprit.package ?? ''} ${location?.file ?? ''}:${String(location?.line)}`)
    // go compiles them at once and prints them as they end.
    expect(found.toSorted()).toStrictEqual([
      'code/compile-error example.com/app/a a/a.go:3',
      'code/compile-error example.com/app/b b/b.go:3',
    ])
  })

  it('names the test that fails and its line', () => {
    const project = makeProject({
      'lib/lib.go': 'package lib\n',
      'lib/lib_test.go': 'package lib\n\nimport "testing"\n\nfunc TestOne(t *testing.T) {\n\tt.Error("one is two")\n}\n',
    })
    const facts = { directories: { 'example.com/app/lib': 'lib' } }
    expect(project.fail(['test', './...'], { env: NO_C, facts })).toMatchObject([
      {
        rule: 'code/test-failure',
        culprit: { package: 'example.com/app/lib', key: 'TestOne' },
        location: { file: 'lib/lib_test.go', line: 6 },
      },
    ])
  })
})
