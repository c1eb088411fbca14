import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import { startModuleServer, type DatabaseState, type ModuleServer, type ServedModule, type ServerFault } from '../support/module-server.js'
import { goSumOf, goTestEnv, makeFolder, writeTree } from '../support/project.js'

jest.setTimeout(120_000)

const A: ServedModule = { path: 'example.com/Upper/a.git', version: 'v1.0.0', files: { 'a.go': 'package a\n\nconst Says = "first"\n' } }
const B: ServedModule = { path: 'example.com/b', version: 'v1.2.0', files: { 'b.go': 'package b\n', 'vendor/x/x.go': 'package x\n' } }
const SECRET: ServedModule = { path: 'example.com/secret', version: 'v0.1.0', files: { 's.go': 'package s\n' }, unlisted: true }
const EVIL = { 'a.go': 'package a\n\nconst Says = "evil"\n' }

interface Went {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A machine that knows nothing yet: go with an own module cache and GOPATH, checks on. */
function newMachine(server: ModuleServer, env: Readonly<Record<string, string>> = {}): (...args: readonly string[]) => Promise<Went> {
  const folder = makeFolder()
  const app = join(folder, 'app')
  writeTree(app, { 'go.mod': 'module app\n\ngo 1.21\n' })
  const all = goTestEnv(folder, { GOPROXY: server.proxy, GOSUMDB: server.sumdb, GONOSUMDB: 'none', GOFLAGS: '-modcacherw', ...env })
  return async (...args) => {
    const child = spawn('go', args, { cwd: app, env: all, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()))
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
    const [code]: unknown[] = await once(child, 'close')
    return { code: typeof code === 'number' ? code : null, stdout, stderr }
  }
}

const download = async (server: ModuleServer, env: Readonly<Record<string, string>> = {}): Promise<Went> =>
  newMachine(server, env)('mod', 'download', '-json', `${A.path}@${A.version}`)

const pathsOf = async (server: ModuleServer): Promise<readonly string[]> =>
  (await server.requests()).map(({ method, path }) => `${method} ${path}`)

const LOOKUP = /\/lookup\/example\.com\/!upper\/a\.git@v1\.0\.0$/

describe('an honest module server', () => {
  it('serves a download that go checks with the database, at its own address or through the proxy', async () => {
    const server = await startModuleServer({ modules: [A, B] })
    const direct = await download(server)
    expect(direct).toMatchObject({ code: 0, stdout: expect.stringContaining(goSumOf([A]).split(/\s/)[2] ?? '?') })
    expect(await pathsOf(server)).toContain(`GET /sumdb/sums.example.org/lookup/example.com/!upper/a.git@v1.0.0`)
    await server.clear()
    expect(await download(server, { GOSUMDB: server.sumdbByProxy })).toMatchObject({ code: 0 })
    const asked = await pathsOf(server)
    expect(asked).toContain('GET /proxy/sumdb/sums.example.org/supported')
    expect(asked).toContain('GET /proxy/sumdb/sums.example.org/lookup/example.com/!upper/a.git@v1.0.0')
    expect(asked.filter((path) => path.startsWith('GET /sumdb/'))).toStrictEqual([])
  })

  it('knows the sums that go writes into go.sum', async () => {
    const server = await startModuleServer({ modules: [A, B] })
    const folder = makeFolder()
    writeTree(folder, {
      'go.mod': `module app\n\ngo 1.21\n\nrequire ${A.path} v1.0.0\n\nrequire ${B.path} v1.2.0\n`,
      'app.go': `package app\n\nimport (\n\t_ "${A.path}"\n\t_ "${B.path}"\n)\n`,
    })
    const go = newMachine(server)
    expect(await go('-C', folder, 'mod', 'tidy')).toMatchObject({ code: 0 })
    const sums = await Promise.all([A, B].map(async ({ path, version }) => server.sums(path, version)))
    expect(sums.map(({ database }) => database)).toStrictEqual(sums.map(({ proxy }) => proxy))
    expect(readFileSync(join(folder, 'go.sum'), 'utf8')).toBe(sums.map(({ database }) => database).join(''))
  })

  it('lists versions and finds the latest; what is published later is in the database too', async () => {
    const server = await startModuleServer({ modules: [A] })
    const go = newMachine(server)
    expect(await go('list', '-m', '-versions', A.path)).toMatchObject({ stdout: `${A.path} v1.0.0\n` })
    await server.publish({ ...A, version: 'v1.10.0' })
    await server.publish({ ...A, version: 'v1.9.0' })
    expect(await go('list', '-m', '-versions', A.path)).toMatchObject({ stdout: `${A.path} v1.0.0 v1.9.0 v1.10.0\n` })
    expect(await go('mod', 'download', '-json', `${A.path}@latest`)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"Version": "v1.10.0"'),
    })
  })

  it('says 404 for what it does not know, and the database does for what is not listed', async () => {
    const server = await startModuleServer({ modules: [SECRET] })
    const go = newMachine(server)
    const unknown = await go('mod', 'download', 'example.com/none@v1.0.0')
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining('/@v/v1.0.0.info: 404 Not Found') })
    const unlisted = await go('mod', 'download', `${SECRET.path}@${SECRET.version}`)
    expect(unlisted).toMatchObject({ code: 1, stderr: expect.stringContaining('/lookup/example.com/secret@v0.1.0: 404 Not Found') })
    await server.clear()
    const own = newMachine(server, { GONOSUMDB: 'example.com/secret' })
    expect(await own('mod', 'download', `${SECRET.path}@${SECRET.version}`)).toMatchObject({ code: 0 })
    expect((await pathsOf(server)).filter((path) => path.includes('sumdb'))).toStrictEqual([])
  })

  it('keeps its database consistent over many tiles', async () => {
    const modules = Array.from({ length: 600 }, (_, at) => ({ ...B, path: `example.com/many/m${String(at)}` }))
    const server = await startModuleServer({ modules })
    const go = newMachine(server)
    const names = [0, 255, 256, 599].map((at) => `example.com/many/m${String(at)}@v1.2.0`)
    expect(await go('mod', 'download', ...names)).toStrictEqual({ code: 0, stdout: '', stderr: '' })
    await server.publish(A)
    expect(await go('mod', 'download', `${A.path}@${A.version}`)).toMatchObject({ code: 0 })
  })

  it('gives a repository that GOPROXY=direct finds offline, with the same sums', async () => {
    const server = await startModuleServer({ modules: [A] })
    const home = makeFolder()
    writeTree(home, { '.gitconfig': server.repository(A.path) })
    const direct = await download(server, { GOPROXY: 'direct', HOME: home })
    expect(direct).toMatchObject({ code: 0, stderr: '' })
    expect(direct.stdout).toContain('"VCS": "git"')
  })
})

describe('a module server that lies', () => {
  it('has a poisoned zip refused by the database, with the wording of go', async () => {
    const server = await startModuleServer({ modules: [A] })
    await server.poison(A.path, A.version, EVIL)
    const { database, proxy } = await server.sums(A.path, A.version)
    const went = await download(server)
    expect(went.code).toBe(1)
    expect(went.stdout).toContain('checksum mismatch')
    expect(went.stdout).toContain('SECURITY ERROR\\nThis download does NOT match the one reported by the checksum server.')
    expect(went.stdout).toContain(`downloaded: ${proxy.split(/\s/)[2] ?? '?'}`)
    expect(went.stdout).toContain(`sums.example.org: ${database.split(/\s/)[2] ?? '?'}`)
    await server.reset()
    expect(await download(server)).toMatchObject({ code: 0 })
  })

  it('has a poisoned zip refused by go.sum, and let in without any check', async () => {
    const server = await startModuleServer({ modules: [A] })
    const { database } = await server.sums(A.path, A.version)
    await server.poison(A.path, A.version, EVIL)
    const off = newMachine(server, { GOSUMDB: 'off' })
    expect(await off('mod', 'download', `${A.path}@${A.version}`)).toMatchObject({ code: 0 })
    const folder = makeFolder()
    writeTree(folder, { 'go.mod': `module app\n\ngo 1.21\n\nrequire ${A.path} ${A.version}\n`, 'go.sum': database })
    const held = await newMachine(server)('-C', folder, 'mod', 'download')
    expect(held.code).toBe(1)
    expect(held.stderr).toContain('SECURITY ERROR\nThis download does NOT match an earlier download recorded in go.sum.')
  })

  it('has a poisoned .mod file refused, be the zip honest or not', async () => {
    const server = await startModuleServer({ modules: [A] })
    const text = `module ${A.path}\n\ngo 1.20\n`
    await server.poisonGoMod(A.path, A.version, text)
    const alone = await download(server)
    expect(alone).toMatchObject({ code: 1, stdout: expect.stringContaining('verifying go.mod: checksum mismatch') })
    await server.poison(A.path, A.version, { 'go.mod': text, 'a.go': null, 'other.go': 'package a\n' })
    const both = await download(server)
    expect(both).toMatchObject({ code: 1, stdout: expect.stringContaining('verifying go.mod: checksum mismatch') })
  })

  it('has a moved tag refused, which proxy and repository agree on', async () => {
    const server = await startModuleServer({ modules: [A] })
    const home = makeFolder()
    writeTree(home, { '.gitconfig': server.repository(A.path) })
    await server.retag(A.path, A.version, EVIL)
    const { database, proxy } = await server.sums(A.path, A.version)
    expect(proxy).not.toBe(database)
    const moved = proxy.split(/\s/)[2] ?? '?'
    const ways = await Promise.all(['direct', server.proxy].map(async (way) => download(server, { GOPROXY: way, HOME: home })))
    expect(
      ways.map(({ code, stdout }) => [code, stdout.includes('SECURITY ERROR'), stdout.includes(`downloaded: ${moved}`)]),
    ).toStrictEqual([
      [1, true, true],
      [1, true, true],
    ])
    await server.reset()
    expect((await server.sums(A.path, A.version)).proxy).toBe(proxy)
  })
})

describe('a database that lies', () => {
  interface Lie {
    readonly state: DatabaseState
    readonly says: string
  }
  const lies: readonly Lie[] = [
    { state: { kind: 'wrong-record', path: A.path, version: A.version }, says: 'cannot authenticate record data in server response' },
    { state: { kind: 'invalid-signature' }, says: 'invalid signature for key sums.example.org' },
    { state: { kind: 'rolled-back', size: 1 }, says: 'cannot validate record 1 in tree of size 1' },
    { state: { kind: 'unavailable', status: 503 }, says: '503 Service Unavailable' },
    { state: { kind: 'unavailable', status: 410 }, says: '410 Gone' },
  ]

  it.each(lies)('is not believed on a fresh machine: $state', async ({ state, says }) => {
    const server = await startModuleServer({ modules: [B, A] })
    await server.poison(A.path, A.version, EVIL)
    await server.database(state)
    const went = await download(server)
    expect(went).toMatchObject({ code: 1, stdout: expect.stringContaining(says) })
    expect(went.stdout).not.toContain('SECURITY ERROR')
    await server.reset()
    expect(await download(server)).toMatchObject({ code: 0 })
  })

  it('with a forked tree is believed by a machine that is new to it, and found out by one that is not', async () => {
    const server = await startModuleServer({ modules: [A, B] })
    const old = newMachine(server)
    expect(await old('mod', 'download', `${B.path}@${B.version}`)).toMatchObject({ code: 0 })
    await server.poison(A.path, A.version, EVIL)
    await server.database({ kind: 'forked' })
    expect(await download(server)).toMatchObject({ code: 0 })
    const went = await old('mod', 'download', `${A.path}@${A.version}`)
    expect(went.code).toBe(1)
    expect(went.stderr).toContain('SECURITY ERROR\ngo.sum database server misbehavior detected!')
  })

  it('with an older head of its own tree is believed for what that tree holds, also by a machine that knows more', async () => {
    const server = await startModuleServer({ modules: [B, A] })
    const old = newMachine(server)
    expect(await old('mod', 'download', `${A.path}@${A.version}`)).toMatchObject({ code: 0 })
    await server.database({ kind: 'rolled-back', size: 1 })
    expect(await old('mod', 'download', `${B.path}@${B.version}`)).toMatchObject({ code: 0 })
  })

  it('refuses an order that would change nothing', async () => {
    const server = await startModuleServer({ modules: [A] })
    await expect(server.database({ kind: 'wrong-record', path: A.path, version: A.version })).rejects.toThrow('poison it first')
    await expect(server.database({ kind: 'rolled-back', size: 1 })).rejects.toThrow('the tree has 1 records')
  })
})

interface Case {
  readonly fault: ServerFault
  /** What go says of the zip, and of the lookup. */
  readonly zip: string
  readonly lookup: string
}
const status = (code: number, name: string): Case => ({
  fault: { kind: 'status', status: code, body: 'told by the test\n' },
  zip: `.zip: ${String(code)} ${name}`,
  lookup: `@v1.0.0: ${String(code)} ${name}`,
})

describe('a module server with faults', () => {
  const cases: readonly Case[] = [
    status(403, 'Forbidden'),
    status(404, 'Not Found'),
    status(410, 'Gone'),
    status(500, 'Internal Server Error'),
    status(503, 'Service Unavailable'),
    { fault: { kind: 'close' }, zip: 'EOF', lookup: 'EOF' },
    { fault: { kind: 'truncated' }, zip: 'zip: not a valid zip file', lookup: 'malformed note' },
    { fault: { kind: 'wrong-length' }, zip: 'unexpected EOF', lookup: 'unexpected EOF' },
  ]

  it.each(cases)('makes go fail, never go on unchecked: $fault.kind $fault.status', async ({ fault, zip, lookup }) => {
    const server = await startModuleServer({ modules: [A] })
    await server.fault(/\.zip$/, fault)
    expect(await download(server)).toMatchObject({ code: 1, stdout: expect.stringContaining(zip) })
    await server.reset()
    await server.fault(LOOKUP, fault)
    expect(await download(server)).toMatchObject({ code: 1, stdout: expect.stringContaining(lookup) })
    await server.reset()
    expect(await download(server)).toMatchObject({ code: 0 })
  })

  it('lets go wait until it is told, and then ends the connection', async () => {
    const server = await startModuleServer({ modules: [A] })
    await server.fault(LOOKUP, { kind: 'hang' })
    const went = download(server)
    // Only a request that came can be let go, and go may ask again when its connection ends.
    const done = went.then(() => true)
    const asked = async (): Promise<number> => (await pathsOf(server)).filter((path) => LOOKUP.test(path)).length
    let ended = false
    while (!ended) {
      if ((await asked()) > 0) await server.release()
      ended = await Promise.race([done, new Promise<boolean>((resolve) => setImmediate(resolve, false))])
    }
    expect(await asked()).toBeGreaterThan(0)
    expect(await went).toMatchObject({ code: 1, stdout: expect.stringContaining('EOF') })
  })

  it('refuses a fault, a module or an order that it does not know', async () => {
    const server = await startModuleServer({ modules: [A] })
    await expect(server.fault(/x/, { kind: 'status', status: 9 })).rejects.toThrow('no such status: 9')
    await expect(server.publish({ ...A, version: 'v2.0.0' })).rejects.toThrow('invalid version')
    await expect(server.poison(B.path, B.version, {})).rejects.toThrow('is not published')
    expect(() => server.repository(B.path)).toThrow('is not published')
    await server.publish(B)
    expect(() => server.repository(B.path)).toThrow('go would ask the host of example.com/b')
  })

  it('is gone after stop', async () => {
    const server = await startModuleServer({ modules: [A] })
    expect((await fetch(`${server.proxy}/example.com/!upper/a.git/@v/list`)).status).toBe(200)
    await server.stop()
    await expect(fetch(`${server.proxy}/example.com/!upper/a.git/@v/list`)).rejects.toThrow('fetch failed')
  })
})
