import { execFileSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { writeTree } from '../support/project.js'
import { makeProject } from './incidents-project.js'
import { RELEASES, commandOf, editOf, failing, goRelease, passing } from './incidents-releases.js'

const MAIN = { 'main.go': 'package main\n\nfunc main() { println(1) }\n' }
const BUILD = 'go build -o /dev/null .'
const OLD = goRelease('1.20.14')

function goMod(...lines: readonly string[]): string {
  return `module example.com/app\n\n${lines.map((line) => `${line}\n`).join('')}`
}

describe('what an older go says of a newer go.mod', () => {
  it('builds with a newer Go what has three numbers in its go line', () => {
    const project = makeProject({ ...MAIN, 'go.mod': goMod('go 1.21.0') })
    const incidents = failing(project, BUILD, OLD)
    expect(incidents).toMatchObject([
      { rule: 'toolchain/invalid-go-version', confidence: 'certain', culprit: { tool: 'go' }, location: { line: 3 } },
    ])
    expect(editOf(incidents, 0)).toContain('Raise the Go of this job')
    passing(project, BUILD)
  })

  it('takes the toolchain line out where only the older Go is there', () => {
    const project = makeProject({ ...MAIN, 'go.mod': goMod('go 1.20', '', 'toolchain go1.21.0') })
    const incidents = failing(project, BUILD, OLD)
    expect(incidents).toMatchObject([{ rule: 'toolchain/unknown-directive', confidence: 'certain', location: { line: 5 } }])
    expect(incidents[0]?.cause).toContain('Go 1.21 brought')
    passing(project, commandOf(incidents, 1))
    passing(project, BUILD, OLD)
  })

  it('asks for the Go that knows every line', () => {
    const project = makeProject({ ...MAIN, 'go.mod': goMod('go 1.20', '', 'toolchain go1.21.0', '', 'ignore ./node_modules') })
    const incidents = failing(project, BUILD, OLD)
    expect(incidents.map(({ rule }) => rule)).toStrictEqual(['toolchain/unknown-directive'])
    expect(editOf(incidents, 0)).toContain('1.25 or newer')
    passing(project, BUILD)
  })
})

describe('what go says of toolchains', () => {
  it.each(RELEASES)('tells a go line that no Go reads: go %s', (release) => {
    const project = makeProject({ ...MAIN, 'go.mod': goMod('go 1.2x') })
    const incidents = failing(project, BUILD, goRelease(release))
    expect(incidents).toMatchObject([{ rule: 'toolchain/invalid-go-version', confidence: 'certain', location: { line: 3 } }])
    expect(editOf(incidents, 0)).toContain('go line')
    writeTree(project.folder, { 'go.mod': goMod('go 1.20') })
    passing(project, BUILD, goRelease(release))
  })

  it('names the release that was meant by the name of a language', () => {
    const project = makeProject({ ...MAIN, 'go.mod': goMod('go 1.21', '', 'toolchain go1.99') })
    // go looks on PATH before it downloads.
    const bin = join(project.folder, '..', 'bin')
    writeTree(bin, { 'go1.99.0': '#!/bin/sh\nunset GOTOOLCHAIN_INTERNAL_SWITCH_VERSION\nGOTOOLCHAIN=local exec go "$@"\n' })
    chmodSync(join(bin, 'go1.99.0'), 0o755)
    const env = { GOTOOLCHAIN: 'auto', PATH: `${bin}:${process.env['PATH'] ?? ''}` }
    const incidents = failing(project, BUILD, env)
    expect(incidents).toMatchObject([{ rule: 'toolchain/download-failed', confidence: 'certain', culprit: { tool: 'go1.99' } }])
    passing(project, `${commandOf(incidents, 0)} && ${BUILD}`, env)
  })

  it('leaves a release that nobody has to a person', () => {
    const project = makeProject({ ...MAIN, 'go.mod': goMod('go 1.21', '', 'toolchain go1.99.0') })
    const incidents = failing(project, BUILD, { GOTOOLCHAIN: 'auto' })
    expect(incidents).toMatchObject([{ rule: 'toolchain/download-failed', confidence: 'certain', culprit: { tool: 'go1.99.0' } }])
    expect(editOf(incidents, 0)).toContain('GOTOOLCHAIN=local')
    passing(project, BUILD, { GOTOOLCHAIN: 'local' })
  })

  it('tells what is not on PATH and may not be fetched', () => {
    const project = makeProject({ ...MAIN, 'go.mod': goMod('go 1.21', '', 'toolchain go1.99.0') })
    const incidents = failing(project, BUILD, { GOTOOLCHAIN: 'path' })
    expect(incidents).toMatchObject([{ rule: 'toolchain/download-failed', confidence: 'certain', culprit: { tool: 'go1.99.0' } }])
    expect(commandOf(incidents, 0)).toBe('GOTOOLCHAIN=auto go build ./...')
    // A proxy that has this release takes the place of the one that is missing here.
    expect(failing(project, commandOf(incidents, 0))).toMatchObject([{ rule: 'toolchain/download-failed' }])
  })

  it('takes back a setting that is no toolchain', () => {
    const project = makeProject(MAIN)
    const file = join(project.folder, '..', 'goenv')
    writeFileSync(file, 'GOTOOLCHAIN=newest\n')
    const env = { GOTOOLCHAIN: undefined, GOENV: file }
    const incidents = failing(project, BUILD, env)
    expect(incidents).toMatchObject([{ rule: 'toolchain/download-failed', confidence: 'certain' }])
    passing(project, `${commandOf(incidents, 0)} && ${BUILD}`, env)
  })

  it('asks for a toolchain line that go reads', () => {
    const project = makeProject({ ...MAIN, 'go.mod': goMod('go 1.21', '', 'toolchain 1.22.1') })
    const incidents = failing(project, BUILD)
    expect(incidents).toMatchObject([
      { rule: 'toolchain/download-failed', confidence: 'certain', culprit: { file: 'go.mod', tool: '1.22.1' }, location: { line: 5 } },
    ])
    expect(editOf(incidents, 0)).toContain('`toolchain go1.22.1`')
    writeTree(project.folder, { 'go.mod': goMod('go 1.21', '', 'toolchain go1.22.1') })
    passing(project, BUILD)
  })

  it('takes out a GOROOT that is not there, or of another Go', () => {
    const project = makeProject({ ...MAIN, 'go.mod': goMod('go 1.20') })
    const other = execFileSync('go', ['env', 'GOROOT'], { env: { ...process.env, ...OLD, GOTOOLCHAIN: 'local' }, encoding: 'utf8' }).trim()
    for (const root of ['/no/such/go', other]) {
      const env = { GOROOT: root, GOCACHE: join(project.folder, '..', 'cache') }
      const incidents = failing(project, BUILD, env)
      expect(incidents).toMatchObject([{ rule: 'toolchain/broken-goroot', confidence: 'certain', culprit: { key: 'GOROOT' } }])
      passing(project, commandOf(incidents, 0), { ...env, GOCACHE: project.env['GOCACHE'] })
    }
  })
})
