import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { checkWith, sync, type SyncDocument, type SyncOptions } from '../../src/operations/index.js'
import type { Report } from '../../src/report/index.js'
import { openEngine, openSshServer, type Engine, type SshServer } from '../support/places.js'
import { goTestEnv, makeFolder, testHost, writeTree } from '../support/project.js'

jest.setTimeout(120_000)

const MOD = 'module example.com/app\n\ngo 1.21\n'
const GOROOT = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()
const WITH_GO = ['-v', `${GOROOT}:/usr/local/go:ro`]

let folder: string
let repo: string
let env: Record<string, string | undefined>

function git(...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], { cwd: repo, env, stdio: 'ignore' })
}

function stage(files: Readonly<Record<string, string>>): void {
  writeTree(repo, files)
  git('add', '-A')
}

async function run(
  place: string,
  more: Partial<SyncOptions> = {},
  variables: Readonly<Record<string, string>> = {},
): Promise<SyncDocument> {
  const { document } = await sync(
    { host: testHost(repo, { ...env, ...variables }), progress: () => undefined },
    {
      directory: repo,
      place,
      source: { from: 'index' },
      policy: 'block',
      force: false,
      deadlineMs: 5000,
      downloadMs: 60_000,
      engine: ['docker'],
      version: '0.0.0-test',
      ...more,
    },
  )
  return document
}

/** This machine held against a place. */
async function compareWith(place: string): Promise<Report> {
  const session = { host: testHost(repo, env), progress: () => undefined }
  const { report } = await checkWith(session, { directory: repo, config: {}, version: '0.0.0-test', job: {}, place, engine: ['docker'] })
  return report
}

beforeEach(() => {
  folder = makeFolder()
  repo = join(folder, 'repo')
  mkdirSync(repo)
  env = goTestEnv(folder)
  git('init', '-q', '-b', 'main')
  stage({ 'go.mod': MOD, 'go.sum': '' })
})

describe('a container', () => {
  let engine: Engine
  let count = 0

  beforeAll(async () => {
    engine = await openEngine(makeFolder())
  })
  afterAll(() => {
    engine.close()
  })
  beforeEach(() => {
    env['DOCKER_HOST'] = engine.dockerHost
  })

  function start(...flags: readonly string[]): string {
    count += 1
    const name = `goparity-place-${String(count)}`
    engine.start(name, ...flags)
    return name
  }

  const inside = (name: string, ...command: readonly string[]): string => engine.docker('exec', name, ...command)

  it('gets the files, and go verifies their modules there', async () => {
    const name = start(...WITH_GO)
    const { state, message, go } = await run(`docker:${name}`)
    expect([state, message]).toStrictEqual(['written', '2 files written, modules verified'])
    expect(go).toMatch(/^go version go1\.\d+/)
    expect(inside(name, 'cat', '/work/go.mod')).toBe(MOD.trim())
    expect(inside(name, 'ls', '-A', '/work')).toBe('go.mod\ngo.sum')
  })

  it('is found by exactly its name, or as a service of compose, never by a part of a name', async () => {
    const name = start('--label', 'com.docker.compose.service=builder')
    await expect(run(`docker:${name.slice(0, -1)}`, { downloadMs: 0, deadlineMs: 500 })).resolves.toMatchObject({ state: 'down' })
    const id = engine.docker('container', 'inspect', '--format', '{{.Id}}', name)
    await expect(run(`docker:${id.slice(0, 12)}`, { downloadMs: 0, deadlineMs: 500 })).resolves.toMatchObject({ state: 'down' })
    await expect(run('docker:build', { downloadMs: 0, deadlineMs: 500 })).resolves.toMatchObject({ state: 'down' })
    await expect(run('docker:builder', { downloadMs: 0 })).resolves.toMatchObject({ state: 'written' })
    const other = start('--label', 'com.docker.compose.service=builder')
    await expect(run('docker:builder', { downloadMs: 0 })).resolves.toMatchObject({
      state: 'refused',
      message: expect.stringContaining(other),
    })
  })

  it('of an editor is found by its label, with the folder and the user of devcontainer.json', async () => {
    stage({ '.devcontainer/devcontainer.json': '{\n  // where it lies\n  "workspaceFolder": "/work/app",\n  "remoteUser": "root",\n}\n' })
    const name = start('--label', `devcontainer.local_folder=${repo}`, ...WITH_GO)
    inside(name, 'mkdir', '/work/app')
    expect(await run('devcontainer')).toMatchObject({ state: 'written' })
    expect(inside(name, 'ls', '/work/app')).toBe('go.mod\ngo.sum')
  })

  it('that has the working tree mounted is never written, staged or not', async () => {
    writeFileSync(join(repo, 'go.mod'), `${MOD}// not staged\n`)
    const name = start('-v', `${repo}:/work`, ...WITH_GO)
    expect(await run(`docker:${name}`, { force: true })).toMatchObject({
      state: 'shared',
      message: expect.stringContaining('modules verified'),
    })
    expect(readFileSync(join(repo, 'go.mod'), 'utf8')).toBe(`${MOD}// not staged\n`)
    expect(execFileSync('git', ['status', '--porcelain'], { cwd: repo, env, encoding: 'utf8' })).toBe('AM go.mod\nA  go.sum\n')
  })

  it('that has one module of the working tree mounted is not written at all', async () => {
    stage({ 'sub/go.mod': MOD })
    const name = start('-v', `${join(repo, 'sub')}:/work/sub`)
    expect(await run(`docker:${name}`, { downloadMs: 0 })).toMatchObject({ state: 'shared' })
    expect(inside(name, 'ls', '-A', '/work')).toBe('sub')
  })

  it('is not written at its root, nor right in its GOPATH', async () => {
    const name = start(...WITH_GO, '--env', 'GOPATH=/go')
    inside(name, 'mkdir', '/go')
    for (const directory of ['/', '/go'])
      expect(await run(`docker:${name}:${directory}`, { force: true })).toMatchObject({
        state: 'refused',
        wayOut: 'name the directory that holds the repository: docker:NAME:/DIR',
      })
    expect(inside(name, 'ls', '-A', '/go')).toBe('')
  })

  it('that is stopped, paused, restarting or gone is down, and says how to bring it back', async () => {
    const name = start(...WITH_GO)
    engine.docker('pause', name)
    expect(await run(`docker:${name}`, { policy: 'queue', deadlineMs: 1000 })).toMatchObject({
      state: 'down',
      isQueued: true,
      message: `the container ${name} is paused`,
    })
    engine.docker('unpause', name)
    expect(await run(`docker:${name}`, { source: { from: 'pending' } })).toMatchObject({ state: 'written' })
    engine.docker('stop', '-t', '0', name)
    expect(await run(`docker:${name}`)).toMatchObject({ state: 'down', wayOut: `docker start ${name}` })
    engine.docker('start', name)
    expect(await run(`docker:${name}`)).toMatchObject({ state: 'same' })
    engine.docker('rm', '-f', name)
    expect(await run(`docker:${name}`)).toMatchObject({ state: 'down', message: `there is no container ${name}` })
  })

  it('with a full disk keeps what it had', async () => {
    const name = start('--tmpfs', '/work:size=64k')
    await run(`docker:${name}`, { downloadMs: 0 })
    stage({ 'go.sum': `${'x'.repeat(99)}\n`.repeat(2000) })
    const { state, message } = await run(`docker:${name}`, { downloadMs: 0 })
    expect([state, message]).toStrictEqual(['refused', expect.stringMatching(/cannot be written there.*nothing was changed/)])
    expect(inside(name, 'cat', '/work/go.mod')).toBe(MOD.trim())
    expect(inside(name, 'ls', '-A', '/work')).toBe('go.mod\ngo.sum')
    stage({ 'go.sum': 'small\n' })
    expect(await run(`docker:${name}`, { downloadMs: 0 })).toMatchObject({ state: 'written' })
  })

  it('that cannot be written says so: read-only, or another user', async () => {
    const there = join(folder, 'there')
    mkdirSync(there)
    const readOnly = start('-v', `${there}:/work:ro`)
    expect(await run(`docker:${readOnly}`, { downloadMs: 0 })).toMatchObject({
      state: 'refused',
      message: expect.stringContaining('Read-only file system'),
    })
    const other = start('--user', '1000')
    expect(await run(`docker:${other}`, { downloadMs: 0 })).toMatchObject({ state: 'refused', message: '/work cannot be written there' })
  })

  it('without the directory is not given one', async () => {
    const name = start()
    expect(await run(`docker:${name}:/nowhere`, { downloadMs: 0 })).toMatchObject({
      state: 'refused',
      message: 'the directory is not there',
    })
  })

  it('without go has the files, and nobody has verified them', async () => {
    const name = start()
    expect(await run(`docker:${name}`)).toMatchObject({ state: 'unverified', go: null, message: expect.stringContaining('there is no go') })
    expect(inside(name, 'cat', '/work/go.mod')).toBe(MOD.trim())
  })

  it('with an older go says why it cannot verify', async () => {
    const settings = { ...process.env, GOTOOLCHAIN: 'go1.21.13', GOFLAGS: '' }
    const old = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8', env: settings }).trim()
    stage({ 'go.mod': 'module example.com/app\n\ngo 1.26.0\n' })
    const name = start('-v', `${old}:/usr/local/go:ro`, '-e', 'GOTOOLCHAIN=local')
    const { state, incidents } = await run(`docker:${name}`)
    expect(state).toBe('unverified')
    expect(incidents.map(({ rule }) => rule)).toStrictEqual(['toolchain/too-old'])
  })

  it('is compared with this machine: the setting that differs is named, the build list is the same', async () => {
    const name = start(...WITH_GO, '-e', 'GOFLAGS=-mod=mod')
    await run(`docker:${name}`)
    const { findings, comparison } = await compareWith(`docker:${name}`)
    expect(findings.filter(({ severity }) => severity === 'warning').map(({ subject }) => subject.key)).toContain('GOFLAGS')
    expect(comparison.modules).toStrictEqual([])
    await expect(compareWith('docker:nothing-of-this-name')).rejects.toMatchObject({
      code: 'usage',
      message: 'there is no container nothing-of-this-name',
    })
  })

  it('without network says that the download failed, and has the files', async () => {
    stage({ 'go.mod': `${MOD}\nrequire golang.org/x/text v0.14.0\n` })
    const name = start(...WITH_GO, '-e', 'GOPROXY=https://proxy.example.org', '-e', 'GONOSUMDB=*')
    const { state, incidents } = await run(`docker:${name}`)
    expect(state).toBe('unverified')
    expect(incidents.map(({ rule }) => rule.split('/')[0])).toStrictEqual(['network'])
  })
})

describe('a machine behind ssh', () => {
  let server: SshServer
  let place: string

  beforeEach(async () => {
    const keys = join(folder, 'keys')
    mkdirSync(keys)
    server = await openSshServer(keys)
    const there = join(folder, `it's there`)
    mkdirSync(there)
    place = `ssh://${userInfo().username}@127.0.0.1:${String(server.port)}${there}`
    env['PATH'] = `${server.clientFolder}:${env['PATH'] ?? ''}`
  })
  afterEach(() => {
    server.close()
  })

  it('gets the files, and go verifies their modules there', async () => {
    expect(await run(place)).toMatchObject({ state: 'written', message: '2 files written, modules verified' })
    expect(readFileSync(join(folder, `it's there`, 'go.mod'), 'utf8')).toBe(MOD)
    expect(await run(place)).toMatchObject({ state: 'same' })
  })

  it('is compared with this machine: the same Go, the same build list', async () => {
    await run(place)
    const { jobs, comparison } = await compareWith(place)
    expect(jobs.map(({ outcome }) => outcome)).toStrictEqual(['ok', 'ok'])
    expect(comparison.modules).toStrictEqual([])
    expect(comparison.environment.map(({ key }) => key)).not.toContain('GOVERSION')
  })

  it('with another host key than the known one is never talked to', async () => {
    const other = readFileSync(server.knownHosts, 'utf8').split(' ')
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'other-key')])
    const key = readFileSync(join(folder, 'other-key.pub'), 'utf8').split(' ').slice(0, 2).join(' ')
    writeFileSync(server.knownHosts, `${other[0] ?? ''} ${key}\n`)
    const { state, message, wayOut } = await run(place)
    expect([state, message]).toStrictEqual(['down', expect.stringContaining('host key')])
    expect(wayOut).toContain('ssh-keygen -R')
  })

  it('that refuses the login says how to log in', async () => {
    writeFileSync(join(folder, 'keys/authorized'), '')
    expect(await run(place)).toMatchObject({ state: 'down', message: expect.stringContaining('refuses the login') })
  })

  it('that hangs is not waited for', async () => {
    process.kill(server.pid, 'SIGSTOP')
    const started = performance.now()
    expect(await run(place, { deadlineMs: 2000 })).toMatchObject({ state: 'down' })
    expect(performance.now() - started).toBeLessThan(8000)
  })
})
