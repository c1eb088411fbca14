import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { goSumOf, writeTree, type FileTree, type ProxyModule } from '../support/project.js'
import { makeProject } from './incidents-project.js'
import { RELEASES, commandOf, failing, goRelease, passing } from './incidents-releases.js'

const BUILD = 'go build ./...'
const older: ProxyModule = {
  path: 'example.com/dep',
  version: 'v1.0.0',
  files: { 'go.mod': 'module example.com/dep\n\ngo 1.20\n', 'dep.go': 'package dep\n', 'sub/sub.go': 'package sub\n' },
}
const newer: ProxyModule = { ...older, version: 'v1.1.0' }
const other: ProxyModule = {
  path: 'example.com/other',
  version: 'v0.1.0',
  files: { 'go.mod': 'module example.com/other\n\ngo 1.20\n', 'other.go': 'package other\n' },
}
const modules = [older, newer, other]

function using(...paths: readonly string[]): FileTree {
  return { 'app.go': `package app\n\nimport (\n${paths.map((path) => `\t_ "${path}"\n`).join('')})\n` }
}

const files: FileTree = {
  'go.mod': 'module example.com/app\n\ngo 1.20\n\nrequire example.com/dep v1.0.0\n',
  'go.sum': goSumOf([older, newer]),
  ...using('example.com/dep'),
}

describe.each(RELEASES)('what go %s says of a vendor folder', (release) => {
  const env = goRelease(release)

  it('that does not fit an upgraded requirement is one incident, and go mod vendor brings it in step', () => {
    const project = makeProject(files, modules)
    passing(project, 'go mod vendor && go mod edit -require=example.com/dep@v1.1.0', env)
    const incidents = failing(project, BUILD, env)
    expect(incidents).toMatchObject([
      {
        rule: 'vendor/inconsistent',
        confidence: 'certain',
        culprit: { module: 'example.com/dep@v1.1.0', file: 'vendor/modules.txt' },
        location: { file: 'vendor/modules.txt' },
      },
    ])
    expect(incidents[0]?.cause).toContain('example.com/dep@v1.1.0 and example.com/dep@v1.0.0')
    passing(project, commandOf(incidents, 0), env)
    passing(project, BUILD, env)
  })

  it('can need go mod tidy first, where go.sum does not know the new version either', () => {
    const project = makeProject({ ...files, 'go.sum': goSumOf([older]) }, modules)
    passing(project, 'go mod vendor && go mod edit -require=example.com/dep@v1.1.0', env)
    const incidents = failing(project, BUILD, env)
    expect(failing(project, commandOf(incidents, 0), env)[0]?.rule).toBe('checksum/gosum-missing-entry')
    passing(project, commandOf(incidents, 1), env)
    passing(project, BUILD, env)
  })

  it('names a replacement that was added, changed or dropped without it', () => {
    const project = makeProject({ ...files, 'fork/go.mod': 'module example.com/dep\n', 'fork/dep.go': 'package dep\n' }, modules)
    passing(project, 'go mod vendor', env)
    for (const edit of [
      '-replace=example.com/dep=./fork',
      '-replace=example.com/dep=example.com/dep@v1.1.0',
      '-dropreplace=example.com/dep',
    ]) {
      passing(project, `go mod edit ${edit}`, env)
      const incidents = failing(project, BUILD, env)
      expect(incidents.map(({ rule, culprit }) => [rule, culprit.module?.split('@')[0]])).toStrictEqual([
        ['vendor/inconsistent', 'example.com/dep'],
      ])
      passing(project, commandOf(incidents, 0), env)
      passing(project, BUILD, env)
    }
  })

  it('that lacks a package of a module which it has is filled up', () => {
    const project = makeProject(files, modules)
    passing(project, 'go mod vendor', env)
    writeTree(project.folder, using('example.com/dep', 'example.com/dep/sub'))
    const incidents = failing(project, BUILD, env)
    expect(incidents).toMatchObject([
      {
        rule: 'vendor/missing-package',
        confidence: 'certain',
        culprit: { package: 'example.com/dep/sub' },
        location: { file: 'app.go', line: 5, column: 2 },
      },
    ])
    passing(project, commandOf(incidents, 0), env)
    passing(project, BUILD, env)
  })

  it('that lacks a whole module is filled up after go mod tidy', () => {
    const project = makeProject(files, modules)
    passing(project, 'go mod vendor', env)
    writeTree(project.folder, using('example.com/dep', 'example.com/other'))
    const incidents = failing(project, BUILD, env)
    expect(incidents).toMatchObject([{ rule: 'vendor/missing-package', culprit: { package: 'example.com/other' } }])
    passing(project, commandOf(incidents, 1), env)
    passing(project, BUILD, env)
  })

  it('of which files did not get here is recognised by what is missing', () => {
    const project = makeProject(files, modules)
    passing(project, 'go mod vendor', env)
    rmSync(join(project.folder, 'vendor', 'example.com'), { recursive: true })
    const incidents = failing(project, BUILD, env)
    expect(incidents).toMatchObject([{ rule: 'vendor/missing-package', culprit: { package: 'example.com/dep' } }])
    passing(project, commandOf(incidents, 0), env)
    passing(project, BUILD, env)
  })
})

describe('what go says of the vendor folder of a workspace', () => {
  it('names the command for workspaces, which brings it in step', () => {
    const project = makeProject(
      { ...files, 'go.mod': files['go.mod']?.replace('1.20', '1.22') ?? '', 'go.work': 'go 1.22\n\nuse .\n' },
      modules,
    )
    passing(project, 'go work vendor && go mod edit -require=example.com/dep@v1.1.0')
    const incidents = failing(project, BUILD)
    expect(incidents).toMatchObject([{ rule: 'vendor/inconsistent', culprit: { module: 'example.com/dep@v1.1.0' } }])
    expect(commandOf(incidents, 0)).toBe('go work vendor')
    passing(project, commandOf(incidents, 0))
    passing(project, BUILD)
  })
})
