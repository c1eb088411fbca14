import { describe, expect, it } from '@jest/globals'
import { checkBuildInputs, type BuildInputsCheck } from '../../../src/integrity/build-inputs.js'
import type { GoValues, RootReading } from '../../../src/integrity/index.js'
import type { EnvironmentOrigin, Module } from '../../../src/snapshot/index.js'
import { fakeHost, memoryFiles } from '../../../src/testing/index.js'

interface Project {
  /** From the project's directory, `/src/app`. */
  readonly directory?: string
  readonly goMod?: string
  /** Absolute path and text of the go.work in effect. */
  readonly work?: readonly [string, string]
  readonly modules?: readonly Module[]
  readonly values?: Readonly<Record<string, string>>
  readonly origins?: Readonly<Record<string, EnvironmentOrigin>>
  readonly files?: Parameters<typeof memoryFiles>[0]
}

async function check(project: Project): Promise<BuildInputsCheck> {
  const { directory = '.', goMod = 'module example.com/app\n', work, modules = [], values = {}, origins = {}, files = {} } = project
  const path = directory === '.' ? '/src/app' : `/src/app/${directory}`
  const up = (file: string): string => (file.startsWith(`${path}/`) ? file.slice(path.length + 1) : `../${file.slice('/src/'.length)}`)
  const reading: RootReading = {
    place: { directory, path, goMod: `${path}/go.mod`, goWork: work?.[0] ?? null },
    root: {
      directory,
      main: ['example.com/app'],
      mode: 'module',
      modeReason: '',
      goLine: null,
      toolchainLine: null,
      files: {},
      vendor: null,
      modules,
      missingSums: [],
    },
    files: {
      goMods: [{ name: 'go.mod', path: `${path}/go.mod`, text: goMod }],
      goWork: work === undefined ? null : { name: up(work[0]), path: work[0], text: work[1] },
      sums: [],
      modulesTxt: null,
      members: [path],
      vendorFolder: `${path}/vendor`,
      hashes: {},
      writable: [],
    },
    members: ['.'],
    findings: [],
    degraded: [],
    failed: null,
  }
  const env: GoValues = { values: { GOMODCACHE: '/home/user/go/pkg/mod', GOENV: '/home/user/.config/go/env', ...values }, origins }
  return checkBuildInputs(fakeHost({ files: memoryFiles({ '/src/app/x': '', ...files }) }), reading, env)
}

const WORDS: Module = { path: 'example.com/words', version: 'v1.0.0' }

describe('checkBuildInputs', () => {
  it('counts replacements by a folder, and leaves their finding to the reading', async () => {
    const modules: readonly Module[] = [
      { ...WORDS, replace: { path: '../words', version: null } },
      { path: 'example.com/b', version: 'v1.0.0', replace: { path: 'example.com/c', version: 'v1.0.0' } },
    ]
    expect(await check({ modules })).toEqual({ layer: { outcome: 'ok', checked: 6, failed: 0 }, findings: [] })
  })

  it.each<[string, GoValues['values']]>([
    ['empty flags', { GOFLAGS: '-toolexec= -overlay= -modfile=' }],
    ['flags of other names', { GOFLAGS: '-tags=toolexec,overlay -ldflags=-toolexec=x' }],
  ])('takes no offence at %s', async (_name, values) => {
    expect((await check({ values })).layer.outcome).toBe('ok')
  })

  it.each<[EnvironmentOrigin, string]>([
    ['process', 'set in the environment of this process'],
    ['goenv', 'set in the go env file $HOME/.config/go/env'],
    ['goroot', 'set in $GOROOT/go.env'],
  ])('says where -toolexec is set: %s', async (origin, place) => {
    const { layer, findings } = await check({
      values: { GOFLAGS: "'-toolexec=/home/user/bin/garble --token=ghp_0123456789abcdefghij toolexec'" },
      origins: { GOFLAGS: origin },
    })
    expect(findings).toEqual([])
    expect(layer.outcome).toBe('unknown')
    expect(layer.reason).toContain(`-toolexec=$HOME/bin/garble --token=*** toolexec in GOFLAGS, ${place}: `)
  })

  it('names every reason', async () => {
    const { layer } = await check({
      values: { GOFLAGS: '-toolexec=/opt/wrap -overlay=o.json' },
      files: { '/src/app/o.json': '{"replace":{"main.go":"other.go"}}' },
      modules: [WORDS],
      work: ['/src/go.work', 'use ./app\nreplace example.com/words => ./evil\n'],
    })
    expect(layer.reason?.split('; ').map((reason) => reason.slice(0, 20))).toEqual([
      '-toolexec=/opt/wrap ',
      '-overlay=o.json in G',
      '../go.work outside t',
    ])
  })
})

describe('a go.work', () => {
  const evil = 'use ./app\nreplace example.com/words => ./evil\n'

  it.each<[string, Project]>([
    ['in the project', { work: ['/src/app/go.work', 'use .\nreplace example.com/words => ./evil\n'] }],
    ['in the repository above it', { work: ['/src/go.work', evil], files: { '/src/.git/HEAD': '' } }],
    ['in the repository above it, which is a worktree', { work: ['/src/go.work', evil], files: { '/src/.git': 'gitdir: /elsewhere\n' } }],
  ])("%s is the project's own", async (_name, project) => {
    expect(await check({ modules: [WORDS], ...project })).toEqual({ layer: { outcome: 'ok', checked: 5, failed: 0 }, findings: [] })
  })

  it('that is a link out of the repository lies outside', async () => {
    const { findings } = await check({
      modules: [WORDS],
      work: ['/src/go.work', evil],
      files: { '/src/.git/HEAD': '', '/src/go.work': { link: '/tmp/go.work' }, '/tmp/go.work': evil },
    })
    expect(findings.map(({ subject }) => subject.module)).toEqual(['example.com/words@v1.0.0'])
  })

  it.each<[EnvironmentOrigin, string, string]>([
    ['process', 'unset GOWORK', 'GOWORK in the environment of this process names it'],
    ['goenv', 'go env -u GOWORK', 'GOWORK in the go env file names it'],
    ['derived', 'export GOWORK=off', 'go found it above the project'],
  ])('says who named it: %s', async (origin, command, words) => {
    const { findings } = await check({ modules: [WORDS], work: ['/src/go.work', evil], origins: { GOWORK: origin } })
    expect(findings[0]?.fix[0]?.command).toBe(command)
    expect(findings[0]?.message).toContain(words)
  })

  it('is held against go.mod where the build list is not known', async () => {
    const goMod = 'module example.com/app\n\nrequire example.com/words v1.2.0\n'
    const { findings } = await check({ goMod, work: ['/src/go.work', evil] })
    expect(findings.map(({ subject }) => subject.module)).toEqual(['example.com/words@v1.2.0'])
  })

  it('with a thousand replacements makes no thousand findings', async () => {
    const names = Array.from({ length: 1000 }, (_, at) => `example.com/m${String(at).padStart(4, '0')}`)
    const modules = names.map((path): Module => ({ path, version: 'v1.0.0' }))
    const { layer, findings } = await check({ modules, work: ['/src/go.work', names.map((path) => `replace ${path} => ./x\n`).join('')] })
    expect(findings).toHaveLength(20)
    expect(layer.reason).toBe(
      '../go.work outside the project has example.com/m0000, example.com/m0001, example.com/m0002 and 997 more built from a folder',
    )
  })
})

async function overlay(replace: Readonly<Record<string, string>>, project: Project = {}): Promise<BuildInputsCheck> {
  const files = { '/opt/o.json': JSON.stringify({ Replace: replace }) }
  return check({ values: { GOFLAGS: '-overlay=/opt/o.json' }, files, modules: [WORDS], ...project })
}

describe('an overlay', () => {
  it('of a file in the module cache names its module, capital letters too', async () => {
    const { findings } = await overlay({ '/home/user/go/pkg/mod/github.com/!data!dog/x@v1.0.0/a.go': '/home/user/b.go' })
    expect(findings.map(({ subject, evidence }) => [subject.module, evidence])).toEqual([
      ['github.com/DataDog/x@v1.0.0', ['$GOMODCACHE/github.com/!data!dog/x@v1.0.0/a.go => $HOME/b.go']],
    ])
    expect(findings[0]?.location).toBeUndefined()
  })

  it('is read from the folder of its root, and located from that of the project', async () => {
    const { findings } = await overlay({ 'main.go': '../other.go' }, { directory: 'cmd' })
    expect(findings.map(({ location, evidence, subject }) => [location?.file, evidence, subject.file])).toEqual([
      ['cmd/main.go', ['main.go => ../other.go'], 'main.go'],
    ])
  })

  it('of many files is bounded, and hostile names are neither followed nor long', async () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`f${String(at)}.go`, 'x'.repeat(5000)]))
    const { findings } = await overlay(many)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.evidence).toHaveLength(21)
    expect(findings[0]?.evidence.at(-1)).toBe('and 480 more')
    expect(JSON.stringify(findings).length).toBeLessThan(10_000)
  })

  it('that replaces nothing makes no finding', async () => {
    const { findings, layer } = await overlay({})
    expect(findings).toEqual([])
    expect(layer.reason).toContain('it replaces 0 files')
  })
})
