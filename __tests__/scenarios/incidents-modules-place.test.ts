import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { Incident } from '../../src/incidents/index.js'
import { goSumOf, type FileTree, type ProxyModule } from '../support/project.js'
import { makeProject, type IncidentProject } from './incidents-project.js'
import { RELEASES, commandOf, editOf, failing, goRelease, passing } from './incidents-releases.js'

const BUILD = 'go build ./...'

/** Two modules beside one another, and what go.work says of them. */
function workspace(goWork: string, more: FileTree = {}): FileTree {
  return {
    'go.work': goWork,
    'go.mod': 'module example.com/app\n\ngo 1.20\n',
    'app.go': 'package app\n',
    'b/go.mod': 'module example.com/b\n\ngo 1.20\n',
    'b/b.go': 'package b\n',
    ...more,
  }
}

/** A go.mod that replaces a module by a folder of its own. */
function replacing(path: string): string {
  return `module example.com/${path}\n\ngo 1.20\n\nreplace example.com/c => ./c${path}\n`
}

function rewrite(project: IncidentProject, file: string, from: string, to: string): void {
  const path = join(project.folder, file)
  const before = readFileSync(path, 'utf8')
  if (!before.includes(from)) throw new Error(`${file} has no ${from}`)
  writeFileSync(path, before.replace(from, to))
}

function mismatch(culprit: Incident['culprit']): readonly object[] {
  return [{ rule: 'modules/workspace-mismatch', confidence: 'certain', culprit }]
}

describe.each(RELEASES)('what go %s says where there is no module', (release) => {
  const env = goRelease(release)

  it('leads to the folder that holds go.mod', () => {
    const project = makeProject({ 'app.go': 'package app\n' })
    for (const command of [BUILD, 'go build', 'go vet .', 'go mod tidy', 'go list -m all', 'go test ./...']) {
      const incidents = failing(project, `cd .. && ${command}`, env)
      expect(incidents).toMatchObject([{ rule: 'modules/no-go-mod', confidence: 'certain' }])
      expect(editOf(incidents, 0)).toContain('working-directory:')
      const found = passing(project, `cd .. && ${commandOf(incidents, 1)}`, env).trim()
      expect(found).toBe('./app/go.mod')
      passing(project, `cd ../app && go list ./...`, env)
    }
    passing(project, BUILD, env)
  })

  it('begins a module where none is', () => {
    const project = makeProject({ '../plain/plain.go': 'package plain\n' })
    const incidents = failing(project, 'cd ../plain && go build', env)
    expect(incidents).toMatchObject([{ rule: 'modules/no-go-mod' }])
    expect(editOf(incidents, 2)).toContain('`go mod init`')
    passing(project, 'cd ../plain && go mod init example.com/plain && go mod tidy && go build', env)
  })

  it('of a program to install names its version', () => {
    const tool: ProxyModule = {
      path: 'example.com/tool',
      version: 'v1.0.0',
      files: { 'go.mod': 'module example.com/tool\n\ngo 1.20\n', 'main.go': 'package main\n\nfunc main() {}\n' },
    }
    const project = makeProject({}, [tool])
    const incidents = failing(project, 'cd .. && go install example.com/tool', env)
    expect(incidents).toMatchObject([{ rule: 'modules/no-go-mod', confidence: 'certain' }])
    // Whether it can be linked is not asked here.
    passing(project, `cd .. && ${commandOf(incidents, 0).replace('install', 'install -n')}`, env)
  })

  it('because modules are switched off is undone by switching them on', () => {
    const dep: ProxyModule = {
      path: 'example.com/dep',
      version: 'v1.0.0',
      files: { 'go.mod': 'module example.com/dep\n\ngo 1.20\n', 'dep.go': 'package dep\n' },
    }
    const project = makeProject(
      {
        'go.mod': 'module example.com/app\n\ngo 1.20\n\nrequire example.com/dep v1.0.0\n',
        'go.sum': goSumOf([dep]),
        'app.go': 'package app\n\nimport _ "example.com/dep"\n',
      },
      [dep],
    )
    const incidents = failing(project, BUILD, { ...env, GO111MODULE: 'off' })
    expect(incidents).toMatchObject([
      { rule: 'modules/no-go-mod', confidence: 'likely', culprit: { key: 'GO111MODULE', package: 'example.com/dep' } },
    ])
    passing(project, commandOf(incidents, 0), { ...env, GO111MODULE: 'off' })
  })
})

describe.each(RELEASES)('what go %s says of a workspace', (release) => {
  const env = goRelease(release)

  it('that does not list the module is undone by listing it, or by leaving it', () => {
    for (const way of [0, 1]) {
      const project = makeProject({
        '../go.work': 'go 1.20\n\nuse ./app\n',
        'go.mod': 'module example.com/app\n\ngo 1.20\n',
        '../b/go.mod': 'module example.com/b\n\ngo 1.20\n',
        '../b/b.go': 'package b\n',
      })
      expect(failing(project, 'cd .. && go build ./b', env)).toMatchObject(mismatch({ file: 'b' }))
      const incidents = failing(project, 'cd ../b && go build', env)
      expect(incidents).toMatchObject(mismatch({ file: '.' }))
      passing(project, `cd ../b && ${commandOf(incidents, way)}`, env)
      passing(project, `cd ../b && ${way === 0 ? '' : 'GOWORK=off '}go build`, env)
    }
  })

  it('whose module does not contain the folder leads to the module that does', () => {
    const project = makeProject(workspace('go 1.20\n\nuse .\n'))
    for (const off of ['', 'off']) {
      const incidents = failing(project, 'go build ./b', { ...env, GOWORK: off })
      expect(incidents).toMatchObject([{ rule: 'modules/no-go-mod', confidence: 'likely', culprit: { package: 'example.com/app/b' } }])
      expect(editOf(incidents, 0)).toContain('in its folder')
      expect(passing(project, commandOf(incidents, 1), env)).toContain('./b/go.mod\n')
    }
    passing(project, 'cd b && go build', { ...env, GOWORK: 'off' })
  })

  it('whose modules the pattern does not reach is undone by naming them', () => {
    const project = makeProject({
      '../go.work': 'go 1.20\n\nuse ./app\n',
      'app.go': 'package app\n',
      'go.mod': 'module example.com/app\n\ngo 1.20\n',
    })
    const incidents = failing(project, `cd .. && ${BUILD}`, env)
    expect(incidents).toMatchObject(mismatch({ file: '.' }))
    passing(project, `cd .. && ${commandOf(incidents, 0)}`, env)
    expect(failing(project, `mkdir ../other && cd ../other && go mod init example.com/other && ${BUILD}`, env)).toMatchObject(
      mismatch({ file: '.' }),
    )
    passing(project, `cd ../other && echo 'package other' > o.go && ${commandOf(incidents, 1)} && ${BUILD}`, env)
  })

  it('that lists a folder which is not here is undone by bringing it', () => {
    const project = makeProject(workspace('go 1.20\n\nuse (\n\t.\n\t./gone\n)\n'))
    const incidents = failing(project, BUILD, env)
    expect(incidents).toHaveLength(1)
    expect(incidents[0]).toMatchObject({ rule: 'modules/workspace-mismatch', confidence: 'certain' })
    expect(incidents[0]?.culprit.file).toMatch(/(?:^|\/)gone$/)
    expect(editOf(incidents, 0)).toContain('gone')
    passing(project, `mkdir gone && cp b/go.mod gone/ && sed -i s,/b,/gone, gone/go.mod && ${BUILD}`, env)
  })

  it('forbids -mod=mod, and builds without it', () => {
    const project = makeProject(workspace('go 1.20\n\nuse .\n'))
    const incidents = failing(project, 'GOFLAGS=-mod=mod go build ./...', env)
    expect(incidents).toMatchObject(mismatch({ key: 'GOFLAGS' }))
    expect(editOf(incidents, 0)).toContain('-mod flag')
    passing(project, BUILD, env)
    passing(project, commandOf(incidents, 1), { ...env, GOFLAGS: '-mod=mod' })
  })

  it('without a module is undone by listing those that are there', () => {
    const project = makeProject(workspace('go 1.20\n'))
    const incidents = failing(project, 'go build .', env)
    expect(incidents).toMatchObject(mismatch({ file: 'go.work' }))
    passing(project, commandOf(incidents, 0), env)
    passing(project, 'go build . ./b', env)
  })

  it('that cannot be read, lists a folder twice or contradicts itself is for a person to correct', () => {
    const marks = '<<<<<<< HEAD\nuse ./b\n>>>>>>> other\n'
    const merge = makeProject(workspace(`go 1.20\n\nuse .\n${marks}`))
    const unresolved = failing(merge, BUILD, env)
    expect(unresolved).toMatchObject([{ rule: 'modules/workspace-mismatch', location: { line: 4 } }])
    editOf(unresolved, 0)
    rewrite(merge, 'go.work', marks, 'use ./b\n')
    passing(merge, BUILD, env)

    const twice = makeProject(workspace('go 1.20\n\nuse (\n\t.\n\t./b\n)\n', { 'b/go.mod': 'module example.com/app\n\ngo 1.20\n' }))
    const same = failing(twice, BUILD, env)
    expect(same).toMatchObject(mismatch({ module: 'example.com/app' }))
    editOf(same, 0)
    rewrite(twice, 'go.work', '\t./b\n', '')
    passing(twice, BUILD, env)

    const conflict = makeProject(workspace('go 1.20\n\nuse (\n\t.\n\t./b\n)\n', { 'go.mod': replacing('app'), 'b/go.mod': replacing('b') }))
    const contradiction = failing(conflict, BUILD, env)
    expect(contradiction).toMatchObject(mismatch({ module: 'example.com/c' }))
    editOf(contradiction, 0)
    rewrite(conflict, 'go.work', 'use (', 'replace example.com/c => ./c\n\nuse (')
    passing(conflict, BUILD, env)
  })
})

describe('what go says of a workspace since it takes releases seriously', () => {
  it('takes a folder that is gone out of go.work', () => {
    const project = makeProject(workspace('go 1.20\n\nuse (\n\t.\n\t./gone\n)\n'))
    const incidents = failing(project, BUILD)
    passing(project, commandOf(incidents, 1))
    expect(passing(project, BUILD)).toBe('')
  })

  it.each([
    ['an older one', 'go 1.21\n\nuse .\n'],
    ['none', 'use .\n'],
  ])('raises the release of go.work where it names %s', (_name, goWork) => {
    const project = makeProject(workspace(goWork, { 'go.mod': 'module example.com/app\n\ngo 1.22\n' }))
    const incidents = failing(project, BUILD)
    expect(incidents).toMatchObject(mismatch({ file: 'go.work' }))
    passing(project, commandOf(incidents, 0))
    passing(project, BUILD)
  })

  it('vendors the whole workspace, or one module for itself', () => {
    for (const way of [0, 1]) {
      const project = makeProject(workspace('go 1.22\n\nuse .\n'))
      const incidents = failing(project, 'go mod vendor')
      expect(incidents).toMatchObject(mismatch({ file: 'go.work' }))
      passing(project, commandOf(incidents, way))
    }
  })
})
