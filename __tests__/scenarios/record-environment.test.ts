import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { normaliseEnvironment, originsOf, type Folds } from '../../src/environment/index.js'
import { openGo } from '../../src/go/index.js'
import { readEnvFiles, readGoEnv } from '../../src/go/env.js'
import { canonicalJson } from '../../src/snapshot/index.js'
import { goTestEnv, makeFolder, testHost, writeTree } from '../support/project.js'

type Env = Readonly<Record<string, string | undefined>>

/** What a snapshot would hold of go env in a folder, as text. */
async function recordIn(directory: string, env: Env): Promise<string> {
  const host = testHost(directory, env)
  const answer = await readGoEnv(openGo(host, { directory }))
  if (!answer.ok) throw new Error(answer.result.stderr.text)
  const { values } = answer
  const both = async (path: string): Promise<readonly string[]> => [path, await host.files.realPath(path)]
  const folds: Folds = {
    goroot: await both(values['GOROOT'] ?? ''),
    gopath: await both(values['GOPATH'] ?? ''),
    gomodcache: await both(values['GOMODCACHE'] ?? ''),
    workspace: await both(directory),
    temp: await both(env['TMPDIR'] ?? ''),
    home: await both(env['HOME'] ?? ''),
  }
  const origins = originsOf(values, host.env, await readEnvFiles(host, values))
  return canonicalJson({ ...normaliseEnvironment(values, folds), origins })
}

/** A project and an environment of its own in a folder. */
function project(folder: string, more: Env = {}): readonly [string, Env] {
  const directory = join(folder, 'app')
  writeTree(directory, { 'go.mod': 'module example.com/app\n\ngo 1.21\n' })
  mkdirSync(join(folder, 'home'), { recursive: true })
  mkdirSync(join(folder, 'temp'), { recursive: true })
  const env = {
    ...goTestEnv(folder),
    HOME: join(folder, 'home'),
    TMPDIR: join(folder, 'temp'),
    GOPATH: undefined,
    GOCACHE: undefined,
    GOENV: undefined,
  }
  return [directory, { ...env, ...more }]
}

describe('the environment of a job', () => {
  it('is the same text in another folder, with another HOME, TMPDIR and language', async () => {
    const first = await recordIn(...project(makeFolder(), { LANG: 'C.UTF-8' }))
    const second = await recordIn(...project(join(makeFolder(), 'deeper', 'é b'), { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }))
    expect(second).toBe(first)
    expect(first).toContain('"GOMOD": "$WORKSPACE/go.mod"')
    expect(first).toContain('"GOPATH": "$HOME/go"')
  })

  it('is the same text when the caches stay where they are and HOME and TMPDIR move', async () => {
    const folder = makeFolder()
    const caches = { GOPATH: join(folder, 'gopath'), GOCACHE: join(folder, 'cache') }
    const [directory, env] = project(folder, caches)
    const [, moved] = project(makeFolder(), caches)
    expect(await recordIn(directory, moved)).toBe(await recordIn(directory, env))
  })

  it('is the same text through a symbolic link', async () => {
    const folder = makeFolder()
    const [directory, env] = project(folder)
    const link = join(folder, 'link')
    symlinkSync(directory, link)
    expect(await recordIn(link, env)).toBe(await recordIn(directory, env))
  })

  it('names no folder of the machine, and no credential', async () => {
    const folder = makeFolder()
    const [directory, env] = project(folder, {
      GOPROXY: 'https://user:s3cret@proxy.example.com,off',
      GOFLAGS: `'-ldflags=-X main.apiKey=s3cret -L ${folder}/home/lib' -trimpath`,
      CGO_CFLAGS: `-I${folder}/home/include -DAUTH_TOKEN=s3cret`,
    })
    const text = await recordIn(directory, env)
    expect(text).not.toContain(folder)
    expect(text).not.toContain('s3cret')
    expect(text).toContain('-I$HOME/include -DAUTH_TOKEN=***')
  })

  it('says of each key where its value comes from', async () => {
    const folder = makeFolder()
    const file = join(folder, 'goenv')
    writeFileSync(file, 'GOFLAGS=-trimpath\nGOPRIVATE=git.example.com\nCGO_ENABLED=0\n')
    const [directory, env] = project(folder, { GOENV: file, CGO_ENABLED: '', GOSUMDB: 'off', GONOSUMDB: undefined })
    const text = await recordIn(directory, env)
    const lines = text.split('\n').map((line) => line.trim().replace(/,$/, ''))
    // The empty variable is unset for go, so the file decides.
    expect(lines).toContain('"CGO_ENABLED": "0"')
    expect(lines).toContain('"CGO_ENABLED": "goenv"')
    expect(lines).toContain('"GOFLAGS": "goenv"')
    expect(lines).toContain('"GONOSUMDB": "derived"')
    expect(lines).toContain('"GOSUMDB": "process"')
    expect(lines).toContain('"GOVERSION": "derived"')
    expect(lines).toContain('"GOBIN": "default"')
  })

  it('gives back the call when go env fails, and reads it again with an override', async () => {
    const [directory, env] = project(makeFolder())
    writeTree(directory, { 'go.mod': 'module example.com/app\n\ngo 1.99.0\n' })
    const go = openGo(testHost(directory, { ...env, GOTOOLCHAIN: 'auto' }), { directory })
    const answer = await readGoEnv(go)
    expect(answer.ok ? null : answer.result.stderr.text).toContain('go1.99.0')
    const local = await readGoEnv(go, { GOTOOLCHAIN: 'local' })
    expect(local.ok && local.values['GOTOOLCHAIN']).toBe('local')
  })

  it('is an error when a go command says something else', async () => {
    const folder = makeFolder()
    const [directory, env] = project(folder)
    writeFileSync(join(folder, 'go'), '#!/bin/sh\necho "${ANSWER}"\n', { mode: 0o755 })
    const ask = async (answer: string): ReturnType<typeof readGoEnv> =>
      readGoEnv(openGo(testHost(directory, { ...env, PATH: `${folder}:${env['PATH'] ?? ''}`, ANSWER: answer }), { directory }))
    await expect(ask('warning')).rejects.toMatchObject({ code: 'go-unreadable', message: expect.stringContaining('no JSON') })
    await expect(ask('[]')).rejects.toMatchObject({ code: 'go-unreadable' })
    await expect(ask('{"GOOS":1}')).rejects.toMatchObject({ code: 'go-unreadable', message: expect.stringContaining('"GOOS" is no text') })
  })

  it('takes a go env file that cannot be read for an empty one, as go does', async () => {
    const folder = makeFolder()
    const host = testHost(folder, {})
    mkdirSync(join(folder, 'directory'))
    writeFileSync(join(folder, 'large'), 'X'.repeat(2 * 1024 * 1024))
    for (const GOENV of ['off', '', join(folder, 'absent'), join(folder, 'directory'), join(folder, 'large')]) {
      expect(await readEnvFiles(host, { GOENV, GOROOT: folder })).toEqual({ goenv: null, goroot: null })
    }
  })
})
