import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import { openGo, readGoEnv, type Go } from '../../src/go/index.js'
import type { Host } from '../../src/host/index.js'
import { explainedBy } from '../../src/integrity/explained-by.js'
import { fetchModule, type FetchedCopy, type FetchModuleOptions } from '../../src/integrity/fetch-module.js'
import { readModuleStates } from '../../src/integrity/module-states.js'
import type { GoValues } from '../../src/integrity/roots.js'
import { judge, type Judgement } from '../../src/integrity/story.js'
import type { Testimony } from '../../src/integrity/testimony.js'
import { goSumOf, goTestEnv, makeFolder, testHost, writeProxy, writeTree, type ProxyModule } from '../support/project.js'

jest.setTimeout(120_000)

// The path tells go the kind of its repository, so that it need not ask a server for it.
const MODULE = { path: 'example.com/m.git', version: 'v1.0.0' }
const FIRST: ProxyModule = { ...MODULE, files: { 'm.go': 'package m\n\nconst Says = "first"\n' } }
const OTHER: ProxyModule = { ...MODULE, files: { 'm.go': 'package m\n\nconst Says = "other"\n' } }

function sumOf(module: ProxyModule): string {
  return goSumOf([module]).split(/\s/)[2] ?? ''
}

interface World {
  readonly folder: string
  readonly app: string
  /** `file://` proxies with the first content and with the other one. */
  readonly honest: string
  readonly poisoned: string
  readonly cache: string
}

/** Two proxies, and a repository that go finds under the path of the module, offline. */
function makeWorld(repository: ProxyModule = FIRST): World {
  const folder = makeFolder()
  const source = join(folder, 'repository')
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
  const git = (...args: readonly string[]): unknown => execFileSync('git', args, { cwd: source, env, stdio: 'pipe' })
  writeTree(source, { 'go.mod': `module ${MODULE.path}\n\ngo 1.21\n`, ...repository.files })
  git('init', '-q')
  git('add', '-A')
  git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-q', '-m', 'm')
  git('tag', 'v1.0.0')
  const world = {
    folder,
    app: join(folder, 'app'),
    honest: writeProxy(join(folder, 'honest'), [FIRST]),
    poisoned: writeProxy(join(folder, 'poisoned'), [OTHER]),
    cache: join(folder, 'cache'),
  }
  writeTree(world.app, { 'go.mod': `module app\n\ngo 1.21\n\nrequire ${MODULE.path} v1.0.0\n`, 'go.sum': goSumOf([FIRST]) })
  writeTree(join(folder, 'home'), { '.gitconfig': `[url "file://${source}"]\n\tinsteadOf = https://example.com/m\n` })
  return world
}

async function openWorld(
  { folder, app, cache }: World,
  goproxy: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ host: Host; go: Go; env: GoValues }> {
  const env = { ...goTestEnv(folder), GOMODCACHE: cache, GOPROXY: goproxy, ...more }
  const host = testHost(app, env)
  const go = openGo(host, { directory: app })
  const answer = await readGoEnv(go)
  if (!answer.ok) throw new Error(answer.result.stderr.text)
  return { host, go, env: { values: answer.values, origins: { GOPROXY: 'process' } } }
}

/** Fills the module cache with what a proxy serves, as another project on the machine does. */
function fill(world: World, goproxy: string): void {
  const other = join(world.folder, 'other-project')
  writeTree(other, { 'go.mod': 'module other\n\ngo 1.21\n' })
  const env = { ...goTestEnv(world.folder), GOMODCACHE: world.cache, GOPROXY: goproxy }
  execFileSync('go', ['mod', 'download', `${MODULE.path}@${MODULE.version}`], { cwd: other, env, stdio: 'pipe' })
}

interface Told {
  readonly judgement: Judgement
  readonly fetched: readonly Testimony[]
}

/** What go.sum and the module cache say, what a fresh fetch gives, and the story. `database`: what it would answer. */
async function tell(world: World, goproxy: string, database: ProxyModule | null, options: FetchModuleOptions = {}): Promise<Told> {
  const { host, go, env } = await openWorld(world, goproxy)
  const [state] = await readModuleStates(host, world.cache, [MODULE])
  const sum = readFileSync(join(world.app, 'go.sum'), 'utf8').split(/\s/)[2] ?? ''
  const { zip: fetched } = await fetchModule(host, go, env, MODULE, options)
  const testimonies: readonly Testimony[] = [
    { witness: 'go.sum', from: 'go.sum:1', hash: sum },
    { witness: 'ziphash', from: null, hash: state?.recorded ?? null },
    { witness: 'zip', from: null, hash: state?.zip?.h1 ?? null },
    { witness: 'directory', from: null, hash: state?.directory?.h1 ?? null },
    ...(database === null ? [] : [{ witness: 'checksum-database' as const, from: 'sum.golang.org', hash: sumOf(database) }]),
  ]
  const facts = { since: null, explained: explainedBy(env, MODULE.path) }
  return { judgement: judge({ ...MODULE, goMod: false, testimonies }, fetched, facts), fetched }
}

function heard(fetched: readonly Testimony[]): readonly string[] {
  return fetched.map(({ witness, from, hash, note }) => {
    const what = hash === sumOf(FIRST) ? 'first' : hash === sumOf(OTHER) ? 'other' : (note ?? '')
    return `${witness} ${from ?? ''}: ${what}`
  })
}

describe('the story of a module version, with the real go', () => {
  it('is a moved tag when the repository serves another content and a proxy kept the first', async () => {
    const world = makeWorld(OTHER)
    fill(world, 'direct')
    const { judgement, fetched } = await tell(world, `${world.honest},direct`, null)
    expect(heard(fetched)).toEqual([`proxy ${world.honest}: first`, 'repository https://example.com/m: other'])
    expect(judgement).toMatchObject({ story: 'retagged', confidence: 'certain' })
    expect(judgement.evidence.find((line) => line.startsWith('fetched now from repository'))).toMatch(
      /\(refs\/tags\/v1\.0\.0 is at [0-9a-f]{12}\)$/,
    )
    expect(judgement.fix.filter(({ command }) => command !== undefined)).toEqual([])
  })

  it('is a poisoned proxy, by its name, when it alone serves another content', async () => {
    const world = makeWorld()
    fill(world, world.poisoned)
    const { judgement, fetched } = await tell(world, `${world.poisoned},${world.honest},direct`, FIRST)
    expect(heard(fetched)).toEqual([
      `proxy ${world.poisoned}: other`,
      `proxy ${world.honest}: first`,
      'repository https://example.com/m: first',
    ])
    expect(judgement).toMatchObject({ story: 'poisoned-proxy', confidence: 'certain' })
    expect(judgement.sentence).toContain(`${world.poisoned} serves another content than sum.golang.org, ${world.honest}`)
    expect(judgement.evidence.some((line) => line.startsWith(`GOPROXY=${world.poisoned}`) && line.includes('set in the environment'))).toBe(
      true,
    )
  })

  it('is a poisoned cache when everybody but the cache is for go.sum', async () => {
    const world = makeWorld()
    fill(world, world.poisoned)
    const { judgement } = await tell(world, `${world.honest},direct`, null)
    expect(judgement).toMatchObject({ story: 'poisoned-cache', confidence: 'certain' })
    expect(judgement.fix[0]?.command).toBe('goparity verify --repair')
    expect(judgement.evidence.at(-1)).toContain('.info')
  })

  it('is a stale go.sum when everybody but go.sum has one content', async () => {
    const world = makeWorld()
    fill(world, world.honest)
    writeTree(world.app, { 'go.sum': goSumOf([OTHER]) })
    const { judgement } = await tell(world, `${world.honest},direct`, FIRST)
    expect(judgement).toMatchObject({ story: 'stale-go-sum', confidence: 'certain' })
    expect(judgement.fix).toEqual([{ edit: `replace the hash in go.sum:1 with ${sumOf(FIRST)}`, why: expect.any(String) }])
  })

  it('is an edited cache when the directory is not what was downloaded', async () => {
    const world = makeWorld()
    fill(world, world.honest)
    const file = join(world.cache, 'example.com', 'm.git@v1.0.0', 'm.go')
    chmodSync(file, 0o644)
    writeFileSync(file, 'package m // edited\n')
    const { judgement } = await tell(world, world.honest, null)
    expect(judgement).toMatchObject({ story: 'edited-cache', confidence: 'certain' })
  })

  it('is only likely when nobody answers, and says why each did not', async () => {
    const world = makeWorld()
    fill(world, world.poisoned)
    const empty = `file://${join(world.folder, 'empty')}`
    const { judgement, fetched } = await tell(world, `https://user:secret@127.0.0.1:1,${empty}`, FIRST)
    expect(heard(fetched)).toEqual([
      'proxy https://127.0.0.1:1: it cannot be reached',
      `proxy ${empty}: it has no such version`,
      'repository : not asked: GOPROXY does not name direct, and the module may be private',
    ])
    expect(judgement).toMatchObject({ story: 'poisoned-cache', confidence: 'likely' })
    expect(JSON.stringify(judgement)).not.toContain('secret')
  })
})

describe('fetchModule, with the real go', () => {
  it('asks for a private module only its repository', async () => {
    const world = makeWorld()
    const { host, go, env } = await openWorld(world, `${world.poisoned},direct`, { GOPRIVATE: 'example.com' })
    const { zip, goMod } = await fetchModule(host, go, env, MODULE)
    expect(heard(zip)).toEqual(['repository https://example.com/m: first'])
    expect(goMod.map(({ hash }) => hash)).toEqual([goSumOf([FIRST]).trim().split(/\s/).at(-1)])
  })

  it('reads and writes nothing of the project and of its module cache, and removes what it fetched', async () => {
    const world = makeWorld()
    const { host, go, env } = await openWorld(world, world.honest)
    const made: string[] = []
    const watched: Host = {
      ...host,
      files: {
        ...host.files,
        async makeTemporaryDirectory(prefix) {
          const path = await host.files.makeTemporaryDirectory(prefix)
          made.push(path)
          return path
        },
      },
    }
    const text = readFileSync(join(world.app, 'go.sum'), 'utf8')
    const { zip } = await fetchModule(watched, go, env, MODULE)
    expect(heard(zip)[0]).toBe(`proxy ${world.honest}: first`)
    expect(readFileSync(join(world.app, 'go.sum'), 'utf8')).toBe(text)
    expect(existsSync(world.cache)).toBe(false)
    expect(made.map((path) => existsSync(path))).toEqual([false])
  })

  it('lends the copies while they are there', async () => {
    const world = makeWorld()
    const { host, go, env } = await openWorld(world, `${world.honest},${world.poisoned}`)
    const files: unknown[] = []
    const use = async (copies: readonly FetchedCopy[]): Promise<void> => {
      for (const { zip } of copies) files.push(await host.hashing.listZip(zip ?? '', `${MODULE.path}@${MODULE.version}`))
    }
    await fetchModule(host, go, env, MODULE, { use })
    expect(files).toHaveLength(2)
    expect(files[0]).not.toEqual(files[1])
  })

  it('hashes a module that needs a newer Go than there is', async () => {
    const world = makeWorld()
    const newer: ProxyModule = { ...MODULE, files: { 'go.mod': `module ${MODULE.path}\n\ngo 1.999\n`, 'm.go': 'package m\n' } }
    const proxy = writeProxy(join(world.folder, 'newer'), [newer])
    const { host, go, env } = await openWorld(world, proxy)
    const { zip } = await fetchModule(host, go, env, MODULE)
    expect(zip[0]?.hash).toBe(sumOf(newer))
  })

  it('says of a proxy that serves no zip what is wrong', async () => {
    const world = makeWorld()
    rmSync(join(world.folder, 'poisoned', 'example.com', 'm.git', '@v', 'v1.0.0.zip'))
    writeFileSync(join(world.folder, 'poisoned', 'example.com', 'm.git', '@v', 'v1.0.0.zip'), 'no zip at all')
    const { host, go, env } = await openWorld(world, world.poisoned)
    const { zip, goMod } = await fetchModule(host, go, env, MODULE)
    expect(zip[0]).toMatchObject({ hash: null, note: expect.stringMatching(/zip/) })
    expect(zip[0]?.note).not.toContain('goparity-module-')
    expect(goMod[0]?.hash).not.toBeNull()
  })
})
