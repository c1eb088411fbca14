import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { openGo } from '../../src/go/index.js'
import { checkBuildCache } from '../../src/integrity/build-cache.js'
import { verify, type Outcome } from '../../src/operations/index.js'
import { goSumOf, makeFolder, testHost, writeProxy, writeTree, type FileTree, type ProxyModule } from '../support/project.js'
import { checkOutModule, countModules, realModulesEnv } from './plain-go.js'

type Variables = Readonly<Record<string, string | undefined>>

const scratch = makeFolder()
mkdirSync(join(scratch, 'projects'))
/** The cache is as go makes it, read-only, but for the modules that other suites fetched. */
const env: Variables = { ...realModulesEnv(scratch), GOFLAGS: '' }
const CACHE = env['GOMODCACHE'] ?? ''
const rows: string[] = []

function go(folder: string, args: readonly string[], more: Variables = {}): string {
  const done = spawnSync('go', args, { cwd: folder, env: { ...env, ...more }, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (done.status !== 0) throw new Error(`go ${args.join(' ')}: ${done.stderr}`)
  return done.stdout
}

function newFolder(name: string): string {
  return join(scratch, 'projects', name.replaceAll(/[^a-z0-9]+/gi, '-'))
}

/** A published module as its own main module. */
function checkOut(module: string, name: string = module): string {
  const folder = newFolder(name)
  checkOutModule(module, folder, env)
  return folder
}

/** A program over some published packages, tidied by go itself. */
function makeApp(
  name: string,
  imports: readonly string[],
  requires: readonly string[],
  more: Variables & { readonly goLine?: string } = {},
): string {
  const { goLine = '1.26.0', ...variables } = more
  const folder = newFolder(name)
  mkdirSync(folder)
  writeTree(folder, {
    'go.mod': `module example.org/app\n\ngo ${goLine}\n\nrequire (\n${requires.map((one) => `\t${one.replace('@', ' ')}\n`).join('')})\n`,
    'main.go': `package main\n\nimport (\n${imports.map((path) => `\t_ "${path}"\n`).join('')})\n\nfunc main() {}\n`,
  })
  go(folder, ['mod', 'tidy'], variables)
  return folder
}

/** A module cache of its own, filled from the shared one: what is done to it stays in it. */
function ownCache(folder: string, flags = ''): Variables {
  const own = { GOMODCACHE: join(makeFolder(), 'mod'), GOFLAGS: flags }
  go(folder, ['mod', 'download'], { ...own, GOPROXY: `file://${CACHE}/cache/download,${env['GOPROXY'] ?? ''}` })
  return own
}

async function verifyProject(folder: string, more: Variables = {}): Promise<Outcome> {
  const session = { host: testHost(folder, { ...env, ...more }), progress: (): void => undefined }
  return await verify(session, { directory: folder, config: {}, version: '0.0.0-test', job: { name: 'clean' } })
}

/** What must be empty of a clean project: each failed layer, each finding that is more than a note. */
function alarmsOf({ report }: Outcome): readonly string[] {
  return [
    ...report.integrity.layers.flatMap(({ layer, outcome, reason }) => (outcome === 'failed' ? [`${layer} failed: ${reason ?? ''}`] : [])),
    ...report.findings.flatMap(({ severity, rule, title }) => (severity === 'note' ? [] : [`${severity} ${rule}: ${title}`])),
  ]
}

function layerOf({ report }: Outcome, name: string): { readonly outcome: string; readonly checked: number } {
  const found = report.integrity.layers.find(({ layer }) => layer === name)
  return { outcome: found?.outcome ?? 'missing', checked: found?.checked ?? 0 }
}

/** Every layer of the module cache was looked at, whole. */
function expectLookedAt(outcome: Outcome): void {
  for (const layer of ['go.sum', 'ziphash', 'zip', 'directory', 'go.mod'])
    expect([layer, layerOf(outcome, layer).outcome]).toStrictEqual([layer, 'ok'])
}

function note(name: string, outcome: Outcome): void {
  const notes = outcome.report.findings.filter(({ severity }) => severity === 'note').map(({ rule }) => rule)
  const database = layerOf(outcome, 'checksum-database').outcome
  rows.push(
    `${name.padEnd(56)} ${String(layerOf(outcome, 'zip').checked).padStart(4)} modules, database ${database} ${[...new Set(notes)].join(' ')}`,
  )
}

afterAll(() => {
  process.stdout.write(`\n${rows.join('\n')}\n\n`)
})

describe('a published module as it is', () => {
  it.each([
    'golang.org/x/net@v0.62.0',
    'golang.org/x/crypto@v0.58.0',
    'golang.org/x/oauth2@v0.37.0',
    'golang.org/x/tools@v0.52.0',
    'golang.org/x/vuln@v1.9.0',
    'github.com/spf13/cobra@v1.10.2',
    'github.com/spf13/viper@v1.21.0',
    'github.com/gin-gonic/gin@v1.12.0',
    'github.com/prometheus/client_golang@v1.25.0',
    'go.uber.org/zap@v1.28.0',
    'github.com/rs/zerolog@v1.35.1',
    'github.com/urfave/cli/v2@v2.27.7',
    'github.com/labstack/echo/v4@v4.16.0',
    'k8s.io/apimachinery@v0.37.2',
    'github.com/junegunn/fzf@v0.65.2',
    'helm.sh/helm/v3@v3.22.0',
  ])('%s raises no alarm', async (module) => {
    const folder = checkOut(module)
    const outcome = await verifyProject(folder)
    note(module, outcome)
    expect(alarmsOf(outcome)).toStrictEqual([])
    expectLookedAt(outcome)
    expect(layerOf(outcome, 'zip').checked).toBeGreaterThan(0)
  })
})

describe('a project with the vendor folder that go wrote', () => {
  it.each([
    'github.com/spf13/cobra@v1.10.2',
    'github.com/gin-gonic/gin@v1.12.0',
    'github.com/junegunn/fzf@v0.65.2',
    'github.com/prometheus/client_golang@v1.25.0',
  ])('%s raises no alarm, and each of its files was compared', async (module) => {
    const folder = checkOut(module, `vendored ${module}`)
    go(folder, ['mod', 'vendor'])
    const outcome = await verifyProject(folder)
    note(`${module} vendored`, outcome)
    expect(alarmsOf(outcome)).toStrictEqual([])
    expect(layerOf(outcome, 'vendor').outcome).toBe('ok')
    expect(layerOf(outcome, 'vendor').checked).toBeGreaterThan(10)
  })

  it('raises no alarm when an older go wrote it', async () => {
    const folder = makeApp(
      'vendored by 1.21',
      ['github.com/spf13/cobra', 'golang.org/x/text/width'],
      ['github.com/spf13/cobra@v1.8.0', 'golang.org/x/text@v0.14.0'],
      { goLine: '1.20' },
    )
    go(folder, ['mod', 'vendor'], { GOTOOLCHAIN: 'go1.21.13' })
    const outcome = await verifyProject(folder)
    note('vendored by go 1.21', outcome)
    expect(alarmsOf(outcome)).toStrictEqual([])
    expect(layerOf(outcome, 'vendor').outcome).toBe('ok')
  })
})

describe('a workspace', () => {
  it.each([
    ['of two modules of golang.org/x', ['golang.org/x/net@v0.62.0', 'golang.org/x/term@v0.47.0']],
    ['of cobra and viper', ['github.com/spf13/cobra@v1.10.2', 'github.com/spf13/viper@v1.21.0']],
  ])('%s raises no alarm', async (name, modules) => {
    const folder = newFolder(`workspace ${name}`)
    mkdirSync(folder)
    for (const [at, module] of modules.entries()) checkOutModule(module, join(folder, `m${String(at)}`), env)
    go(folder, ['work', 'init', ...modules.map((_, at) => `./m${String(at)}`)])
    const outcome = await verifyProject(folder)
    note(`workspace ${name}`, outcome)
    expect(alarmsOf(outcome)).toStrictEqual([])
    expectLookedAt(outcome)
  })

  it('with a vendor folder of its own raises no alarm', async () => {
    const folder = newFolder('workspace vendored')
    mkdirSync(folder)
    checkOutModule('golang.org/x/net@v0.62.0', join(folder, 'net'), env)
    go(folder, ['work', 'init', './net'])
    go(folder, ['work', 'vendor'])
    const outcome = await verifyProject(folder)
    note('workspace vendored', outcome)
    expect(alarmsOf(outcome)).toStrictEqual([])
    expect(layerOf(outcome, 'vendor').outcome).toBe('ok')
  })
})

const APP = ['github.com/spf13/cobra@v1.10.2', 'golang.org/x/text@v0.43.0'] as const
const IMPORTS = ['github.com/spf13/cobra', 'golang.org/x/text/width'] as const

describe('what is unusual and right', () => {
  it('a replacement by a folder of the project raises no alarm, and is told', async () => {
    const folder = checkOut('github.com/spf13/viper@v1.21.0', 'local replace')
    mkdirSync(join(folder, 'third_party'))
    checkOutModule('github.com/spf13/cast@v1.10.0', join(folder, 'third_party', 'cast'), env)
    go(folder, ['mod', 'edit', '-replace', 'github.com/spf13/cast=./third_party/cast'])
    go(folder, ['mod', 'tidy'])
    const outcome = await verifyProject(folder)
    note('local replace', outcome)
    expect(alarmsOf(outcome)).toStrictEqual([])
    expect(outcome.report.findings.map(({ rule }) => rule)).toContain('modules/not-covered')
  })

  it('private modules raise no alarm', async () => {
    const modules: readonly ProxyModule[] = [{ path: 'example.com/private', version: 'v1.0.0', files: { 'p.go': 'package private\n' } }]
    const variables = {
      GOPRIVATE: 'example.com',
      // Else go would ask the repository.
      GONOPROXY: 'none',
      GOPROXY: `${writeProxy(join(makeFolder(), 'proxy'), modules)},${env['GOPROXY'] ?? ''}`,
      GOMODCACHE: join(makeFolder(), 'mod'),
    }
    const folder = makeApp('private', ['example.com/private', IMPORTS[1]], ['example.com/private@v1.0.0', APP[1]], variables)
    expect(readFileSync(join(folder, 'go.sum'), 'utf8')).toContain(goSumOf(modules).split('\n')[0])
    const outcome = await verifyProject(folder, variables)
    note('GOPRIVATE', outcome)
    expect(alarmsOf(outcome)).toStrictEqual([])
    expectLookedAt(outcome)
  })

  it('an empty recorded hash, which go mod verify takes for a modified module, raises no alarm', async () => {
    const folder = makeApp('empty ziphash', IMPORTS, APP)
    const own = ownCache(folder)
    writeFileSync(join(own['GOMODCACHE'] ?? '', 'cache/download/golang.org/x/text/@v/v0.43.0.ziphash'), '')
    expect(() => go(folder, ['mod', 'verify'], own)).toThrow('has been modified')
    const outcome = await verifyProject(folder, own)
    note('empty .ziphash', outcome)
    expect(alarmsOf(outcome)).toStrictEqual([])
    expect(outcome.exitCode).toBe(0)
  })

  it('a cache with writable folders raises no alarm', async () => {
    const folder = makeApp('modcacherw', IMPORTS, APP)
    const own = ownCache(folder, '-modcacherw')
    expect(statSync(join(own['GOMODCACHE'] ?? '', 'golang.org/x/text@v0.43.0')).mode & 0o200).toBe(0o200)
    const outcome = await verifyProject(folder, own)
    note('-modcacherw', outcome)
    expect(alarmsOf(outcome)).toStrictEqual([])
    expectLookedAt(outcome)
  })

  it('being offline with a full cache raises no alarm', async () => {
    const folder = makeApp('offline', IMPORTS, APP)
    const own = ownCache(folder)
    const outcome = await verifyProject(folder, { ...own, GOPROXY: 'off' })
    note('GOPROXY=off', outcome)
    expect(alarmsOf(outcome)).toStrictEqual([])
    expectLookedAt(outcome)
  })

  it.each([
    ['go.sum', ['go.sum']],
    ['go.mod, go.sum and the source', ['go.mod', 'go.sum', 'main.go']],
  ])('a checkout that wrote %s with CRLF raises no alarm', async (name, files) => {
    const folder = newFolder(`crlf ${name}`)
    cpSync(makeApp(`lf ${name}`, IMPORTS, APP), folder, { recursive: true })
    const texts: FileTree = Object.fromEntries(
      files.map((file) => [file, readFileSync(join(folder, file), 'utf8').replaceAll('\n', '\r\n')]),
    )
    writeTree(folder, texts)
    const outcome = await verifyProject(folder)
    note(`CRLF in ${name}`, outcome)
    expect(alarmsOf(outcome)).toStrictEqual([])
    expectLookedAt(outcome)
    for (const [file, text] of Object.entries(texts)) expect(readFileSync(join(folder, file), 'utf8')).toBe(text)
  })

  it('had graphs of all sizes among them: over 300 modules in the largest', () => {
    expect(countModules(newFolder('helm.sh/helm/v3@v3.22.0'), env)).toBeGreaterThan(300)
  })
})

describe('the build cache of a real program', () => {
  it.each(['verify', 'fresh'] as const)('raises no alarm by %s, with the cgo packages of the standard library', async (mode) => {
    const folder = checkOut('github.com/gin-gonic/gin@v1.12.0', `gin ${mode}`)
    const host = testHost(folder, { ...env, CGO_ENABLED: '1' })
    const place = { directory: '.', path: folder, goMod: join(folder, 'go.mod'), goWork: null }
    const checked = await checkBuildCache(host, openGo(host, { directory: folder }), {
      mode,
      roots: [{ place, packages: ['./...'] }],
      env: {},
    })
    expect(checked).toMatchObject({ findings: [], degraded: [], layer: { outcome: 'ok', failed: 0 } })
    expect(checked.layer.checked).toBeGreaterThan(150)
  })
})

describe('the same look at a project that is not clean', () => {
  it('raises the alarm for one byte more in one file', async () => {
    const folder = makeApp('one byte', IMPORTS, APP)
    const own = ownCache(folder, '-modcacherw')
    appendFileSync(join(own['GOMODCACHE'] ?? '', 'golang.org/x/text@v0.43.0', 'width', 'width.go'), '\n')
    expect(alarmsOf(await verifyProject(folder, own)).join('\n')).toMatch(/^directory failed: [\s\S]*golang\.org\/x\/text@v0\.43\.0/)
  })
})
