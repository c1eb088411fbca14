import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { Go, GoOptions, GoResult } from '../../../src/go/index.js'
import type { Host } from '../../../src/host/index.js'
import type { Moves } from '../../../src/integrity/moves.js'
import { repairModules, type RepairOptions, type RepairOutcome } from '../../../src/integrity/repair.js'
import { captured } from '../../../src/testing/captured.js'
import { goSumOf, makeFolder, testHost, writeProxy, type ProxyModule } from '../../support/project.js'

const GOOD: ProxyModule = { path: 'example.com/m', version: 'v1.0.0', files: { 'm.go': 'package m\n' } }
const [ZIP_SUM = '', MOD_SUM = ''] = goSumOf([GOOD])
  .trim()
  .split('\n')
  .map((line) => line.split(' ')[2] ?? '')
const CASE = { path: GOOD.path, version: GOOD.version, sums: [ZIP_SUM], goModSums: [MOD_SUM] }

/** Everything below a folder, links unfollowed: what must be the same before and after. */
function look(folder: string): Readonly<Record<string, string>> {
  const seen: Record<string, string> = {}
  const walk = (path: string, name: string): void => {
    const found = lstatSync(path)
    if (found.isSymbolicLink()) seen[name] = `-> ${readlinkSync(path)}`
    else if (found.isDirectory()) for (const child of readdirSync(path)) walk(join(path, child), `${name}/${child}`)
    else seen[name] = readFileSync(path, 'latin1')
  }
  walk(folder, '')
  return seen
}

interface Cache {
  readonly root: string
  readonly folder: string
  readonly zip: string
  readonly directory: string
}

/** A module cache without go: what the proxy has, laid where go lays it; the directory is poisoned, and there is a neighbour. */
function makeCache(): Cache {
  const root = join(makeFolder(), 'mod')
  writeProxy(join(root, 'cache', 'download'), [GOOD, { ...GOOD, version: 'v1.1.0' }])
  const folder = join(root, 'cache', 'download', 'example.com', 'm', '@v')
  writeFileSync(join(folder, 'v1.0.0.ziphash'), ZIP_SUM)
  writeFileSync(join(folder, 'v1.0.0.lock'), '')
  const directory = join(root, 'example.com', 'm@v1.0.0')
  layDirectory(directory)
  writeFileSync(join(directory, 'm.go'), 'package m // poisoned\n')
  chmodSync(directory, 0o555)
  return { root, folder, zip: join(folder, 'v1.0.0.zip'), directory }
}

function layDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'go.mod'), 'module example.com/m\n\ngo 1.21\n')
  writeFileSync(join(directory, 'm.go'), 'package m\n')
}

/** What go leaves in the cache when it fetched the right thing. */
function fetchGood({ root, folder, directory }: Cache): void {
  const served = makeFolder()
  writeProxy(served, [GOOD])
  for (const extension of ['zip', 'mod', 'info'])
    writeFileSync(join(folder, `v1.0.0.${extension}`), readFileSync(join(served, 'example.com', 'm', '@v', `v1.0.0.${extension}`)))
  writeFileSync(join(folder, 'v1.0.0.ziphash'), ZIP_SUM)
  expect(existsSync(root)).toBe(true)
  layDirectory(directory)
}

/** A go command that does `work` in the cache when it is run, and says `stderr`. */
function goThat(work: (args: readonly string[], options: GoOptions) => void, stderr = '', ending: GoResult['ending'] = 'exited'): Go {
  const go: Go = {
    directory: '/',
    env: { PATH: '/usr/bin' },
    in: () => go,
    run: async (args, options = {}) => {
      work(args, options)
      return { args, ending, exitCode: stderr === '' ? 0 : 1, stdout: captured(''), stderr: captured(stderr), durationMs: 0 }
    },
  }
  return go
}

async function repair(
  cache: Cache,
  go: Go,
  options: RepairOptions = {},
  host: Host = testHost('/', {}),
): Promise<RepairOutcome | undefined> {
  const [outcome] = await repairModules(host, go, { values: { GOMODCACHE: cache.root, GOROOT: '/opt/go' }, origins: {} }, [CASE], options)
  return outcome
}

/** A file system that refuses to rename what ends so. */
function refusing(code: string, suffix: string): Moves {
  return {
    async rename(from, to) {
      if (from.endsWith(suffix)) throw Object.assign(new Error(`${code}: rename`), { code })
      await rename(from, to)
    },
  }
}

const NEVER = goThat(() => {
  throw new Error('go was asked')
})

describe('repairModules', () => {
  it('replaces the one module and leaves everything else as it is', async () => {
    const cache = makeCache()
    const before = look(cache.root)
    const seen: string[] = []
    const go = goThat((args, { env, cwd = '' }) => {
      seen.push(
        args.join(' '),
        readFileSync(join(cwd, 'go.sum'), 'utf8'),
        env?.['GOMODCACHE'] ?? '',
        env?.['GOTOOLCHAIN'] ?? '',
        env?.['PATH'] ?? '',
      )
      fetchGood(cache)
    })
    expect(await repair(cache, go)).toMatchObject({ outcome: 'repaired', reason: null, left: [] })
    expect(look(cache.root)).toEqual({ ...before, '/example.com/m@v1.0.0/m.go': 'package m\n' })
    expect(seen).toEqual(['mod download -json example.com/m@v1.0.0', goSumOf([GOOD]), cache.root, 'local', '/opt/go/bin:/usr/bin'])
  })

  it('says that the build cache may remember the names of the files', async () => {
    const cache = makeCache()
    const go = goThat(() => {
      fetchGood(cache)
    })
    expect((await repair(cache, go))?.fix).toEqual([{ command: 'go clean -cache', why: expect.stringContaining('build cache') }])
  })

  it('leaves a sound module alone', async () => {
    const cache = makeCache()
    chmodSync(cache.directory, 0o755)
    layDirectory(cache.directory)
    const before = look(cache.root)
    expect((await repair(cache, NEVER))?.outcome).toBe('sound')
    expect(look(cache.root)).toEqual(before)
  })

  it('fetches only the go.mod file where only that is in the cache', async () => {
    const cache = makeCache()
    for (const path of [cache.zip, cache.zip.replace('.zip', '.ziphash'), cache.directory]) rmSync(path, { recursive: true, force: true })
    const mod = join(cache.folder, 'v1.0.0.mod')
    writeFileSync(mod, 'module example.com/m\n\nrequire example.com/evil v1.0.0\n')
    const seen: string[] = []
    const go = goThat((args) => {
      seen.push(args.join(' '))
      writeFileSync(mod, 'module example.com/m\n\ngo 1.21\n')
    })
    expect((await repair(cache, go))?.outcome).toBe('repaired')
    expect(seen).toEqual(['list -m -json example.com/m@v1.0.0'])
  })

  it.each([
    [
      'go says that it cannot be fetched',
      'go: module lookup disabled by GOPROXY=off\n',
      () => undefined,
      'go: module lookup disabled by GOPROXY=off',
    ],
    [
      'the disk is full in the middle',
      'go: write: no space left on device\n',
      ({ zip, directory }: Cache) => {
        writeFileSync(zip, 'half of a z')
        mkdirSync(directory)
        writeFileSync(join(directory, 'm.g'), 'pack')
      },
      'go: write: no space left on device',
    ],
    [
      'go is content with something that go.sum does not name',
      '',
      (cache: Cache) => {
        fetchGood(cache)
        writeFileSync(join(cache.directory, 'm.go'), 'package m // another one\n')
      },
      'what was fetched is not right: its extracted directory is not what go.sum says',
    ],
    ['go is content and nothing is there', '', () => undefined, 'what was fetched is not right: its go.mod file is not there'],
  ])('puts everything back when %s', async (_name, stderr, work, reason) => {
    const cache = makeCache()
    const before = look(cache.root)
    const go = goThat(() => {
      work(cache)
    }, stderr)
    expect(await repair(cache, go)).toMatchObject({ outcome: 'unchanged', reason })
    expect(look(cache.root)).toEqual(before)
  })

  it('puts everything back when go is cancelled, and says so', async () => {
    const cache = makeCache()
    const before = look(cache.root)
    const controller = new AbortController()
    const go = goThat(() => {
      fetchGood(cache)
      controller.abort()
    })
    await expect(repair(cache, go, { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' })
    expect(look(cache.root)).toEqual(before)
  })

  it.each(['v1.0.0.zip', 'v1.0.0.ziphash', 'm@v1.0.0', 'v1.0.0.mod', 'v1.0.0.info'])(
    'puts everything back when it is cancelled while %s is set aside',
    async (name) => {
      const cache = makeCache()
      const before = look(cache.root)
      const controller = new AbortController()
      const moves: Moves = {
        async rename(from, to) {
          await rename(from, to)
          if (basename(from) === name) controller.abort()
        },
      }
      await expect(repair(cache, NEVER, { signal: controller.signal, moves })).rejects.toMatchObject({ code: 'cancelled' })
      expect(look(cache.root)).toEqual(before)
    },
  )

  it('takes away what go fetched in part where there was nothing before', async () => {
    const cache = makeCache()
    rmSync(cache.zip)
    const before = look(cache.root)
    const go = goThat(() => {
      fetchGood(cache)
      writeFileSync(join(cache.folder, 'v1.0.0.partial'), '')
      rmSync(join(cache.directory, 'm.go'))
    }, 'go: interrupted\n')
    expect(await repair(cache, go)).toMatchObject({ outcome: 'unchanged', reason: 'go: interrupted' })
    expect(look(cache.root)).toEqual(before)
  })

  it('does not begin when it is cancelled already', async () => {
    const cache = makeCache()
    const before = look(cache.root)
    await expect(repair(cache, NEVER, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' })
    expect(look(cache.root)).toEqual(before)
  })

  it.each([
    ['EROFS', 'v1.0.0.zip', 'the module cache is read-only'],
    ['EACCES', 'm@v1.0.0', 'this user may not write to the module cache'],
    ['EPERM', 'v1.0.0.info', 'this user may not write to the module cache'],
    ['EBUSY', 'v1.0.0.mod', 'another program holds it open'],
  ])('changes nothing when the system says %s to %s', async (code, name, reason) => {
    const cache = makeCache()
    const before = look(cache.root)
    expect(await repair(cache, NEVER, { moves: refusing(code, name) })).toMatchObject({ outcome: 'unchanged', reason })
    expect(look(cache.root)).toEqual(before)
  })

  it('goes on when a file disappears under its hands', async () => {
    const cache = makeCache()
    const moves: Moves = {
      async rename(from, to) {
        if (from === cache.zip) rmSync(cache.zip)
        await rename(from, to)
      },
    }
    const go = goThat(() => {
      fetchGood(cache)
    })
    expect((await repair(cache, go, { moves }))?.outcome).toBe('repaired')
  })

  it('says what is missing when the old one cannot be put back', async () => {
    const cache = makeCache()
    const outcome = await repair(
      cache,
      goThat(() => undefined, 'go: no network\n'),
      { moves: refusing('EACCES', 'm@v1.0.0.goparity-aside') },
    )
    expect(outcome).toMatchObject({
      outcome: 'missing',
      reason: 'go: no network; not put back: m@v1.0.0: this user may not write to the module cache',
    })
  })

  it('says what it could not remove of the old one', async () => {
    const cache = makeCache()
    const host = testHost('/', {})
    const stubborn: Host = {
      ...host,
      files: {
        ...host.files,
        async remove(path) {
          if (path.endsWith('.zip.goparity-aside') && existsSync(path)) throw Object.assign(new Error('no'), { code: 'EPERM' })
          await host.files.remove(path)
        },
      },
    }
    const go = goThat(() => {
      fetchGood(cache)
    })
    expect(await repair(cache, go, {}, stubborn)).toMatchObject({
      outcome: 'repaired',
      left: ['v1.0.0.zip.goparity-aside: this user may not write to the module cache'],
    })
  })

  it('puts right what a killed repair left, before it begins', async () => {
    const cache = makeCache()
    const before = look(cache.root)
    renameSync(cache.zip, `${cache.zip}.goparity-aside`)
    renameSync(cache.directory, `${cache.directory}.goparity-aside`)
    writeFileSync(join(cache.folder, 'v1.0.0.mod.goparity-refused'), 'old')
    expect(
      (
        await repair(
          cache,
          goThat(() => undefined, 'go: no network\n'),
        )
      )?.outcome,
    ).toBe('unchanged')
    expect(look(cache.root)).toEqual(before)
  })

  it('touches nothing behind a symbolic link that leads out of the cache', async () => {
    const cache = makeCache()
    const elsewhere = join(makeFolder(), 'elsewhere')
    renameSync(join(cache.root, 'example.com'), elsewhere)
    symlinkSync(elsewhere, join(cache.root, 'example.com'))
    const before = look(elsewhere)
    expect(await repair(cache, NEVER)).toMatchObject({ outcome: 'unchanged', reason: expect.stringContaining('symbolic link') })
    expect(look(elsewhere)).toEqual(before)
  })

  it('replaces a link that lies in the place of the directory, and leaves what it points to', async () => {
    const cache = makeCache()
    const elsewhere = join(makeFolder(), 'elsewhere')
    renameSync(cache.directory, elsewhere)
    symlinkSync(elsewhere, cache.directory)
    const before = look(elsewhere)
    const go = goThat(() => {
      fetchGood(cache)
    })
    expect((await repair(cache, go))?.outcome).toBe('repaired')
    expect(lstatSync(cache.directory).isDirectory()).toBe(true)
    expect(look(elsewhere)).toEqual(before)
  })

  it('repairs nothing that go.sum does not name, and nothing whose name leads elsewhere', async () => {
    const cache = makeCache()
    const before = look(cache.root)
    const env = { values: { GOMODCACHE: cache.root }, origins: {} }
    const cases = [
      { ...CASE, sums: [] },
      { ...CASE, path: '../../etc' },
      { ...CASE, version: 'v1.0.0/../../../x' },
    ]
    const outcomes = await repairModules(testHost('/', {}), NEVER, env, cases)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(look(cache.root)).toEqual(before)
  })
})
