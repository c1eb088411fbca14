import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import type { Go, GoResult } from '../../../src/go/index.js'
import { checkBuildCache, trustedBuildCache, type BuildCacheCheck } from '../../../src/integrity/build-cache.js'
import { findRestoredCaches } from '../../../src/integrity/restored-cache.js'
import { captured } from '../../../src/testing/captured.js'
import { fakeHost, memoryFiles, type MemoryTree } from '../../../src/testing/index.js'

const PLACE = { directory: '.', path: '/project', goMod: '/project/go.mod', goWork: null }

/** A compiled package of a made-up cache; its file name is the hash of `content` unless `file` says otherwise. */
interface Compiled {
  readonly content: string
  readonly buildId?: string
  readonly imports?: readonly string[]
  readonly cgo?: boolean
  readonly file?: string
}
type Cache = Readonly<Record<string, Compiled | null>>

function fileOf(folder: string, { content, file }: Compiled): string {
  return `${folder}/${file ?? `${createHash('sha256').update(content).digest('hex')}-d`}`
}

function listing(folder: string, cache: Cache): string {
  return Object.entries(cache)
    .map(([path, one]) =>
      JSON.stringify({
        ImportPath: path,
        GoFiles: ['x.go'],
        ...(one === null ? {} : { Export: fileOf(folder, one), BuildID: one.buildId ?? 'action/content', Imports: one.imports ?? [] }),
        ...(one?.cgo === true ? { CgoFiles: ['c.go'] } : {}),
      }),
    )
    .join('\n')
}

interface World {
  readonly cached: Cache
  readonly fresh?: Cache
  /** Further values of `go env`. */
  readonly env?: Readonly<Record<string, string>>
  readonly mode?: 'verify' | 'fresh'
  /** What go says with gocacheverify; default: nothing differs. */
  readonly panic?: string
  readonly restored?: string
}

/** A go command with two caches: the one of the user in /cache, the new one in /new. */
async function check(world: World): Promise<BuildCacheCheck & { readonly left: readonly string[] }> {
  const { cached, fresh = cached, env: values = {}, mode = 'fresh', panic = '', restored } = world
  const tree: Record<string, string> = {}
  for (const [folder, cache] of [
    ['/cache', cached],
    ['/new', fresh],
  ] as const)
    for (const one of Object.values(cache)) if (one !== null) tree[fileOf(folder, one)] = one.content
  const files = memoryFiles(tree)
  const go: Go = {
    directory: '/project',
    env: {},
    in: () => go,
    run: async (args, { env = {} } = {}): Promise<GoResult> => {
      const verifies = (env['GODEBUG'] ?? '').includes('gocacheverify=1')
      const isFresh = env['GOCACHE'] !== undefined
      // As go: what is set in the file counts where the variable is empty.
      const list = verifies ? '' : isFresh ? listing('/new', fresh) : listing('/cache', cached)
      const stdout = args[0] === 'env' ? JSON.stringify({ GOFLAGS: '', ...values }) : list
      const stderr = verifies ? panic : ''
      return { args, ending: 'exited', exitCode: stderr === '' ? 0 : 2, stdout: captured(stdout), stderr: captured(stderr), durationMs: 0 }
    },
  }
  const result = await checkBuildCache(fakeHost({ files }), go, {
    mode,
    roots: [{ place: PLACE, packages: ['./...'] }],
    env: {},
    ...(restored === undefined ? {} : { restored: { build: restored, buildIsMounted: false, modules: null } }),
  })
  return { ...result, left: (await files.list('/tmp')).map(({ name }) => name) }
}

function names({ findings }: BuildCacheCheck): readonly (string | undefined)[] {
  return findings.map(({ subject }) => subject.package)
}

const GOOD: Cache = {
  strings: { content: 'strings' },
  words: { content: 'words', imports: ['strings'] },
  app: { content: 'app', imports: ['words'] },
}

const many = (content: string): Cache =>
  Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`p${String(at)}`, { content: content + String(at) }]))

describe('a fresh build beside the build cache', () => {
  it('is ok when every package is the same, and leaves nothing behind', async () => {
    const result = await check({ cached: GOOD })
    expect(result).toMatchObject({ layer: { outcome: 'ok', checked: 3, failed: 0 }, findings: [], degraded: [], left: [] })
    expect(result.evidence).toHaveLength(2)
  })

  it('names the package that differs, with both hashes and the way out', async () => {
    const result = await check({ cached: { ...GOOD, words: { content: 'evil', imports: ['strings'] } }, fresh: GOOD })
    expect(result.layer).toEqual({ outcome: 'failed', checked: 3, failed: 1 })
    expect(names(result)).toEqual(['words'])
    expect(result.findings[0]).toMatchObject({
      rule: 'checksum/layer-mismatch',
      severity: 'error',
      fix: [{ command: 'go clean -cache' }, { edit: expect.stringContaining('go build -a') }],
    })
    expect(result.findings[0]?.evidence.join('\n')).toContain(createHash('sha256').update('words').digest('hex'))
  })

  it('says that a restored cache comes back', async () => {
    const [finding] = (
      await check({ cached: { app: { content: 'evil' } }, fresh: { app: { content: 'app' } }, restored: 'it was mounted' })
    ).findings
    expect(finding?.fix.map(({ why }) => why).join()).toContain('it comes back: it was mounted')
  })

  it('does not accuse what was compiled from other inputs because of a package below it', async () => {
    const cached: Cache = {
      words: { content: 'evil', buildId: 'w/evil' },
      app: { content: 'other app', buildId: 'with-evil/x', imports: ['words'] },
    }
    const fresh: Cache = {
      words: { content: 'words', buildId: 'w/good' },
      app: { content: 'app', buildId: 'with-good/y', imports: ['words'] },
    }
    expect(names(await check({ cached, fresh }))).toEqual(['words'])
  })

  it('accuses both when both claim the inputs of a fresh build', async () => {
    const cached: Cache = { words: { content: 'evil' }, app: { content: 'other app', imports: ['words'] } }
    const fresh: Cache = { words: { content: 'words' }, app: { content: 'app', imports: ['words'] } }
    expect(names(await check({ cached, fresh }))).toEqual(['words', 'app'])
  })

  it('is not deceived by a build id of other inputs', async () => {
    const cached: Cache = { words: { content: 'evil', buildId: 'forged/x' } }
    expect(names(await check({ cached, fresh: { words: { content: 'words', buildId: 'action/content' } } }))).toEqual(['words'])
  })

  it('does not judge what a C compiler had a part in, nor what was compiled with that, and says so', async () => {
    const cached: Cache = {
      c: { content: 'one', cgo: true, buildId: 'c/one' },
      app: { content: 'with one', buildId: 'one/x', imports: ['c'] },
      words: { content: 'words' },
    }
    const fresh: Cache = {
      c: { content: 'two', cgo: true, buildId: 'c/two' },
      app: { content: 'with two', buildId: 'two/x', imports: ['c'] },
      words: { content: 'words' },
    }
    const result = await check({ cached, fresh })
    expect(result).toMatchObject({
      findings: [],
      layer: { outcome: 'unknown' },
      degraded: [{ what: expect.stringContaining('compiled c') }],
    })
    expect(result.layer.reason).toMatch(/^c differ.*not judged: a C compiler/)
  })

  it('takes a cgo package that is equal as proof', async () => {
    expect((await check({ cached: { c: { content: 'c', cgo: true } } })).layer).toEqual({ outcome: 'ok', checked: 1, failed: 0 })
  })

  it('does not judge what a -toolexec program had a part in', async () => {
    const result = await check({ cached: { a: { content: '1' } }, fresh: { a: { content: '2' } }, env: { GOFLAGS: '-toolexec=/bin/x' } })
    expect(result).toMatchObject({ findings: [], layer: { outcome: 'unknown', reason: expect.stringContaining('-toolexec') } })
  })

  it('says which packages do not compile', async () => {
    const result = await check({ cached: { ...GOOD, broken: null } })
    expect(result.layer).toEqual({ outcome: 'unknown', checked: 3, failed: 0, reason: 'not compiled: broken' })
  })

  it('finds a file that is not what its own name says, also of a cgo package', async () => {
    const file = `${createHash('sha256').update('c').digest('hex')}-d`
    const result = await check({ cached: { c: { content: 'evil', cgo: true, file } }, fresh: { c: { content: 'c', cgo: true } } })
    expect(names(result)).toEqual(['c'])
    expect(result.findings[0]?.message).toContain('hash of its content')
    expect(result.layer.outcome).toBe('failed')
  })

  it('bounds the findings and says how many there are', async () => {
    const result = await check({ cached: many('evil'), fresh: many('good') })
    expect(result.findings).toHaveLength(50)
    expect(result).toMatchObject({ layer: { failed: 60 }, degraded: [{ what: '10 more compiled packages that differ' }] })
  })

  it('is unknown when a program keeps the cache that cannot be left out', async () => {
    const { layer } = await check({ cached: GOOD, env: { GOCACHEPROG: '/bin/cache' } })
    expect(layer).toMatchObject({ outcome: 'unknown', checked: 0, reason: expect.stringContaining('GOCACHEPROG') })
  })
})

describe('what go itself says of the build cache', () => {
  const HASH = 'a'.repeat(64)
  const panic = (...hashed: string[]): string =>
    ['panic: go: internal cache error: cache verify failed: id=1 changed:<<<', ...hashed, '>>>', `old: ${HASH} 1`, `new: ${HASH} 1`].join(
      '\n',
    )

  it('is ok without a difference', async () => {
    expect((await check({ mode: 'verify', cached: GOOD })).layer).toEqual({ outcome: 'ok', checked: 3, failed: 0 })
  })

  it('is a finding for the package, which leads to the mode that names all', async () => {
    const result = await check({ mode: 'verify', cached: GOOD, panic: panic('compile', 'import "words"') })
    expect(names(result)).toEqual(['words'])
    expect(result.findings[0]?.fix.flatMap(({ command }) => command ?? [])).toEqual([
      'go clean -cache',
      'goparity verify --build-cache fresh',
    ])
  })

  it('names the module whose files the cache lists wrongly', async () => {
    const folder = '/home/user/go/pkg/mod/github.com/!burnt!sushi/toml@v1.2.0'
    const result = await check({ mode: 'verify', cached: GOOD, panic: panic(`module index go1.26.8 go index v2 ${folder}`) })
    expect(result.findings[0]?.subject).toEqual({ module: 'github.com/BurntSushi/toml@v1.2.0' })
  })

  it.each([
    ['a cgo package', panic('compile', 'import "c"')],
    ['an entry in between', panic('subkey 1 "c.cover.cgo1.go"')],
  ])('is unknown where it stops at %s', async (_, text) => {
    const result = await check({ mode: 'verify', cached: { ...GOOD, c: { content: 'c', cgo: true } }, panic: text })
    expect(result).toMatchObject({ findings: [], layer: { outcome: 'unknown', reason: expect.stringContaining('--build-cache fresh') } })
  })

  it('is unknown where go fails otherwise', async () => {
    const { layer } = await check({ mode: 'verify', cached: GOOD, panic: 'no space left on device' })
    expect(layer).toMatchObject({ outcome: 'unknown', reason: expect.stringContaining('no space left') })
  })

  it('is not asked for when a file is not what its name says: go would mend it in passing', async () => {
    const result = await check({ mode: 'verify', cached: { a: { content: 'evil', file: `${HASH}-d` } } })
    expect(names(result)).toEqual(['a'])
    expect(result.evidence).toHaveLength(1)
  })
})

const mounts = (...points: string[]): MemoryTree => ({
  '/proc/self/mountinfo': ['27 1 254:0 / / rw - ext4 /dev/vda rw', ...points].map((line) => `${line}\n`).join(''),
})

describe('where the caches come from', () => {
  const ENV = { GOCACHE: '/root/.cache/go-build', GOMODCACHE: '/go/pkg/mod' }
  const find = async (tree: MemoryTree, env: Record<string, string> = {}): ReturnType<typeof findRestoredCaches> => {
    const host = fakeHost({ files: memoryFiles(tree), env })
    return findRestoredCaches({ ...host, system: { ...host.system, homeDirectory: '/root' } }, ENV)
  }

  it('says nothing of folders of the machine itself', async () => {
    expect(await find(mounts('30 27 0:9 / /root rw - ext4 /dev/vdb rw'))).toEqual({ build: null, buildIsMounted: false, modules: null })
  })

  it('tells a cache mount of a Dockerfile and a mounted GOPATH', async () => {
    const found = await find(
      mounts('31 27 0:9 /cache/1 /root/.cache/go-build rw shared:1 - overlay overlay rw', '32 27 0:9 / /go rw - ext4 /dev/vdc rw'),
    )
    expect(found.build).toContain('(/root/.cache/go-build)')
    expect(found.modules).toContain('(/go)')
  })

  it('reads blanks in mount points, and leaves memory out, which begins empty', async () => {
    const host = fakeHost({
      files: memoryFiles(mounts('31 27 0:9 / /a\\040b rw - ext4 /dev/x rw', '32 27 0:9 / /go rw - tmpfs tmpfs rw')),
    })
    const found = await findRestoredCaches(host, { GOCACHE: '/a b/cache', GOMODCACHE: '/go/pkg/mod' })
    expect(found.build).toContain('(/a b)')
    expect(found.modules).toBeNull()
  })

  it('tells in CI that a cache was filled before', async () => {
    const tree = { '/root/.cache/go-build/0a/0a11-d': 'x', '/go/pkg/mod/cache/download/sumdb/x': 'x' }
    const found = await find(tree, { CI: 'true' })
    expect(found.build).toContain('not empty')
    expect(found.modules).toBeNull()
    expect(await find(tree)).toEqual({ build: null, buildIsMounted: false, modules: null })
  })

  it('is said of the layer that nobody asked to check', () => {
    expect(trustedBuildCache({ build: null, buildIsMounted: false, modules: null }).reason).toBe(
      'trusted as go trusts it; --build-cache verify or fresh checks it',
    )
    expect(trustedBuildCache({ build: 'it was mounted', buildIsMounted: true, modules: null })).toMatchObject({
      outcome: 'not-applicable',
      reason: expect.stringContaining('(it was mounted)'),
    })
  })
})
