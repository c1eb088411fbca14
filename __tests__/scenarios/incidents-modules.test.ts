import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { goSumOf, writeTree, type FileTree, type ProxyModule } from '../support/project.js'
import { makeProject, type IncidentProject } from './incidents-project.js'
import { RELEASES, commandOf, editOf, failing, goRelease, passing } from './incidents-releases.js'

const BUILD = 'go build ./...'

function module(path: string, version: string, files: FileTree): ProxyModule {
  return { path, version, files: { 'go.mod': `module ${path}\n\ngo 1.20\n`, ...files } }
}

function using(...paths: readonly string[]): FileTree {
  return { 'app.go': `package app\n\nimport (\n${paths.map((path) => `\t_ "${path}"\n`).join('')})\n` }
}

function requiring(...modules: readonly string[]): FileTree {
  return { 'go.mod': `module example.com/app\n\ngo 1.20\n\nrequire (\n${modules.map((one) => `\t${one.replace('@', ' ')}\n`).join('')})\n` }
}

function change(project: IncidentProject, file: string, from: string | RegExp, to: string): void {
  const path = join(project.folder, file)
  const before = readFileSync(path, 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${file} has no ${String(from)}`)
  writeFileSync(path, after)
}

const dep = module('example.com/dep', 'v1.0.0', { 'dep.go': 'package dep\n', 'sub/sub.go': 'package sub\n' })
const split = module('example.com/dep', 'v1.2.0', { 'dep.go': 'package dep\n' })
const sub = module('example.com/dep/sub', 'v1.0.0', { 'sub.go': 'package sub\n' })
const user = module('example.com/user', 'v1.0.0', {
  'go.mod': 'module example.com/user\n\ngo 1.20\n\nrequire example.com/dep v1.0.0\n',
  'user.go': 'package user\n\nimport _ "example.com/dep"\n',
})
const moved = module('example.com/old', 'v1.0.0', { 'go.mod': 'module example.com/new\n\ngo 1.20\n', 'code.go': 'package code\n' })
const present = module('example.com/new', 'v1.0.0', { 'code.go': 'package code\n' })
const behind = module('example.com/behind', 'v1.0.0', {
  'go.mod': 'module example.com/behind\n\ngo 1.20\n\nrequire example.com/old v1.0.0\n',
  'behind.go': 'package behind\n\nimport _ "example.com/old"\n',
})

describe.each(RELEASES)('what go %s says of a go.mod that has to change', (release) => {
  const env = goRelease(release)

  it('of a requirement that is missing is undone by go mod tidy', () => {
    const project = makeProject({ ...requiring('example.com/user@v1.0.0'), 'go.sum': goSumOf([dep, user]), ...using('example.com/user') }, [
      dep,
      user,
    ])
    for (const build of [BUILD, 'go build -mod=readonly ./...', 'go vet ./...']) {
      const incidents = failing(project, build, env)
      expect(incidents).toMatchObject([
        { rule: 'modules/go-mod-needs-update', confidence: 'certain', culprit: { file: 'go.mod' }, location: { file: 'go.mod' } },
      ])
      expect(commandOf(incidents, 0)).toBe('go mod tidy')
    }
    passing(project, commandOf(failing(project, BUILD, env), 0), env)
    passing(project, BUILD, env)
  })

  it('of an import that no module provides is undone by the command that go proposes, and by go mod tidy', () => {
    for (const [build, way] of [
      [BUILD, 0],
      [BUILD, 1],
      ['go build -mod=readonly ./...', 0],
    ] as const) {
      const project = makeProject({ ...requiring(), ...using('example.com/dep') }, [dep])
      const incidents = failing(project, build, env)
      expect(incidents).toMatchObject([
        {
          rule: 'modules/go-mod-needs-update',
          confidence: 'likely',
          culprit: { package: 'example.com/dep' },
          location: { file: 'app.go', line: 4, column: 2 },
        },
      ])
      passing(project, commandOf(incidents, way), env)
      passing(project, build, env)
    }
  })

  it('of a replacement without a requirement is undone by the command that go proposes', () => {
    const project = makeProject({
      'go.mod': 'module example.com/app\n\ngo 1.20\n\nreplace example.com/dep => ./fork\n',
      ...using('example.com/dep'),
      'fork/go.mod': 'module example.com/dep\n',
      'fork/dep.go': 'package dep\n',
    })
    const incidents = failing(project, BUILD, env)
    expect(incidents).toMatchObject([
      { rule: 'modules/go-mod-needs-update', confidence: 'certain', culprit: { package: 'example.com/dep' } },
    ])
    passing(project, commandOf(incidents, 0), env)
    passing(project, BUILD, env)
  })

  it('of a replaced folder that is not here is undone without the line, or with the folder', () => {
    const files = {
      'go.mod': 'module example.com/app\n\ngo 1.20\n\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ../dep\n',
      ...using('example.com/dep'),
    }
    for (const command of [BUILD, 'go mod download', 'go list -m all']) {
      expect(failing(makeProject(files, [dep]), command, env)).toMatchObject([
        { rule: 'modules/go-mod-needs-update', culprit: { module: 'example.com/dep', file: '../dep' } },
      ])
    }
    const without = makeProject(files, [dep])
    passing(without, commandOf(failing(without, BUILD, env), 0), env)
    passing(without, BUILD, env)
    const beside = makeProject(files, [dep])
    expect(editOf(failing(beside, BUILD, env), 1)).toContain('../dep')
    writeTree(join(beside.folder, '..', 'dep'), { 'go.mod': 'module example.com/dep\n', 'dep.go': 'package dep\n' })
    passing(beside, BUILD, env)
  })

  it('of an unresolved merge names the first line, and builds once it is resolved', () => {
    const marks = '<<<<<<< HEAD\nrequire example.com/dep v1.0.0\n=======\nrequire example.com/dep v1.2.0\n>>>>>>> other\n'
    const project = makeProject({ 'go.mod': `module example.com/app\n\ngo 1.20\n\n${marks}`, ...using('example.com/dep') }, [dep, split])
    const incidents = failing(project, BUILD, env)
    expect(incidents).toHaveLength(1)
    expect(incidents[0]).toMatchObject({ rule: 'modules/go-mod-needs-update', confidence: 'likely', location: { line: 5 } })
    expect(editOf(incidents, 0)).toContain('keep the higher version')
    change(project, 'go.mod', marks, 'require example.com/dep v1.2.0\n')
    passing(project, commandOf(incidents, 1), env)
    passing(project, BUILD, env)
  })
})

describe('what go says of a go.mod that is not tidy', () => {
  it('is recognised by the difference that go mod tidy prints', () => {
    const project = makeProject(using('example.com/dep'), [dep])
    const incidents = failing(project, 'go mod tidy -diff')
    expect(incidents).toMatchObject([{ rule: 'modules/go-mod-needs-update', confidence: 'certain', culprit: { file: 'go.mod' } }])
    passing(project, commandOf(incidents, 0))
    expect(passing(project, 'go mod tidy -diff')).toBe('')
  })
})

describe.each(RELEASES)('what go %s says of module paths', (release) => {
  const env = goRelease(release)

  it('of a package in two modules names both, and each of the two ways out leaves one', () => {
    for (const way of [0, 1]) {
      const project = makeProject(
        {
          ...requiring('example.com/dep@v1.0.0', 'example.com/dep/sub@v1.0.0'),
          'go.sum': goSumOf([dep, split, sub]),
          ...using('example.com/dep', 'example.com/dep/sub'),
        },
        way === 0 ? [dep, split, sub] : [dep, sub],
      )
      const incidents = failing(project, BUILD, env)
      expect(incidents).toMatchObject([
        {
          rule: 'modules/ambiguous-import',
          confidence: 'certain',
          culprit: { package: 'example.com/dep/sub' },
          location: { file: 'app.go', line: 5, column: 2 },
        },
      ])
      expect(incidents[0]?.cause).toContain('example.com/dep@v1.0.0 and example.com/dep/sub@v1.0.0')
      passing(project, commandOf(incidents, way), env)
      passing(project, BUILD, env)
    }
  })

  const old = { ...requiring('example.com/old@v1.0.0'), ...using('example.com/old') }

  it('of a module that was renamed is undone by its own path', () => {
    const project = makeProject(old, [moved, present])
    const incidents = failing(project, 'go mod tidy', env)
    expect(incidents).toMatchObject([
      { rule: 'modules/path-mismatch', confidence: 'certain', culprit: { module: 'example.com/old@v1.0.0' } },
    ])
    expect(incidents[0]?.cause).toContain('example.com/new')
    expect(editOf(incidents, 0)).toBe('Change the imports of example.com/old to example.com/new.')
    change(project, 'app.go', 'example.com/old', 'example.com/new')
    passing(project, commandOf(incidents, 1), env)
    passing(project, BUILD, env)
  })

  it('of a dependency that asks for the path of before is undone by a replacement', () => {
    const project = makeProject({ ...requiring('example.com/behind@v1.0.0'), ...using('example.com/behind') }, [behind, moved, present])
    const incidents = failing(project, 'go mod tidy', env)
    expect(incidents).toMatchObject([{ rule: 'modules/path-mismatch', culprit: { module: 'example.com/old@v1.0.0' } }])
    passing(project, commandOf(incidents, 2), env)
    passing(project, BUILD, env)
  })

  it('of a fork that kept its name is undone by letting it take the place of its origin', () => {
    const project = makeProject(old, [moved])
    const incidents = failing(project, 'go mod download', env)
    change(project, 'app.go', 'example.com/old', 'example.com/new')
    passing(project, commandOf(incidents, 3), env)
    passing(project, BUILD, env)
    expect(passing(project, 'go list -m -f {{.Replace.Path}} example.com/new', env)).toBe('example.com/old\n')
  })
})

describe.each(RELEASES)('what go %s says of versions in a repository', (release) => {
  const go = goRelease(release)

  /** A repository with v1.0.0, and a v2.0.0 with its own path. */
  function repository(): { readonly project: IncidentProject; readonly env: Readonly<Record<string, string | undefined>> } {
    const project = makeProject({ ...requiring(), ...using('git.example.com/m.git') })
    const home = project.env['HOME'] ?? ''
    const git = {
      GOPROXY: 'direct',
      GONOSUMDB: '*',
      GIT_ALLOW_PROTOCOL: 'file:https',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.file://${home}/.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://git.example.com/',
    }
    writeTree(join(home, 'm.git'), { 'm.go': 'package m\n', 'go.mod': 'module git.example.com/m.git\n\ngo 1.20\n' })
    const author = '-c user.name=a -c user.email=a@example.org'
    passing(
      project,
      `cd "$HOME/m.git" && git init -q . && git add . && git ${author} commit -qm 1 && git tag v1.0.0 && ` +
        `go mod edit -module git.example.com/m.git/v2 && git ${author} commit -qam 2 && git tag v2.0.0`,
    )
    return { project, env: { ...go, ...git } }
  }

  it('of a major version under the path of another one is undone by the right path', () => {
    const { project, env } = repository()
    const incidents = failing(project, 'go get git.example.com/m.git@v2.0.0', env)
    expect(incidents).toMatchObject([
      { rule: 'modules/path-mismatch', confidence: 'certain', culprit: { module: 'git.example.com/m.git@v2.0.0' } },
    ])
    expect(editOf(incidents, 0)).toBe('Change the imports of git.example.com/m.git to git.example.com/m.git/v2.')
    change(project, 'app.go', 'git.example.com/m.git', 'git.example.com/m.git/v2')
    passing(project, commandOf(incidents, 1), env)
    passing(project, BUILD, env)
  })

  it('of a version in go.mod that its path excludes names the line', () => {
    const { project, env } = repository()
    writeTree(project.folder, { 'go.mod': 'module example.com/app\n\ngo 1.20\n\nrequire git.example.com/m.git v2.0.0\n' })
    const incidents = failing(project, BUILD, env)
    expect(incidents).toMatchObject([
      { rule: 'modules/path-mismatch', culprit: { module: 'git.example.com/m.git@v2.0.0' }, location: { line: 5 } },
    ])
    expect(editOf(incidents, 0)).toContain('`git.example.com/m.git/v2 v2.0.0`')
    change(project, 'go.mod', 'm.git v2', 'm.git/v2 v2')
    change(project, 'app.go', 'm.git', 'm.git/v2')
    passing(project, `go mod tidy && ${BUILD}`, env)
  })

  it('of a version that does not exist leaves the choice to a person', () => {
    const { project, env } = repository()
    const incidents = failing(project, 'go get git.example.com/m.git@v1.9.0', env)
    expect(incidents).toMatchObject([
      { rule: 'modules/go-mod-needs-update', confidence: 'likely', culprit: { module: 'git.example.com/m.git@v1.9.0' } },
    ])
    expect(incidents[0]?.fix.map(({ command }) => command)).toStrictEqual([undefined])
    passing(project, `go get git.example.com/m.git@v1.0.0 && ${BUILD}`, env)
  })
})
