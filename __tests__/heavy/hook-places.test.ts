import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { openEngine, type Engine } from '../support/places.js'
import { goTestEnv, makeFolder, writeTree } from '../support/project.js'

jest.setTimeout(120_000)

const CLI = resolve('dist/cli.js')
const MOD = 'module example.com/app\n\ngo 1.21\n'
const WITH_GO = ['-v', `${execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()}:/usr/local/go:ro`]

let engine: Engine
let count = 0
let repo: string
let name: string
let env: Record<string, string | undefined>

interface Done {
  readonly code: number | null
  readonly text: string
  readonly ms: number
}

/** A command of a person, with both streams as a terminal shows them. */
function type(line: string): Done {
  const started = performance.now()
  const { status, stdout } = spawnSync('sh', ['-c', `${line} 2>&1`], { cwd: repo, env, encoding: 'utf8' })
  return { code: status, text: stdout, ms: performance.now() - started }
}

function inside(...command: readonly string[]): string {
  return engine.docker('exec', name, ...command)
}

function install(policy: string): void {
  const { code, text } = type(`'${process.execPath}' '${CLI}' hook install --to docker:${name} --policy ${policy}`)
  expect({ code, text }).toMatchObject({ code: 0 })
}

function commit(files: Readonly<Record<string, string>>): Done {
  writeTree(repo, files)
  return type(`git add -A && git commit -m "${Object.keys(files).join(' ')}"`)
}

beforeEach(() => {
  const folder = makeFolder()
  repo = join(folder, 'app')
  mkdirSync(repo)
  env = { ...goTestEnv(folder), DOCKER_HOST: engine.dockerHost }
  for (const who of ['AUTHOR', 'COMMITTER']) {
    env[`GIT_${who}_NAME`] = 'T'
    env[`GIT_${who}_EMAIL`] = 't@example.com'
    // The same commits each time: a picture is drawn of them.
    env[`GIT_${who}_DATE`] = '2026-01-02T03:04:05Z'
  }
  count += 1
  name = `goparity-hook-${String(count)}`
  engine.start(name, ...WITH_GO)
  type('git init -q -b main && git commit -q --allow-empty -m first')
})

describe('a commit through the installed hook', () => {
  beforeAll(async () => {
    engine = await openEngine(makeFolder())
  })
  afterAll(() => {
    engine.close()
  })

  it('brings the staged files into the container, and says so in the terminal', () => {
    install('warn')
    const written = commit({ 'go.mod': MOD, 'go.sum': '' })
    engine.docker('pause', name)
    const paused = commit({ 'go.mod': `${MOD}\n// a line more\n` })
    engine.docker('unpause', name)
    expect([written.code, paused.code]).toStrictEqual([0, 0])
    const session = `$ git commit -m "go.mod go.sum"\n${written.text}\n$ git commit -m "go.mod"\n${paused.text}`
      .replaceAll(name, 'dev')
      .replaceAll(/go1\.\d+\.\d+ /g, 'go1.26.8 ')
    const path = '__tests__/heavy/expected/commit.txt'
    if (process.env['GOPARITY_UPDATE_GOLDEN'] === '1') writeFileSync(path, session)
    expect(session).toBe(readFileSync(path, 'utf8'))
    expect(inside('cat', '/work/go.mod')).toBe(MOD.trim())
  })

  it('is not held up by a container that is not there, by more than the deadline', () => {
    install('warn')
    engine.docker('rm', '-f', name)
    const { code, text, ms } = commit({ 'go.mod': MOD })
    expect({ code, text }).toStrictEqual({ code: 0, text: expect.stringContaining(`there is no container ${name}`) })
    expect(ms).toBeLessThan(6000)
  })

  it('is refused with the policy block, and --no-verify goes past it', () => {
    install('block')
    engine.docker('stop', '-t', '0', name)
    const { code, text } = commit({ 'go.mod': MOD })
    expect({ code, text }).toStrictEqual({ code: 1, text: expect.stringContaining(`docker start ${name}`) })
    expect(type('git commit --no-verify -m past').code).toBe(0)
  })

  it('waits with the policy queue, and the next commit brings it, whatever that is about', () => {
    install('queue')
    engine.docker('pause', name)
    expect(commit({ 'go.mod': MOD })).toMatchObject({ code: 0, text: expect.stringContaining('it waits') })
    engine.docker('unpause', name)
    expect(commit({ 'main.go': 'package main\n' })).toMatchObject({ code: 0, text: expect.stringContaining('1 file written') })
    expect(inside('cat', '/work/go.mod')).toBe(MOD.trim())
    expect(inside('ls', '-A', '/work')).toBe('go.mod')
  })

  it('leaves the working tree as it is when the container has it mounted, staged or not', () => {
    engine.docker('rm', '-f', name)
    engine.start(name, '-v', `${repo}:/work`, ...WITH_GO)
    install('warn')
    writeTree(repo, { 'go.mod': MOD, 'go.sum': '' })
    type('git add -A')
    writeTree(repo, { 'go.mod': `${MOD}// not staged\n` })
    const { code, text } = type('git commit -m mounted')
    expect({ code, text }).toStrictEqual({ code: 0, text: expect.stringContaining('nothing is written, modules verified') })
    expect(readFileSync(join(repo, 'go.mod'), 'utf8')).toBe(`${MOD}// not staged\n`)
    expect(type('git status --porcelain --ignored').text).toBe(' M go.mod\n')
  })
})
