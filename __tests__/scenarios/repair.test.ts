import { execFileSync } from 'node:child_process'
import { chmodSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import { openGo, readGoEnv } from '../../src/go/index.js'
import { repairModules, type RepairOutcome } from '../../src/integrity/repair.js'
import { goSumOf, goTestEnv, makeFolder, testHost, writeProxy, writeTree, type ProxyModule } from '../support/project.js'

jest.setTimeout(120_000)

const M: ProxyModule = {
  path: 'example.com/M',
  version: 'v1.0.0',
  files: { 'm.go': 'package m\n\nconst Says = "first"\n', 'x/x.go': 'package x\n' },
}
const POISONED: ProxyModule = { ...M, files: { 'm.go': 'package m\n\nconst Says = "other"\n' } }
const NEIGHBOUR: ProxyModule = { path: 'example.com/n', version: 'v1.0.0', files: { 'n.go': 'package n\n\nconst Says = "n"\n' } }

interface World {
  readonly folder: string
  readonly app: string
  readonly cache: string
  readonly proxy: string
  readonly poisoned: string
}

function run(world: World, command: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): string {
  const env = { ...goTestEnv(world.folder), GOMODCACHE: world.cache, GOPROXY: world.proxy, ...more }
  return execFileSync(command, args, { cwd: world.app, env, encoding: 'utf8', stdio: 'pipe' })
}

/** A project of two modules, downloaded with the real go. */
function makeWorld(): World {
  const folder = makeFolder()
  const world = {
    folder,
    app: join(folder, 'app'),
    cache: join(folder, 'cache'),
    proxy: writeProxy(join(folder, 'proxy'), [M, NEIGHBOUR]),
    poisoned: writeProxy(join(folder, 'poisoned'), [POISONED]),
  }
  writeTree(world.app, {
    'go.mod': `module app\n\ngo 1.21\n\nrequire (\n\texample.com/M v1.0.0\n\texample.com/n v1.0.0\n)\n`,
    'go.sum': goSumOf([M, NEIGHBOUR]),
    'main.go': 'package main\n\nimport (\n\t"example.com/M"\n\t"example.com/n"\n)\n\nfunc main() { print(m.Says, " ", n.Says) }\n',
  })
  run(world, 'go', ['mod', 'download'])
  return world
}

function edit(path: string, text: string): void {
  chmodSync(path, 0o644)
  writeFileSync(path, text)
}

function editDirectory({ cache }: World): void {
  edit(join(cache, 'example.com', '!m@v1.0.0', 'm.go'), 'package m\n\nconst Says = "edited"\n')
}

/** Content, permissions and inode of everything but what go keeps for itself: `list`, lock files, and downloads that it broke off and removes later. */
function look(folder: string): Readonly<Record<string, string>> {
  const seen: Record<string, string> = {}
  const walk = (path: string, name: string): void => {
    const found = lstatSync(path)
    if (found.isDirectory()) for (const child of readdirSync(path)) walk(join(path, child), `${name}/${child}`)
    if (!/(?:\/list|lock|\d\.tmp)$/.test(name))
      seen[name] = `${String(found.mode)} ${String(found.ino)} ${found.isFile() ? readFileSync(path, 'latin1') : ''}`
  }
  walk(folder, '')
  return seen
}

/** Everything that is not about the one module version. */
function others(seen: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(seen).filter(([name]) => !/!m(?:@v1\.0\.0|\/@v\/v1\.0\.0\.)/.test(name)))
}

const [zip = '', goMod = ''] = goSumOf([M])
  .trim()
  .split('\n')
  .map((line) => line.split(' ')[2] ?? '')

async function repair(world: World, goproxy: string, signal?: AbortSignal): Promise<RepairOutcome | undefined> {
  const env = { ...goTestEnv(world.folder), GOMODCACHE: world.cache, GOPROXY: goproxy }
  const host = testHost(world.app, env)
  const go = openGo(host, { directory: world.app, ...(signal === undefined ? {} : { signal }) })
  const answer = await readGoEnv(openGo(host, { directory: world.app }))
  if (!answer.ok) throw new Error(answer.result.stderr.text)
  const cases = [{ path: M.path, version: M.version, sums: [zip], goModSums: [goMod] }]
  const [outcome] = await repairModules(host, go, { values: answer.values, origins: {} }, cases, signal === undefined ? {} : { signal })
  return outcome
}

describe('repair, with the real go', () => {
  it.each([
    ['an edited directory', editDirectory],
    ['an edited zip', ({ cache }: World) => edit(join(cache, 'cache/download/example.com/!m/@v/v1.0.0.zip'), 'no zip')],
    [
      'an edited go.mod file',
      ({ cache }: World) => edit(join(cache, 'cache/download/example.com/!m/@v/v1.0.0.mod'), 'module example.com/M\n\ngo 1.20\n'),
    ],
    [
      'an edited recorded hash',
      ({ cache }: World) => edit(join(cache, 'cache/download/example.com/!m/@v/v1.0.0.ziphash'), `h1:${'A'.repeat(43)}=`),
    ],
  ])('heals %s, and touches nothing else', async (_name, damage) => {
    const world = makeWorld()
    damage(world)
    const before = others(look(world.cache))
    const sum = readFileSync(join(world.app, 'go.sum'), 'utf8')
    expect(await repair(world, world.proxy)).toMatchObject({ outcome: 'repaired', reason: null, left: [] })
    expect(others(look(world.cache))).toEqual(before)
    expect(readFileSync(join(world.app, 'go.sum'), 'utf8')).toBe(sum)
    expect(run(world, 'go', ['mod', 'verify'], { GOPROXY: 'off' })).toBe('all modules verified\n')
    expect(run(world, 'sh', ['-c', 'go run . 2>&1'], { GOPROXY: 'off' })).toBe('first n')
  })

  it('makes the new directory read-only, as go does', async () => {
    const world = makeWorld()
    editDirectory(world)
    await repair(world, world.proxy)
    expect(lstatSync(join(world.cache, 'example.com', '!m@v1.0.0')).mode & 0o777).toBe(0o555)
  })

  it.each([
    ['the proxy serves another content', (world: World) => world.poisoned, /checksum mismatch/],
    ['the proxy does not have it', (world: World) => `file://${join(world.folder, 'nowhere')}`, /no such file or directory/],
    ['nothing may be fetched', () => 'off', /GOPROXY=off/],
  ])('leaves the cache exactly as it was when %s', async (_name, goproxy, reason) => {
    const world = makeWorld()
    editDirectory(world)
    const before = look(world.cache)
    const outcome = await repair(world, goproxy(world))
    expect(outcome).toMatchObject({ outcome: 'unchanged', reason: expect.stringMatching(reason) })
    expect(look(world.cache)).toEqual(before)
  })

  it('leaves the cache exactly as it was when it is cancelled while go waits for the proxy', async () => {
    const world = makeWorld()
    editDirectory(world)
    const before = look(world.cache)
    const controller = new AbortController()
    const server = createServer(() => {
      controller.abort()
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    try {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      await expect(repair(world, `http://127.0.0.1:${String(port)}`, controller.signal)).rejects.toMatchObject({ code: 'cancelled' })
    } finally {
      server.closeAllConnections()
      server.close()
    }
    expect(look(world.cache)).toEqual(before)
  })

  it('leaves a sound module alone, file by file', async () => {
    const world = makeWorld()
    const before = look(world.cache)
    expect((await repair(world, 'off'))?.outcome).toBe('sound')
    expect(look(world.cache)).toEqual(before)
  })

  it('says what to do about a build cache that remembers a file that was added', async () => {
    const world = makeWorld()
    const fresh = { GOCACHE: join(world.folder, 'go-build'), GOPROXY: 'off' }
    const files = (): string => run(world, 'go', ['list', '-f', '{{.GoFiles}}', 'example.com/M'], fresh).trim()
    const directory = join(world.cache, 'example.com', '!m@v1.0.0')
    chmodSync(directory, 0o755)
    writeFileSync(join(directory, 'evil.go'), 'package m\n')
    expect(files()).toBe('[evil.go m.go]')
    const outcome = await repair(world, world.proxy)
    expect(outcome?.outcome).toBe('repaired')
    expect(files()).toBe('[evil.go m.go]')
    run(world, 'sh', ['-c', outcome?.fix[0]?.command ?? 'exit 1'], fresh)
    expect(files()).toBe('[m.go]')
  })
})
