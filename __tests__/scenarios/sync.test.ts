import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { sync, type SyncDocument, type SyncOptions } from '../../src/operations/index.js'
import { runHere } from './hard-command.js'
import { goTestEnv, makeFolder, testHost, writeTree } from '../support/project.js'

const MOD = 'module example.com/app\n\ngo 1.21\n'

let folder: string
let repo: string
let place: string
let env: Record<string, string | undefined>

function git(...args: readonly string[]): string {
  return execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
    cwd: repo,
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** A directory of this machine as a place: the shell and its tools are real, the way there is short. */
function here(directory: string, ...variables: readonly string[]): string {
  return `exec:env -C "${directory}" ${variables.map((variable) => `"${variable}"`).join(' ')}`.trim()
}

async function run(more: Partial<SyncOptions> = {}, variables: Readonly<Record<string, string>> = {}): Promise<SyncDocument> {
  const host = testHost(repo, { ...env, ...variables })
  const { document } = await sync(
    { host, progress: () => undefined },
    {
      directory: repo,
      place: here(place),
      source: { from: 'index' },
      policy: 'block',
      force: false,
      deadlineMs: 5000,
      downloadMs: 0,
      engine: null,
      version: '0.0.0-test',
      ...more,
    },
  )
  return document
}

/** All files below a folder with their text; folders too. */
function listing(directory: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes('/.git/'))
      .toSorted()
      .map((path) => [path.slice(directory.length + 1), readFileSync(path, 'utf8')]),
  )
}

/** A way to the place that is closed while a file is there. */
function door(): { readonly command: string; readonly shut: string } {
  const command = join(folder, 'door')
  const shut = join(folder, 'shut')
  writeFileSync(command, `#!/bin/sh\n[ -e '${shut}' ] && { echo 'the door is shut' >&2; exit 7; }\ncd '${place}' && exec "$@"\n`, {
    mode: 0o755,
  })
  writeFileSync(shut, '')
  return { command: `exec:${command}`, shut }
}

/** Tools of the place of which the one named kills the script at its nth call. */
function deadlyTools(tool: string, nth: number): string {
  const tools = join(folder, `tools-${tool}-${String(nth)}`)
  mkdirSync(tools)
  const real = execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim()
  const script = `#!/bin/sh\necho x >>'${tools}/calls'\n[ "$(wc -l <'${tools}/calls')" -eq ${String(nth)} ] && kill -9 0\nexec ${real} "$@"\n`
  writeFileSync(join(tools, tool), script, { mode: 0o755 })
  return `PATH=${tools}:${env['PATH'] ?? ''}`
}

beforeEach(() => {
  folder = makeFolder()
  repo = join(folder, 'repo')
  place = join(folder, 'place')
  mkdirSync(place)
  env = goTestEnv(folder)
  writeTree(repo, { 'go.mod': MOD, 'go.sum': '', 'main.go': 'package main\n\nfunc main() {}\n' })
  git('init', '-q', '-b', 'main')
  git('add', 'go.mod', 'go.sum')
})

describe('sync', () => {
  it('brings what is staged, not what lies in the working tree, and nothing else', async () => {
    writeFileSync(join(repo, 'go.mod'), 'half written')
    const { state, files } = await run()
    expect(state).toBe('written')
    expect(files).toStrictEqual([
      { path: 'go.mod', change: 'written' },
      { path: 'go.sum', change: 'written' },
    ])
    expect(listing(place)).toStrictEqual({ 'go.mod': MOD, 'go.sum': '' })
    expect(listing(repo)['go.mod']).toBe('half written')
    expect(Object.keys(listing(repo))).toStrictEqual(['go.mod', 'go.sum', 'main.go'])
  })

  it('brings every module of the repository, under any name', async () => {
    const odd = `it's "$(touch owned)" \`x\` ; & é`
    writeTree(repo, { [`${odd}/go.mod`]: MOD, 'go.work': 'go 1.21\n', 'vendor/modules.txt': '# x\n', 'vendor/x/go.mod': MOD })
    git('add', '-A')
    expect((await run()).state).toBe('written')
    expect(Object.keys(listing(place)).toSorted()).toStrictEqual(
      ['go.mod', 'go.sum', 'go.work', 'vendor/modules.txt', 'vendor/x/go.mod', `${odd}/go.mod`].toSorted(),
    )
    expect(existsSync(join(place, 'owned'))).toBe(false)
  })

  it('brings a commit, or the working tree, when that is asked for', async () => {
    git('commit', '-q', '-m', 'first')
    writeFileSync(join(repo, 'go.mod'), `${MOD}// staged\n`)
    git('add', 'go.mod')
    writeFileSync(join(repo, 'go.mod'), `${MOD}// there\n`)
    await run({ source: { from: 'commit', reference: 'HEAD' } })
    expect(listing(place)['go.mod']).toBe(MOD)
    await run({ source: { from: 'worktree' } })
    expect(listing(place)['go.mod']).toBe(`${MOD}// there\n`)
    await expect(run({ source: { from: 'commit', reference: '--all' } })).rejects.toMatchObject({ code: 'git-failed' })
  })

  it('reads the index that git names, as git commit -a and -p do', async () => {
    git('commit', '-q', '-m', 'first')
    const index = join(folder, 'index')
    writeFileSync(join(repo, 'go.mod'), `${MOD}// other index\n`)
    execFileSync('git', ['read-tree', 'HEAD'], { cwd: repo, env: { ...env, GIT_INDEX_FILE: index } })
    execFileSync('git', ['add', 'go.mod'], { cwd: repo, env: { ...env, GIT_INDEX_FILE: index } })
    await run({}, { GIT_INDEX_FILE: index })
    expect(listing(place)['go.mod']).toBe(`${MOD}// other index\n`)
  })

  it('says so when nothing had to be done, and takes away what git has no longer', async () => {
    writeTree(repo, { 'go.work': 'go 1.21\n' })
    git('add', 'go.work')
    await run()
    expect((await run()).state).toBe('same')
    git('rm', '-q', '--cached', 'go.work')
    expect((await run()).files).toContainEqual({ path: 'go.work', change: 'removed' })
    expect(Object.keys(listing(place))).toStrictEqual(['go.mod', 'go.sum'])
  })

  it('never overwrites what somebody else changed there, unless it is told to', async () => {
    await run()
    writeFileSync(join(place, 'go.mod'), 'theirs\n')
    writeFileSync(join(repo, 'go.sum'), 'new\n')
    git('add', 'go.sum')
    const { state, files } = await run()
    expect(state).toBe('conflict')
    expect(files).toStrictEqual([
      { path: 'go.mod', change: 'conflict' },
      { path: 'go.sum', change: 'waiting' },
    ])
    expect(listing(place)).toStrictEqual({ 'go.mod': 'theirs\n', 'go.sum': '' })
    expect((await run({ force: true })).state).toBe('written')
    expect(listing(place)).toStrictEqual({ 'go.mod': MOD, 'go.sum': 'new\n' })
  })

  it('does not take a checkout of an older commit for a change of somebody else', async () => {
    git('commit', '-q', '-m', 'first')
    writeTree(place, { 'go.mod': MOD, 'go.sum': '' })
    writeFileSync(join(repo, 'go.mod'), `${MOD}// next\n`)
    git('add', 'go.mod')
    expect((await run()).state).toBe('written')
  })

  it('never writes to a place that has the files of this machine', async () => {
    writeFileSync(join(repo, 'go.mod'), `${MOD}// not staged\n`)
    symlinkSync(repo, join(folder, 'other-name'))
    const before = listing(repo)
    for (const directory of [repo, join(folder, 'other-name')]) {
      const { state, files } = await run({ place: here(directory), force: true })
      expect(state).toBe('shared')
      expect(files.every(({ change }) => change === 'same')).toBe(true)
    }
    expect(listing(repo)).toStrictEqual(before)
  })

  it('refuses in the middle of a merge, and what is no file', async () => {
    git('commit', '-q', '-m', 'first')
    git('checkout', '-q', '-b', 'other')
    writeFileSync(join(repo, 'go.mod'), `${MOD}// other\n`)
    git('commit', '-qam', 'other')
    git('checkout', '-q', 'main')
    writeFileSync(join(repo, 'go.mod'), `${MOD}// main\n`)
    git('commit', '-qam', 'main')
    expect(() => git('merge', 'other')).toThrow('merge')
    await expect(run()).rejects.toMatchObject({ code: 'git-failed', message: expect.stringContaining('go.mod is in conflict') })
    git('merge', '--abort')
    rmSync(join(repo, 'go.sum'))
    symlinkSync('go.mod', join(repo, 'go.sum'))
    git('add', 'go.sum')
    await expect(run()).rejects.toMatchObject({ code: 'git-failed', message: 'go.sum is a symbolic link' })
  })

  it('leaves out what is only meant to be added, and brings what is empty', async () => {
    writeTree(repo, { 'new/go.mod': MOD })
    git('add', '-N', 'new/go.mod')
    await run()
    expect(listing(place)).toStrictEqual({ 'go.mod': MOD, 'go.sum': '' })
    git('commit', '-q', '-m', 'first')
    git('add', 'new/go.mod')
    await run()
    expect(Object.keys(listing(place))).toContain('new/go.mod')
  })

  it('writes nothing behind a link that leads out of the place', async () => {
    writeTree(repo, { 'sub/go.mod': MOD, '-x/go.mod': MOD })
    git('add', '-A')
    const outside = join(folder, 'outside')
    mkdirSync(outside)
    symlinkSync(outside, join(place, 'sub'))
    const refused = { state: 'refused', message: 'sub/go.mod is a link there, or lies behind one' }
    expect(await run()).toMatchObject(refused)
    writeTree(outside, { 'go.mod': 'of somebody\n' })
    expect(await run({ force: true })).toMatchObject(refused)
    expect(listing(folder)['outside/go.mod']).toBe('of somebody\n')
    rmSync(join(place, 'sub'))
    expect(await run()).toMatchObject({ state: 'written' })
    expect(listing(place)).toMatchObject({ '-x/go.mod': MOD, 'sub/go.mod': MOD })
  })

  it.each([
    ['GOPATH', 'set', (): readonly string[] => [`GOPATH=${place}`]],
    ['GOPATH', 'by default', (): readonly string[] => ['-u', 'GOPATH', `HOME=${folder}`]],
  ])('refuses %s %s, where go wants no go.mod', async (_name, how, variables) => {
    const directory = how === 'set' ? place : join(folder, 'go')
    mkdirSync(directory, { recursive: true })
    expect(await run({ place: here(directory, ...variables()), force: true })).toMatchObject({
      state: 'refused',
      message: `${directory} is GOPATH there, no repository`,
    })
    expect(listing(directory)).toStrictEqual({})
  })

  it('refuses to replace what is no file there', async () => {
    symlinkSync('/etc/hostname', join(place, 'go.mod'))
    expect(await run({ force: true })).toMatchObject({ state: 'refused', message: 'go.mod is a link there, or lies behind one' })
    expect(Object.keys(listing(place))).toStrictEqual([])
    rmSync(join(place, 'go.mod'))
    mkdirSync(join(place, 'go.mod'))
    expect(await run({ force: true })).toMatchObject({ state: 'refused', message: 'go.mod is no file there' })
  })

  it('brings a go.sum of 50 MB', async () => {
    writeFileSync(join(repo, 'go.sum'), 'example.com/module v1.0.0 h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'.repeat(650_000))
    git('add', 'go.sum')
    expect((await run({ deadlineMs: 30_000 })).state).toBe('written')
    expect(readFileSync(join(place, 'go.sum')).equals(readFileSync(join(repo, 'go.sum')))).toBe(true)
  })

  it('keeps the mode of a file that is there', async () => {
    await run()
    chmodSync(join(place, 'go.mod'), 0o600)
    writeFileSync(join(repo, 'go.mod'), `${MOD}// next\n`)
    git('add', 'go.mod')
    await run()
    expect(execFileSync('stat', ['-c', '%a', join(place, 'go.mod')], { encoding: 'utf8' }).trim()).toBe('600')
  })

  it('downloads and verifies there, and says why that failed', async () => {
    expect(await run({ downloadMs: 60_000 })).toMatchObject({ state: 'written', message: '2 files written, modules verified' })
    writeFileSync(join(repo, 'go.mod'), `${MOD}\nrequire example.com/nowhere v1.0.0\n`)
    git('add', 'go.mod')
    const { state, message, incidents } = await run({ downloadMs: 60_000 }, { GOPROXY: 'off' })
    expect(state).toBe('unverified')
    expect(message).toContain('but their modules are not verified')
    expect(incidents.length).toBeGreaterThan(0)
  })
})

describe('a place that is down', () => {
  it('is said to be down within the deadline', async () => {
    const { command } = door()
    const started = performance.now()
    expect(await run({ place: command, deadlineMs: 1000 })).toMatchObject({
      state: 'down',
      message: 'the place does not answer: the door is shut',
      isQueued: false,
    })
    expect(performance.now() - started).toBeLessThan(3000)
  })

  it('is asked again within the deadline', async () => {
    const { command, shut } = door()
    setTimeout(() => {
      rmSync(shut)
    }, 400)
    expect(await run({ place: command, deadlineMs: 10_000 })).toMatchObject({ state: 'written' })
  })

  it('is not waited for when it hangs', async () => {
    const started = performance.now()
    expect(await run({ place: 'exec:sleep 600 #', deadlineMs: 500 })).toMatchObject({ state: 'down' })
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('gets what was queued for it when it is back, what was staged then', async () => {
    const { command, shut } = door()
    expect(await run({ place: command, deadlineMs: 300, policy: 'queue' })).toMatchObject({ state: 'down', isQueued: true })
    writeFileSync(join(repo, 'go.mod'), `${MOD}// later\n`)
    git('add', 'go.mod')
    rmSync(shut)
    expect(await run({ place: command, source: { from: 'pending' } })).toMatchObject({ state: 'written' })
    expect(listing(place)['go.mod']).toBe(MOD)
    expect(await run({ place: command, source: { from: 'pending' } })).toMatchObject({ state: 'nothing' })
  })
})

describe('what is queued', () => {
  it('is done with when the place turns out to have the files of this machine', async () => {
    const { command, shut } = door()
    rmSync(place, { recursive: true })
    symlinkSync(repo, place)
    await run({ place: command, deadlineMs: 300, policy: 'queue' })
    rmSync(shut)
    expect(await run({ place: command, source: { from: 'pending' } })).toMatchObject({ state: 'shared' })
    expect(await run({ place: command, source: { from: 'pending' } })).toMatchObject({ state: 'nothing' })
  })

  it('is never of the working tree, which would be another one by then', async () => {
    const { command, shut } = door()
    rmSync(shut)
    await run({ place: command })
    writeFileSync(shut, '')
    await expect(run({ place: command, source: { from: 'worktree' }, policy: 'queue', deadlineMs: 300 })).rejects.toMatchObject({
      code: 'usage',
    })
    rmSync(shut)
    expect(await run({ place: command, source: { from: 'pending' } })).toMatchObject({ state: 'nothing' })
    expect(listing(place)).toStrictEqual({ 'go.mod': MOD, 'go.sum': '' })
  })
})

describe('a sync that is killed', () => {
  const killed: string[] = []
  const steps = ['mv', 'cat', 'sha256sum', 'tail', 'rm'].flatMap((tool) => [1, 2, 3, 4, 5].map((nth) => [tool, nth] as const))

  it.each(steps)('at the call of %s number %d leaves whole files, and the next run ends it', async (tool, nth) => {
    await run()
    git('commit', '-q', '-m', 'first')
    const old = listing(place)
    writeFileSync(join(repo, 'go.mod'), `${MOD}// next\n`)
    writeFileSync(join(repo, 'go.sum'), 'next\n')
    writeTree(repo, { 'go.work': 'go 1.21\n' })
    git('add', '-A')
    const { state } = await run({ place: here(place, deadlyTools(tool, nth)) })
    if (state === 'down') killed.push(`${tool} ${String(nth)}`)
    const left = listing(place)
    expect([old['go.mod'], `${MOD}// next\n`]).toContain(left['go.mod'])
    expect([old['go.sum'], 'next\n']).toContain(left['go.sum'])
    // A place has one ledger for each way of naming it: what was put there by the killed run is in git.
    expect(['written', 'same']).toContain((await run()).state)
    expect(listing(place)).toStrictEqual({ 'go.mod': `${MOD}// next\n`, 'go.sum': 'next\n', 'go.work': 'go 1.21\n' })
  })

  it('was killed at every step of writing', () => {
    // The first looks only read, and are tried again.
    expect(killed.join(', ')).toBe(
      'mv 1, mv 2, mv 3, mv 4, mv 5, cat 1, sha256sum 3, sha256sum 4, sha256sum 5, tail 1, tail 2, tail 3, rm 1',
    )
  })

  it('never runs twice at once', async () => {
    const slow = join(folder, 'slow')
    mkdirSync(slow)
    writeFileSync(join(slow, 'tail'), `#!/bin/sh\nsleep 0.5\nexec /usr/bin/tail "$@"\n`, { mode: 0o755 })
    const variable = `PATH=${slow}:${env['PATH'] ?? ''}`
    const [one, other] = await Promise.all([run({ place: here(place, variable) }), run({ place: here(place, variable) })])
    expect([one.state, other.state].filter((state) => state === 'written')).toHaveLength(1)
    expect([one.message, other.message]).toContain('another sync writes there at this moment')
    expect(listing(place)).toStrictEqual({ 'go.mod': MOD, 'go.sum': '' })
  })
})

async function byHand(cwd: string, ...args: readonly string[]): ReturnType<typeof runHere> {
  return runHere(testHost(cwd, env), 'sync', '--quiet', '--format', 'json', ...args)
}

describe('the command', () => {
  it('compares the place with this machine afterwards, unless it is a hook or told not to', async () => {
    const other = here(place, 'GOFLAGS=-mod=mod')
    const { code, stdout } = await byHand(repo, other)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      state: 'written',
      comparison: { verdict: 'findings', findings: [{ rule: 'env/drift', subject: { key: 'GOFLAGS' } }] },
    })
    for (const flags of [['--no-compare'], ['--no-download'], ['--hook', 'pre-commit']])
      expect(JSON.parse((await byHand(repo, other, ...flags)).stdout)).toMatchObject({ state: 'same', comparison: null })
    const text = await runHere(testHost(repo, env), 'sync', here(place))
    expect(text.stdout).toMatch(/modules verified \(go1\.[^]*\n✓ goparity: 2 jobs agree\n/)
    expect(text.stdout).not.toContain('nothing to verify')
  })

  it('compares the module that it was started in', async () => {
    writeTree(repo, { 'sub/go.mod': MOD.replace('app', 'sub'), 'sub/sub.go': 'package sub\n' })
    git('add', '-A')
    const { stdout } = await byHand(join(repo, 'sub'), here(place))
    expect(JSON.parse(stdout)).toMatchObject({ state: 'written', comparison: { verdict: 'ok', findings: [], comparison: { modules: [] } } })
  })

  it('that is cancelled says so, and the next one ends it', async () => {
    const controller = new AbortController()
    writeFileSync(join(folder, 'slow'), `#!/bin/sh\nsleep 1\ncd '${place}' && exec "$@"\n`, { mode: 0o755 })
    setTimeout(() => {
      controller.abort()
    }, 300)
    const options = {
      directory: repo,
      place: `exec:${join(folder, 'slow')}`,
      source: { from: 'index' },
      policy: 'block',
      force: false,
    } as const
    await expect(
      sync(
        { host: testHost(repo, env), progress: () => undefined, signal: controller.signal },
        { ...options, deadlineMs: 5000, downloadMs: 0, engine: null, version: '0.0.0-test' },
      ),
    ).rejects.toMatchObject({ code: 'cancelled' })
    expect(await run()).toMatchObject({ state: 'written' })
  })

  it('ends with 3 when the place cannot take the files, in a hook with 0', async () => {
    const { command } = door()
    expect(await byHand(repo, command, '--deadline', '0.5')).toMatchObject({ code: 3 })
    expect(await byHand(repo, command, '--deadline', '0.5', '--hook', 'pre-commit')).toMatchObject({ code: 0 })
  })
})
