import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { HookRepository, MOD, type GitResult } from './hook-repository.js'

let repository: HookRepository
let round = 0

/** A commit with another go.mod. */
function commit(env: Readonly<Record<string, string>> = {}): GitResult {
  round += 1
  repository.write({ 'go.mod': `${MOD}// ${String(round)}\n` })
  return repository.try(['commit', '-q', '-a', '-m', 'x'], { env })
}

/** A folder with git, sh and their tools: no node, no npx, no goparity. */
function bareTools(...more: readonly string[]): string {
  const folder = join(repository.folder, `tools-${String(more.length)}`)
  mkdirSync(folder, { recursive: true })
  for (const directory of ['/bin', '/usr/bin'])
    for (const name of readdirSync(directory))
      if (['sh', 'git', 'cat', 'sed', 'env', 'grep', 'basename', 'dirname', ...more].includes(name)) {
        rmSync(join(folder, name), { force: true })
        symlinkSync(join(directory, name), join(folder, name))
      }
  return folder
}

beforeEach(() => {
  repository = new HookRepository()
})

describe.each(['warn', 'queue'] as const)('with the policy %s', (policy) => {
  it('the hooks pass it on', async () => {
    await repository.install({ policy })
    commit()
    expect(repository.calls()).toMatchObject([{ args: ['sync', '--hook', 'pre-commit', '--policy', policy, 'docker:dev'] }])
  })

  it.each(['1', '2', '3', '77'])('a commit goes on when goparity ends with %s', async (CODE) => {
    await repository.install({ policy })
    expect(commit({ CODE })).toStrictEqual({
      status: 0,
      stdout: '',
      stderr: `goparity: goparity sync ended with exit code ${CODE}, so go.mod and go.sum may not be in docker:dev; try: goparity sync docker:dev\n`,
    })
  })

  it('a commit goes on when goparity is killed', async () => {
    await repository.install({ policy })
    const { status, stderr } = commit({ KILLED: '1' })
    expect(status).toBe(0)
    expect(stderr).toContain('goparity: goparity sync ended with exit code 137')
  })

  it('a commit goes on when goparity is nowhere, and one line says how to mend it', async () => {
    await repository.install({ policy })
    expect(commit({ PATH: bareTools() })).toStrictEqual({
      status: 0,
      stdout: '',
      stderr:
        'goparity: goparity is not found, so go.mod and go.sum were not brought to docker:dev: put it on PATH, or run goparity hook install again\n',
    })
  })

  it('a commit goes on when Node is nowhere', async () => {
    const cli = join(repository.folder, 'cli.js')
    writeFileSync(cli, '')
    await repository.install({ policy, program: { node: join(repository.folder, 'no-node'), cli } })
    const { status, stderr } = commit({ PATH: bareTools() })
    expect(status).toBe(0)
    expect(stderr).toMatch(/^goparity: node is not found, so .*\n$/)
  })

  it('a commit goes on when goparity is a program without its Node', async () => {
    writeFileSync(join(repository.bin, 'goparity'), '#!/usr/bin/env node\n', { mode: 0o755 })
    await repository.install({ policy })
    const { status, stderr } = commit({ PATH: `${repository.bin}:${bareTools()}` })
    expect(status).toBe(0)
    expect(stderr).toContain('goparity sync ended with exit code 127')
  })
})

describe('with the policy block', () => {
  it.each(['2', '3', '1'])('goparity that ends with %s stops the commit, and the way out is said', async (CODE) => {
    await repository.install({ policy: 'block' })
    const { status, stderr } = commit({ CODE, SAYS: 'said by goparity' })
    expect(status).toBe(1)
    expect(stderr).toBe(
      `said by goparity\ngoparity: goparity sync ended with exit code ${CODE}, so nothing is committed; to commit all the same: git commit --no-verify\n`,
    )
    expect(repository.try(['commit', '-q', '-a', '-m', 'x', '--no-verify']).status).toBe(0)
  })

  it('a commit is stopped when goparity is nowhere', async () => {
    await repository.install({ policy: 'block' })
    const { status, stderr } = commit({ PATH: bareTools() })
    expect(status).toBe(1)
    expect(stderr).toBe(
      'goparity: goparity is not found, so nothing is committed: put it on PATH, or run goparity hook install again; to commit all the same: git commit --no-verify\n',
    )
    expect(repository.git('log', '--format=%s')).toBe('first\n')
  })

  it('nothing else is stopped: a commit without these files, a checkout, a merge', async () => {
    repository.git('checkout', '-q', '-b', 'other')
    repository.commit('other', { 'go.mod': `${MOD}// other\n` })
    await repository.install({ policy: 'block' })
    const env = { CODE: '3' }
    expect(repository.try(['checkout', '-q', 'main'], { env }).status).toBe(0)
    expect(repository.try(['merge', '-q', 'other'], { env }).status).toBe(0)
    repository.write({ 'main.go': 'package main // x\n' })
    expect(repository.try(['commit', '-q', '-a', '-m', 'x'], { env: { PATH: bareTools() } }).status).toBe(0)
    expect(repository.calls().map(({ args }) => args.slice(1, 5))).toStrictEqual([
      ['--hook', 'post-checkout', '--policy', 'block'],
      ['--hook', 'post-merge', '--policy', 'block'],
    ])
  })
})

function ledger(pending: unknown): string {
  return `${JSON.stringify({ schema: 'goparity/sync-ledger/1', place: 'docker:dev', put: {}, pending }, null, 2)}\n`
}

describe('with the policy queue', () => {
  it('what waits is brought by the next hook, whatever it is about', async () => {
    await repository.install({ policy: 'queue' })
    repository.commit('x', { 'main.go': 'package main // x\n' })
    expect(repository.calls()).toStrictEqual([])
    repository.write({ '.git/goparity/sync-0123456789abcdef.json': ledger({ 'go.mod': 'ab'.repeat(20) }) })
    repository.commit('x', { 'main.go': 'package main // y\n' })
    expect(repository.calls().map(({ args }) => args)).toStrictEqual([
      ['sync', '--hook', 'pre-commit', '--policy', 'queue', '--pending', 'docker:dev'],
    ])
    commit()
    expect(repository.calls()[0]?.args).not.toContain('--pending')
    repository.write({ '.git/goparity/sync-0123456789abcdef.json': ledger(null) })
    repository.commit('x', { 'main.go': 'package main // z\n' })
    expect(repository.calls()).toStrictEqual([])
  })

  it('another policy leaves what waits', async () => {
    await repository.install({ policy: 'warn' })
    repository.write({ '.git/goparity/sync-0123456789abcdef.json': ledger({ 'go.mod': 'ab'.repeat(20) }) })
    repository.commit('x', { 'main.go': 'package main // y\n' })
    expect(repository.calls()).toStrictEqual([])
  })
})

/** A goparity that writes down its name and its arguments. */
function recorder(folder: string, name: string): string {
  const cli = join(folder, `${name}.cjs`)
  writeFileSync(
    cli,
    `require('node:fs').appendFileSync(process.env.CALLS, 'call\\narg ${name}\\narg ' + process.argv.slice(2).join('\\narg ') + '\\n')\n`,
  )
  return cli
}

describe('goparity', () => {
  it('is the one that wrote the hook, with its Node, whatever is on PATH', async () => {
    const folder = join(repository.folder, `it's "here" $x`)
    mkdirSync(folder)
    await repository.install({ program: { node: process.execPath, cli: recorder(folder, 'own') } })
    expect(commit({ PATH: bareTools() }).stderr).toBe('')
    commit()
    expect(repository.calls().map(({ args }) => args[0])).toStrictEqual(['own', 'own'])
  })

  it('is started by the Node on PATH when its own is gone', async () => {
    await repository.install({ program: { node: join(repository.folder, 'gone'), cli: recorder(repository.folder, 'own') } })
    symlinkSync(process.execPath, join(repository.bin, 'node'))
    commit()
    expect(repository.calls().map(({ args }) => args[0])).toStrictEqual(['own'])
  })

  it('is the one on PATH when it is gone', async () => {
    await repository.install({ program: { node: process.execPath, cli: join(repository.folder, 'gone.js') } })
    commit()
    expect(repository.calls().map(({ args }) => args[0])).toStrictEqual(['sync'])
  })

  it('is the one in node_modules when there is none on PATH', async () => {
    const cli = recorder(repository.folder, 'local')
    const bin = join(repository.top, 'node_modules/.bin')
    mkdirSync(bin, { recursive: true })
    writeFileSync(join(bin, 'goparity'), `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`, { mode: 0o755 })
    repository.write({ 'package.json': '{}', '.gitignore': 'node_modules\n' })
    rmSync(join(repository.bin, 'goparity'))
    await repository.install()
    expect(commit().status).toBe(0)
    const calls = repository.calls().map(({ args }) => args)
    expect(calls).toStrictEqual([
      ['local', '--version'],
      ['local', 'sync', '--hook', 'pre-commit', '--policy', 'warn', 'docker:dev'],
    ])
  })

  it('is never fetched from anywhere', async () => {
    rmSync(join(repository.bin, 'goparity'))
    await repository.install()
    // Nothing listens there: whoever asks it fails late, and says so.
    const { status, stderr } = commit({ npm_config_registry: 'http://127.0.0.1:9/' })
    expect(status).toBe(0)
    expect(stderr).toMatch(/^goparity: goparity is not found, [^\n]*\n$/)
  })
})
