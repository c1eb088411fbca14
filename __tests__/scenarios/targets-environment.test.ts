import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { listDropped } from '../../src/go/index.js'
import { buildTargets } from '../../src/operations/build-targets.js'
import { findUnsupportedVariants, formatTarget, targetEnvironment } from '../../src/targets/index.js'
import { writeTree } from '../support/project.js'
import { decide, goOf, makeProject, writeFakeGo, type Project, type Variables } from './targets-session.js'

const MAIN = { 'main.go': 'package main\n\nfunc main() {}\n', 'lib/lib.go': 'package lib\n' }
const REAL_GO = execFileSync('sh', ['-c', 'command -v go'], { encoding: 'utf8' }).trim()
const KEYS = ['GOOS', 'GOARCH', 'CGO_ENABLED', 'GOARM', 'GO386', 'GOAMD64', 'GOFLAGS', 'GITHUB_TOKEN'] as const

interface Call {
  readonly args: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** A `go` on PATH that writes down how it is called and then is the real one. */
function spyOnGo(project: Project): { readonly project: Project; readonly calls: () => readonly Call[] } {
  const log = join(project.folder, 'calls')
  const values = KEYS.map((key) => `${key}=\${${key}-unset}`).join('|')
  const bin = writeFakeGo(project.folder, `#!/bin/sh\nprintf '%s\\n' "$*|${values}" >>'${log}'\nexec '${REAL_GO}' "$@"\n`)
  const env: Variables = { ...project.env, PATH: `${bin}:${project.env['PATH'] ?? ''}` }
  return {
    project: { ...project, env },
    calls: () =>
      readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .map((line) => {
          const [args = '', ...pairs] = line.split('|')
          return {
            args,
            env: Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])),
          }
        }),
  }
}

/** A PATH with go and without any C compiler. */
function withoutCompiler(project: Project): Project {
  const bin = writeFakeGo(project.folder, `#!/bin/sh\nexec '${REAL_GO}' "$@"\n`)
  return { ...project, env: { ...project.env, PATH: bin } }
}

/** How cgo is decided for the host and for a platform that no test runs on. */
async function decided(project: Project): Promise<readonly string[]> {
  const { targets } = await decide(goOf(project), project, 'host,plan9/386')
  return targets.map((target) => `${target.cgo ? 'on' : 'off'} ${target.cgoReason}`)
}

describe('the environment of the commands', () => {
  it('says GOOS, GOARCH, the variant and CGO_ENABLED to every build and to every question about a target', async () => {
    const { project, calls } = spyOnGo(makeProject(MAIN, { GOFLAGS: '-trimpath', GITHUB_TOKEN: 'secret' }))
    const go = goOf(project)
    const { targets } = await decide(go, project, 'linux/arm/7,softfloat-cgo,linux/386-cgo')
    await buildTargets(go, targets, { packages: ['./...'], goflags: '', root: '.', parallelism: 1 })
    const all = calls()
    expect(all.filter(({ args }) => args.startsWith('env -json')).map(({ env }) => `${env['GOOS'] ?? ''}/${env['GOARCH'] ?? ''}`)).toEqual([
      'linux/arm',
      'linux/386',
    ])
    const common = { GOOS: 'linux', CGO_ENABLED: '0', GOAMD64: 'unset', GOFLAGS: '-trimpath', GITHUB_TOKEN: 'unset' }
    expect(all.filter(({ args }) => args.startsWith('build'))).toEqual([
      { args: 'build -ldflags=-w -o /dev/null ./...', env: { ...common, GOARCH: 'arm', GOARM: '7,softfloat', GO386: 'unset' } },
      { args: 'build -ldflags=-w -o /dev/null ./...', env: { ...common, GOARCH: '386', GOARM: 'unset', GO386: 'sse2' } },
    ])
  }, 120_000)

  it('leaves debug information out only where nobody sets linker flags and no C linker is asked', async () => {
    const { project, calls } = spyOnGo(makeProject(MAIN, {}))
    const go = goOf(project)
    const { targets } = await decide(go, project, 'linux/386-cgo,linux/amd64+cgo')
    await buildTargets(go, targets, { packages: ['.'], goflags: '', root: '.', parallelism: 1 })
    await buildTargets(go, targets, { packages: ['.'], goflags: '-trimpath -ldflags=-s', root: '.', parallelism: 1 })
    const builds = calls().filter(({ args }) => args.startsWith('build'))
    expect(builds.map(({ args }) => args.replace(' -o /dev/null .', ''))).toEqual(['build -ldflags=-w', 'build', 'build', 'build'])
  }, 120_000)

  it('never comes from a shell profile', async () => {
    const project = makeProject(MAIN)
    const profile = 'export CGO_ENABLED=1 GOOS=plan9\n'
    writeTree(project.env['HOME'] ?? '', { '.profile': profile, '.bashrc': profile, '.bash_profile': profile, '.zshenv': profile })
    const spy = spyOnGo(project)
    const go = goOf(spy.project)
    const { targets } = await decide(go, spy.project, 'default,illumos/amd64')
    expect(targets.map((target) => target.cgoReason)).toEqual(['native', 'cross'])
    expect(targets.map((target) => target.goos)).not.toContain('plan9')
    await buildTargets(go, targets.slice(1), { packages: ['./lib'], goflags: '', root: '.', parallelism: 1 })
    const builds = spy.calls().filter(({ args }) => args.startsWith('build'))
    expect(builds.map(({ env }) => [env['GOOS'], env['CGO_ENABLED']])).toEqual([['illumos', '0']])
  }, 120_000)
})

describe('cgo as go would choose it', () => {
  it('is asked of go itself: on for the host, off across, off without a compiler, and as CGO_ENABLED says', async () => {
    const project = makeProject(MAIN)
    expect(await decided(project)).toEqual(['on native', 'off cross'])
    expect(await decided(withoutCompiler(project))).toEqual(['off no-compiler', 'off cross'])
    expect(await decided({ ...project, env: { ...project.env, CGO_ENABLED: '1' } })).toEqual(['on environment', 'on environment'])
    expect(await decided({ ...project, env: { ...project.env, CGO_ENABLED: '0' } })).toEqual(['off environment', 'off environment'])
    // Go takes any other text for nothing.
    expect(await decided({ ...project, env: { ...project.env, CGO_ENABLED: 'yes' } })).toEqual(['on native', 'off cross'])
    expect(await decided({ ...project, env: { ...project.env, CGO_ENABLED: '' } })).toEqual(['on native', 'off cross'])
  })

  it('without a compiler shows which packages lose files, standard ones left out', async () => {
    const project = withoutCompiler(
      makeProject({
        'main.go': 'package main\n\nimport _ "net"\n\nfunc main() {}\n',
        'main_cgo.go': 'package main\n\nimport "C"\n',
        'stub/with.go': 'package stub\n\nimport "C"\n\nconst On = true\n',
        'stub/without.go': '//go:build !cgo\n\npackage stub\n\nconst On = false\n',
        'all/all.go': 'package all\n\nimport "C"\n',
        'none/none.go': 'package none\n',
      }),
    )
    const go = goOf(project)
    const { targets } = await decide(go, project, 'host')
    const [target] = targets
    expect(target?.cgoReason).toBe('no-compiler')
    if (target === undefined) return
    const module = 'example.com/app'
    expect(await listDropped(go, targetEnvironment(target), ['./...'])).toEqual({
      ok: true,
      packages: [
        { package: 'example.com/app', module, files: ['main_cgo.go'], replacements: [], kept: ['main.go'], whole: false },
        { package: 'example.com/app/all', module, files: ['all.go'], replacements: [], kept: [], whole: true },
        { package: 'example.com/app/stub', module, files: ['with.go'], replacements: ['without.go'], kept: [], whole: false },
      ],
    })
  })
})

describe('a variant in the environment that does not exist', () => {
  it('is a finding, because go builds without a word', async () => {
    const project = makeProject(MAIN, { GOAMD64: 'v9' })
    const go = goOf(project)
    const { targets, facts } = await decide(go, project, 'linux/amd64-cgo,linux/arm64-cgo,linux/amd64/v1-cgo')
    expect(findUnsupportedVariants(targets, facts).map(({ rule, subject }) => [rule, subject.key])).toEqual([
      ['target/unsupported', 'GOAMD64'],
    ])
    const [built] = await buildTargets(go, targets.slice(0, 1), { packages: ['.'], goflags: '', root: '.', parallelism: 1 })
    expect(built?.result.exitCode).toBe(0)
  }, 120_000)
})

describe('the targets of this go', () => {
  it('are all that go tool dist list prints, also with a platform in the environment', async () => {
    const project = makeProject(MAIN, { GOOS: 'js', GOARCH: 'wasm' })
    const { targets } = await decide(goOf(project), project, '*/*')
    const listed = execFileSync('go', ['tool', 'dist', 'list'], {
      cwd: project.directory,
      env: { ...project.env, GOOS: '', GOARCH: '' },
      encoding: 'utf8',
    })
      .trim()
      .split('\n')
    expect(targets.map((target) => `${target.goos}/${target.goarch}`)).toEqual(listed)
    const { targets: chosen } = await decide(goOf(project), project, 'default')
    expect(chosen.map((target) => formatTarget(target))).toEqual(['js/wasm-cgo'])
  })
})
