import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import pLimit from 'p-limit'
import type { Host } from '../../src/host/index.js'
import { probe } from '../../src/operations/index.js'
import { compareProbes, type ProbeDocument } from '../../src/probes/index.js'
import { RELEASES } from '../docs/claims/claim.js'
import { makeFolder, testHost } from '../support/project.js'
import { has } from '../unit/binaries/built.js'
import { tableOfPage, updatePage, waitsTable } from '../unit/probes/page.js'
import { realModulesEnv } from './plain-go.js'

const canIsolate = spawnSync('unshare', ['-r', '-m', '-n', 'true'], { stdio: 'ignore' }).status === 0
const canMeasure = process.platform === 'linux' && canIsolate && has('gcc')

const scratch = makeFolder()
const env = realModulesEnv(scratch)

async function measure(more: Readonly<Record<string, string>> = {}, withWaits = false, host?: Host): Promise<ProbeDocument> {
  const folder = makeFolder()
  const machine = host ?? testHost(folder, { ...env, GOFLAGS: '', ...more })
  return await probe({ host: machine, progress: () => undefined }, { directory: folder, version: '0.0.0-test', slow: withWaits })
}

/** PATH with the go command of a release, fetched as a toolchain through the machine's own proxy. */
function pathOf(release: string): string {
  const root = execFileSync('go', ['env', 'GOROOT'], { cwd: scratch, env: { ...env, GOTOOLCHAIN: `go${release}` }, encoding: 'utf8' })
  return `${join(root.trim(), 'bin')}:${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin`
}

let slow: Promise<readonly [glibc: ProbeDocument, musl: ProbeDocument | null]> | undefined

/** The slow measurements: minutes of waiting for nameservers that do not answer, in network namespaces of their own, so both at once. */
async function measureSlow(): Promise<readonly [glibc: ProbeDocument, musl: ProbeDocument | null]> {
  slow ??= Promise.all([measure({}, true), has('musl-gcc') ? measure({ CC: 'musl-gcc' }, true) : null])
  return slow
}

async function expectMusl(): Promise<void> {
  const [glibc, musl] = await measureSlow()
  if (musl === null) throw new Error('nothing was measured with musl')
  expect(musl.degraded).toEqual([])
  expect(musl.libc.find(({ build }) => build === 'cgo')?.kind).toBe('other')
  const probes = [glibc, musl].map((made, at) => ({ name: String(at), probe: made }))
  const ids = compareProbes(probes, '0.0.0-test').differences.map(({ id }) => id)
  expect(ids).toContain('libc of cgo')
  // Go's own resolver does not care which libc a program is linked with.
  expect(ids.filter((id) => / by go\b/.test(id))).toEqual([])
  expect(ids).toContain('dead nameserver, one nameserver, no options: lookup by libc: time')
  const waits = waitsTable(glibc, musl)
  updatePage('waits', waits)
  expect(tableOfPage('waits')).toBe(waits)
}

async function expectNothingSent(): Promise<void> {
  const traces = makeFolder()
  const machine = testHost(makeFolder(), { ...env, GOFLAGS: '' })
  let count = 0
  const traced: Host = {
    ...machine,
    processes: {
      ...machine.processes,
      run: async (command, args, options) =>
        await machine.processes.run(
          'strace',
          ['-f', '-qq', '-e', 'trace=connect,sendto,sendmsg,sendmmsg', '-o', join(traces, String((count += 1))), command, ...args],
          options,
        ),
    },
  }
  const { degraded } = await measure({}, false, traced)
  expect(degraded).toEqual([])
  const calls = readdirSync(traces).flatMap((name) => readFileSync(join(traces, name), 'utf8').split('\n'))
  const addresses = calls.flatMap((line) =>
    [...line.matchAll(/inet_(?:addr|pton)\((?:AF_INET6, )?"([^"]+)"/g)].map(([, address]) => address),
  )
  expect(addresses.length).toBeGreaterThan(100)
  expect([...new Set(addresses)].filter((address) => !/^(?:127\.|::1$|::ffff:127\.)/.test(address ?? ''))).toEqual([])
}

;(canMeasure ? describe : describe.skip)('a probe (needs gcc and unshare -rmn)', () => {
  it('measures the same with every Go release, but for //go:debug, which is newer than Go 1.20', async () => {
    // Most of a probe is waiting.
    const atOnce = pLimit(3)
    const probes = await Promise.all(
      RELEASES.map(async (release) => atOnce(async () => ({ name: release, probe: await measure({ PATH: pathOf(release) }) }))),
    )
    for (const { name, probe: made } of probes) expect([made.go.version, made.degraded]).toEqual([`go${name}`, []])
    const { differences } = compareProbes(probes, '0.0.0-test')
    expect(differences.map(({ id }) => id)).toEqual([
      'go: version',
      'GODEBUG= and //go:debug netdns=cgo',
      'GODEBUG=http2client=1 and //go:debug netdns=cgo',
    ])
    expect(differences.slice(1).map(({ values }) => values)).toEqual(
      [1, 2].map(() => RELEASES.map((release) => (release === '1.20.14' ? 'go' : 'libc'))),
    )
  })

  it('sees timeout honoured, and http.DefaultTransport give up after the 30 s that it allows for a dial', async () => {
    const [{ options, deadlines, waits }] = await measureSlow()
    expect(options.filter(({ honoured }) => !honoured)).toEqual([])
    expect(options.filter(({ option }) => option === 'timeout').length).toBe(2)
    expect(deadlines.filter(({ covers }) => !covers)).toEqual([])
    const given = waits.filter(({ where }) => where === 'options timeout:20 attempts:3')
    expect(given.map(({ resolver, asked, timeout }) => ({ resolver, asked, timeout }))).toEqual([
      { resolver: 'go', asked: 2, timeout: true },
      { resolver: 'libc', asked: 2, timeout: true },
    ])
  })

  ;(has('musl-gcc') ? it : it.skip)('tells musl from glibc by what they do, as docs/resolver.md says (needs musl-gcc)', expectMusl)

  ;(has('strace') ? it : it.skip)('sends nothing to an address beyond this machine (needs strace)', expectNothingSent)
})
