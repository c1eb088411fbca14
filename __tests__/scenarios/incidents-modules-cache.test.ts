import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { classify } from '../../src/incidents/index.js'
import { goSumOf, type ProxyModule } from '../support/project.js'
import { makeProject, type IncidentProject } from './incidents-project.js'
import { commandOf, editOf, passing } from './incidents-releases.js'

describe('what go says of modules that were given up', () => {
  const given: ProxyModule = { path: 'example.com/given', version: 'v1.1.0', files: { 'given.go': 'package given\n' } }
  const later: ProxyModule = {
    path: 'example.com/given',
    version: 'v1.2.0',
    files: {
      'go.mod': '// Deprecated: use example.com/other.\nmodule example.com/given\n\ngo 1.21\n\n// Published by accident.\nretract v1.1.0\n',
      'given.go': 'package given\n',
    },
  }
  const files = {
    'go.mod': 'module example.com/app\n\ngo 1.21\n\nrequire example.com/given v1.1.0\n',
    'go.sum': goSumOf([given, later]),
    'app.go': 'package app\n\nimport _ "example.com/given"\n',
  }

  it('is a notice of a command that succeeds, and the retracted version is left by the command offered', () => {
    const project = makeProject(files, [given, later])
    const incidents = classify(passing(project, 'go get example.com/given@v1.1.0'))
    expect(incidents.map(({ rule, culprit }) => `${rule} ${culprit.module ?? ''}`)).toStrictEqual([
      'modules/retracted-or-deprecated example.com/given',
      'modules/retracted-or-deprecated example.com/given@v1.1.0',
    ])
    const retracted = incidents.filter(({ culprit }) => culprit.module?.includes('@'))
    expect(retracted[0]?.cause).toContain('Published by accident.')
    expect(classify(passing(project, 'go list -m -u all')).map(({ culprit }) => culprit.module)).toStrictEqual(['example.com/given@v1.1.0'])
    passing(project, commandOf(retracted, 0))
    expect(passing(project, 'go list -m -u all')).not.toContain('retracted')
  })

  it('leaves what takes the place of a deprecated module to a person', () => {
    const project = makeProject(files, [given, later])
    const incidents = classify(passing(project, 'go get example.com/given@v1.2.0'))
    expect(incidents).toMatchObject([{ rule: 'modules/retracted-or-deprecated', culprit: { module: 'example.com/given' } }])
    expect(editOf(incidents, 0)).toContain('example.com/given')
  })
})

describe('what go says of a cache that it may not write', () => {
  const NOBODY = 65_534
  const dep: ProxyModule = { path: 'example.com/dep', version: 'v1.0.0', files: { 'dep.go': 'package dep\n' } }

  /** Runs a line of a shell as somebody to whom nothing is allowed that root is. */
  function asUser(
    project: IncidentProject,
    line: string,
    env: Readonly<Record<string, string>>,
  ): { readonly ok: boolean; readonly output: string } {
    const who = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
      cwd: project.folder,
      env: { ...project.env, ...env },
      encoding: 'utf8',
      ...who,
    })
    return { ok: status === 0, output: `${stderr}${stdout}` }
  }

  it('downloads into a cache of one’s own with the setting offered', () => {
    const project = makeProject(
      { 'go.mod': 'module example.com/app\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n', 'go.sum': goSumOf([dep]) },
      [dep],
    )
    const base = join(project.folder, '..')
    const [home, closed] = [join(base, 'user'), join(base, 'closed')]
    for (const folder of [home, closed]) mkdirSync(folder)
    chmodSync(base, 0o755)
    if (process.getuid?.() === 0) chownSync(home, NOBODY, NOBODY)
    chmodSync(closed, 0o555)
    const env = { HOME: home, TMPDIR: home, GOCACHE: join(home, 'build'), GOMODCACHE: join(closed, 'pkg', 'mod') }
    const { ok, output } = asUser(project, 'go mod download', env)
    expect(ok).toBe(false)
    const incidents = classify(output)
    expect(incidents).toMatchObject([{ rule: 'modules/cache-permission', confidence: 'certain', culprit: { key: 'GOMODCACHE' } }])
    expect(commandOf(incidents, 0)).toBe('sudo chown -R "$(id -u):$(id -g)" "$(go env GOMODCACHE)"')
    expect(asUser(project, `${commandOf(incidents, 1)} && go mod download`, env)).toMatchObject({ ok: true })
    // The other way: the cache is given to who runs go.
    mkdirSync(join(base, 'bin'))
    writeFileSync(join(base, 'bin', 'sudo'), '#!/bin/sh\nexit 0\n', { mode: 0o755 })
    const pasted = asUser(project, commandOf(incidents, 0), { ...env, PATH: `${join(base, 'bin')}:${process.env['PATH'] ?? ''}` })
    expect(pasted).toStrictEqual({ ok: true, output: '' })
    chmodSync(closed, 0o755)
    if (process.getuid?.() === 0) chownSync(closed, NOBODY, NOBODY)
    expect(asUser(project, 'go mod download', env)).toMatchObject({ ok: true })
  })

  it('lets modules be removed once they are made writable', () => {
    const project = makeProject(
      { 'go.mod': 'module example.com/app\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n', 'go.sum': goSumOf([dep]) },
      [dep],
    )
    const base = join(project.folder, '..')
    const home = join(base, 'user')
    mkdirSync(home)
    chmodSync(base, 0o755)
    if (process.getuid?.() === 0) chownSync(home, NOBODY, NOBODY)
    const env = { HOME: home, TMPDIR: home, GOCACHE: join(home, 'build'), GOMODCACHE: join(home, 'pkg', 'mod') }
    expect(asUser(project, 'go mod download', env)).toMatchObject({ ok: true })
    const removal = asUser(project, 'rm -rf "$GOMODCACHE/example.com"', env)
    expect(removal.ok).toBe(false)
    const incidents = classify(removal.output)
    expect(incidents).toMatchObject([{ rule: 'modules/cache-permission', culprit: { file: join(home, 'pkg', 'mod') } }])
    expect(asUser(project, `${commandOf(incidents, 0)} && rm -rf "$GOMODCACHE/example.com"`, env)).toMatchObject({ ok: true })
  })
})
