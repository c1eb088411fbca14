import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import { runCli } from '../../src/cli/run-cli.js'
import type { Host } from '../../src/host/index.js'
import { probe } from '../../src/operations/index.js'
import { parseProbe, type ProbeDocument } from '../../src/probes/index.js'
import { goTestEnv, makeFolder, testHost } from '../support/project.js'
import { has } from '../unit/binaries/built.js'
import { formsTable, matrixTable, selectionTable, tableOfPage, updatePage } from '../unit/probes/page.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(300_000)

const canIsolate = spawnSync('unshare', ['-r', '-m', '-n', 'true'], { stdio: 'ignore' }).status === 0
const canMeasure = process.platform === 'linux' && canIsolate && has('gcc')

const folder = makeFolder()
const env = goTestEnv(folder)
const host = testHost(folder, env)

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const said = { stdout: '', stderr: '' }
  const sink = (stream: 'stdout' | 'stderr') => ({
    write: (text: string | Uint8Array) => {
      said[stream] += typeof text === 'string' ? text : new TextDecoder().decode(text)
    },
    isTTY: false,
  })
  const code = await runCli(host, ['probe', ...args], { stdout: sink('stdout'), stderr: sink('stderr') }, new AbortController().signal)
  return { code, ...said }
}

/** What is left in the temporary folder. */
function leftovers(): readonly string[] {
  return readdirSync(env['TMPDIR'] ?? '').filter((name) => name.startsWith('goparity-probe-'))
}

let document: ProbeDocument
let progress = ''

/** What came of the names, resolver by resolver. */
function answers(where: string): readonly { readonly answered: boolean; readonly asked: number }[] {
  return document.waits.filter((row) => row.where === where).map(({ answered, asked }) => ({ answered, asked }))
}

;(canMeasure ? describe : describe.skip)('a probe of this machine (needs gcc and unshare -rmn)', () => {
  beforeAll(async () => {
    const ended = await run('--format', 'json', '-o', 'here.json')
    progress = ended.stderr
    document = parseProbe(readFileSync(join(folder, 'here.json'), 'utf8'), 'here.json')
  })

  it('measures everything, and leaves nothing behind', () => {
    expect(document.degraded).toEqual([])
    expect(document.builds.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 6 }, () => 'built'))
    expect(leftovers()).toEqual([])
    expect(progress).toContain('building the programs: cgo+netcgo')
  })

  it('looks names up by libc only in builds that have it, when netcgo or GODEBUG asks for it and nothing forbids it', () => {
    const libc = document.matrix.filter(({ resolver }) => resolver === 'libc').map(({ build, netdns }) => `${build} ${netdns}`)
    expect(document.matrix.length).toBe(18)
    expect(libc).toEqual(['cgo netdns=cgo', 'cgo+netcgo ', 'cgo+netcgo netdns=cgo'])
  })

  it('finds a name by the search list with every build under every GODEBUG', () => {
    for (const { answered, asked } of document.matrix)
      expect({ answered, asked }).toEqual({ answered: true, asked: ['host.a.example', 'host.b.example'] })
  })

  it('leaves a name to libc where Go does not understand what the system is set to, in a build with cgo only', () => {
    const libc = document.selection.filter(({ resolver }) => resolver === 'libc')
    expect(document.selection.length).toBe(16)
    expect(libc.map(({ build, when }) => `${build}: ${when}`)).toEqual([
      'cgo: an option in resolv.conf that Go does not know',
      'cgo: a source in nsswitch.conf that Go does not know',
      'cgo: mdns in nsswitch.conf, a name below .local',
      'cgo: a criterion in nsswitch.conf: dns [!UNAVAIL=return]',
      'cgo: RES_OPTIONS is set',
      'cgo: LOCALDOMAIN is set, to nothing',
    ])
  })

  it('says what each form of GODEBUG comes to: the last one counts, an unknown one does not, any replaces the one in the source', () => {
    expect(document.forms.map(({ inSource, godebug, resolver }) => `${inSource ? 'source, ' : ''}${godebug}: ${resolver}`)).toEqual([
      ': go',
      'netdns=go: go',
      'netdns=cgo: libc',
      'netdns=1: go',
      'netdns=go+1: go',
      'netdns=1+go: go',
      'netdns=cgo+2: libc',
      'netdns=2+cgo: libc',
      'netdns=nonsense: go',
      'netdns=go,netdns=cgo: libc',
      'netdns=cgo,netdns=go: go',
      'http2client=1: go',
      'source, : libc',
      'source, netdns=go: go',
      'source, netdns=cgo: libc',
      'source, netdns=1: go',
      'source, netdns=go+1: go',
      'source, netdns=1+go: go',
      'source, netdns=cgo+2: libc',
      'source, netdns=2+cgo: libc',
      'source, netdns=nonsense: go',
      'source, netdns=go,netdns=cgo: libc',
      'source, netdns=cgo,netdns=go: go',
      'source, http2client=1: libc',
    ])
  })

  it('sees search, ndots and attempts honoured by both resolvers', () => {
    const honoured = document.options.filter(({ option }) => option !== 'timeout')
    expect(honoured.map(({ resolver, option, honoured: is }) => `${resolver} ${option} ${String(is)}`)).toEqual([
      'go search true',
      'go ndots true',
      'go attempts true',
      'libc search true',
      'libc ndots true',
      'libc attempts true',
    ])
  })

  it('asks a dead nameserver twice when nothing is said, and once when a context, a Dialer or an http.Client has a timeout', () => {
    const plain = document.waits.filter(({ where }) => where === 'one nameserver, no options')
    expect(plain.map(({ resolver, way, limitMs, asked }) => `${resolver} ${way} ${String(limitMs)}: ${String(asked)}`).toSorted()).toEqual(
      ['go', 'libc'].flatMap((by) => ['dial', 'http', 'lookup'].flatMap((way) => [`${by} ${way} 2000: 1`, `${by} ${way} null: 2`])),
    )
    expect(plain.filter(({ limitMs, timeout }) => limitMs !== null && !timeout)).toEqual([])
    expect(document.deadlines.map(({ covers }) => covers)).toEqual(Array.from({ length: 6 }, () => true))
  })

  it('goes on to the second nameserver, and sees that nobody listens without waiting', () => {
    expect(answers('two nameservers, the second answers')).toEqual([
      { answered: true, asked: 2 },
      { answered: true, asked: 2 },
    ])
    expect(answers('nobody listens at the nameserver').map(({ answered }) => answered)).toEqual([false, false])
  })

  it('makes Go’s resolver wait for the dead nameserver below every domain of the search list', () => {
    const rows = document.waits.filter(({ where, resolver }) => where.includes('search of') && resolver === 'go')
    expect(rows.map(({ where, asked }) => [/search of \w+/.exec(where)?.[0], asked])).toEqual([
      ['search of two', 3],
      ['search of five', 6],
    ])
  })

  it('finds a user without an entry in /etc/passwd by $USER, without cgo only', () => {
    const strangers = document.users.filter(({ where }) => where !== 'this machine')
    expect(strangers.map(({ build, name, error }) => [build, name, error.replace(/\d+$/, 'N')])).toEqual([
      ['nocgo', 'probe', ''],
      ['nocgo', null, 'user: Current requires cgo or $USER set in environment'],
      ['cgo', null, 'user: unknown userid N'],
      ['cgo', null, 'user: unknown userid N'],
    ])
  })

  it('reads a clock that does not go backwards, and keeps a locked goroutine on its thread', () => {
    expect(document.clocks.map(({ build, locked }) => [build, locked])).toEqual([
      ['nocgo', false],
      ['nocgo', true],
      ['cgo', false],
      ['cgo', true],
    ])
    for (const { medianNs, resolutionNs, backwards, locked, moved } of document.clocks) {
      expect(medianNs).toBeGreaterThan(0)
      expect(resolutionNs).toBeGreaterThan(0)
      expect(backwards).toBe(0)
      expect(locked ? moved : 0).toBe(0)
    }
  })

  // After a change: GOPARITY_UPDATE_GOLDEN=1 writes the tables anew, for review in the diff.
  it.each([
    ['matrix', matrixTable],
    ['forms', formsTable],
    ['selection', selectionTable],
  ])('gives the table %j of docs/resolver.md', (name, render) => {
    updatePage(name, render(document))
    expect(tableOfPage(name)).toBe(render(document))
  })

  it('needs no build with both tags: package net refuses them', async () => {
    const tags = ['build', '-tags', 'netgo,netcgo', '-o', '/dev/null', 'net']
    const { exitCode, stderr } = await host.processes.run('go', tags, { cwd: folder, env })
    expect([exitCode, stderr.text]).toEqual([1, expect.stringContaining('Do not use both netgo and netcgo build tags.')])
  })

  it('says which libc the C of a build is linked with', () => {
    const [without, own] = document.libc
    const glibc = /^glibc (\S+)/.exec(spawnSync('getconf', ['GNU_LIBC_VERSION'], { encoding: 'utf8' }).stdout)?.[1]
    expect(without).toEqual({ build: 'nocgo', kind: 'none', version: '', loaded: [] })
    expect(own?.version).toBe(glibc)
  })

  it('is the same as itself, and differs from a machine that is set to something else', async () => {
    const other = { ...document, here: { ...document.here, clockSource: 'a sundial' } }
    writeFileSync(join(folder, 'other.json'), JSON.stringify(other))
    const same = await run('here.json', 'here.json')
    expect([same.code, same.stdout.split('\n')[0]]).toEqual([0, expect.stringMatching(/^0 of 2\d\d facts differ between 2 machines$/)])
    const differs = await run('here.json', 'other.json', '--format', 'json')
    expect(differs.code).toBe(3)
    expect(JSON.parse(differs.stdout)).toMatchObject({
      schema: 'goparity/probe-comparison/1',
      differences: [{ id: 'clock: source', values: [document.here.clockSource, 'a sundial'] }],
    })
  })
})

/** The same machine, where no namespace may be made. */
const confined: Host = {
  ...host,
  processes: {
    ...host.processes,
    run: async (command, args, options) =>
      command === 'unshare'
        ? await host.processes.run('sh', ['-c', 'echo "unshare: unshare failed: Operation not permitted" >&2; exit 1'], options)
        : await host.processes.run(command, args, options),
  },
}

describe('a probe of a machine that allows less', () => {
  const session = { progress: () => undefined }

  it('says what is not measured without a namespace and without a C compiler, and measures the rest', async () => {
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    symlinkSync(spawnSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).stdout.trim() + '/bin/go', join(bin, 'go'))
    const bare: Host = { ...confined, env: { ...env, PATH: `${bin}:/bin`, CC: 'goparity-cc', GODEBUG: 'netdns=cgo' } }
    const { builds, degraded, here, matrix, waits, clocks, users } = await probe(
      { host: bare, ...session },
      { directory: folder, version: '1' },
    )
    expect(builds.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)).toEqual(['cgo', 'cgo+netcgo'])
    expect(degraded.map(({ what }) => what)).toEqual([
      'everything with cgo',
      'everything with cgo+netcgo',
      'dead nameservers, search and options of resolv.conf, netdns forms and os/user without an entry',
    ])
    expect(degraded[0]?.why).toMatch(/^cgo: C compiler "goparity-cc" not found/)
    expect(degraded[2]?.why).toMatch(/\(unshare -rmn\): .*Operation not permitted$/)
    expect([matrix, waits]).toEqual([[], []])
    expect(here.netdns).toBe('cgo')
    expect(here.resolvers.map(({ build, resolver }) => `${build} ${resolver}`)).toEqual([
      'nocgo go',
      'nocgo+netgo go',
      'nocgo+netcgo go',
      'cgo+netgo go',
    ])
    expect([clocks.length, users.length]).toEqual([2, 1])
    expect(leftovers()).toEqual([])
  })

  it('measures programs for itself whatever GOOS, GOFLAGS and GO111MODULE say', async () => {
    const odd = { GOOS: 'windows', GOARCH: 'arm64', GOFLAGS: '-mod=vendor -tags=netgo,other', GO111MODULE: 'off', CGO_ENABLED: '0' }
    const { builds, go, here } = await probe(
      { host: { ...confined, env: { ...env, ...odd } }, ...session },
      { directory: folder, version: '1' },
    )
    expect(builds[0]).toEqual({ name: 'nocgo', outcome: 'built', reason: null })
    expect([go.cgoDefault, here.tags]).toEqual([false, ['netgo']])
  })

  it('stops when it is cancelled, and leaves nothing behind', async () => {
    const stop = new AbortController()
    const cancelling = {
      host,
      signal: stop.signal,
      progress: (event: { readonly kind: string }) => {
        if ('text' in event && event.text === 'building the programs: nocgo+netgo') stop.abort('SIGINT')
      },
    }
    await expect(probe(cancelling, { directory: folder, version: '1' })).rejects.toMatchObject({ code: 'cancelled' })
    expect(leftovers()).toEqual([])
  })
})

describe('a probe that cannot be made', () => {
  it('says why its programs cannot be built', async () => {
    const broken: Host = { ...host, env: { ...env, GOCACHE: 'off' } }
    const made = probe({ host: broken, progress: () => undefined }, { directory: folder, version: '1' })
    await expect(made).rejects.toMatchObject({ code: 'go-unreadable', message: expect.stringContaining('GOCACHE') })
    expect(leftovers()).toEqual([])
  })

  it.each([
    [['one.json'], 'error: one result alone cannot be compared\n'],
    [['gone.json', 'gone.json'], 'error: there is no gone.json\n'],
    [['--format', 'xml'], 'Allowed: text, json.'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await run(...args)
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })
})
