import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { beforeEach, describe, expect, it, jest } from '@jest/globals'
import { goTestEnv, makeFolder, writeTree } from '../support/project.js'
import { tool } from '../support/tools.js'

jest.setTimeout(180_000)

const MOD = 'module example.com/app\n\ngo 1.21\n'

let repo: string
let place: string
let env: Record<string, string | undefined>

/** The files of docs/hooks.md, with another place. */
function recipe(path: string): string {
  const page = readFileSync('docs/hooks.md', 'utf8')
  const [, text = ''] = new RegExp(String.raw`^\`\`\`\w+ ${path.replaceAll('.', String.raw`\.`)}\n([\s\S]*?)^\`\`\`$`, 'm').exec(page) ?? []
  expect(text).toContain('docker:dev:/workspaces/app')
  return text.replaceAll('docker:dev:/workspaces/app', `exec:env -C ${place}`)
}

function run(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: repo, env, encoding: 'utf8' })
  expect({ args, status, stderr }).toMatchObject({ status: 0 })
  return `${stdout}${stderr}`
}

function commit(files: Readonly<Record<string, string>>): string {
  writeTree(repo, files)
  run('git', 'add', '-A')
  return run('git', 'commit', '-m', Object.keys(files).join(' '))
}

function there(path: string): string | null {
  return existsSync(join(place, path)) ? readFileSync(join(place, path), 'utf8') : null
}

/** What holds with every framework. */
function expectSync(): void {
  expect(commit({ 'go.mod': MOD, 'sub/deep/go.mod': MOD })).toContain('2 files written, modules verified')
  expect([there('go.mod'), there('sub/deep/go.mod')]).toStrictEqual([MOD, MOD])
  expect(commit({ 'main.go': 'package main\n', 'go.mod.txt': '' })).not.toContain('modules verified')
  writeTree(repo, { 'go.mod': `${MOD}// staged\n` })
  run('git', 'add', 'go.mod')
  writeTree(repo, { 'go.mod': `${MOD}// not staged\n` })
  run('git', 'commit', '-m', 'a part')
  expect(there('go.mod')).toBe(`${MOD}// staged\n`)
  expect(readFileSync(join(repo, 'go.mod'), 'utf8')).toBe(`${MOD}// not staged\n`)
  run('git', 'checkout', 'go.mod')
}

beforeEach(() => {
  const folder = makeFolder()
  repo = join(folder, 'app')
  place = join(folder, 'place')
  const bin = join(folder, 'bin')
  for (const path of [repo, place, bin]) mkdirSync(path)
  const plain = goTestEnv(folder)
  symlinkSync(resolve('dist/cli.js'), join(bin, 'goparity'))
  env = {
    ...plain,
    PATH: `${bin}${delimiter}${plain['PATH'] ?? ''}`,
    GIT_CONFIG_NOSYSTEM: '1',
    NO_COLOR: '1',
    PRE_COMMIT_HOME: join(folder, 'home'),
  }
  for (const who of ['AUTHOR', 'COMMITTER']) Object.assign(env, { [`GIT_${who}_NAME`]: 'T', [`GIT_${who}_EMAIL`]: 't@example.com' })
  run('git', 'init', '-q', '-b', 'main')
})

describe('the recipe of docs/hooks.md for', () => {
  it('pre-commit', () => {
    // What a clone of this repository has, as it is now.
    const product = join(dirname(repo), 'product')
    for (const path of ['dist', 'package.json', '.pre-commit-hooks.yaml']) cpSync(path, join(product, path), { recursive: true })
    chmodSync(join(product, 'dist/cli.js'), 0o755)
    const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: product, env, encoding: 'utf8' }).trim()
    git('init', '-q')
    git('add', '-A')
    git('commit', '-q', '-m', 'product')
    const preCommit = tool('pre-commit')
    env['PYTHONPATH'] = dirname(dirname(preCommit))
    const config = recipe('.pre-commit-config.yaml')
      .replace('https://github.com/OWNER/goparity', product)
      .replace('COMMIT', git('rev-parse', 'HEAD'))
    writeTree(repo, { '.pre-commit-config.yaml': config })
    run('git', 'add', '-A')
    run('git', 'commit', '-q', '-m', 'first')
    run(preCommit, 'install')
    expectSync()
    run('git', 'checkout', '-q', '-b', 'other')
    commit({ 'go.mod': `${MOD}// other\n` })
    expect(there('go.mod')).toBe(`${MOD}// other\n`)
    run('git', 'checkout', '-q', 'main')
    expect(there('go.mod')).toBe(`${MOD}// staged\n`)
    run('git', 'merge', '-q', 'other')
    expect(there('go.mod')).toBe(`${MOD}// other\n`)
  })

  it('lefthook', () => {
    writeTree(repo, { 'lefthook.yml': recipe('lefthook.yml') })
    run(tool('lefthook'), 'install')
    env['LEFTHOOK_BIN'] = tool('lefthook')
    expectSync()
    run('git', 'checkout', '-q', '-b', 'other')
    commit({ 'go.mod': `${MOD}// other\n` })
    run('git', 'checkout', '-q', 'main')
    expect(there('go.mod')).toBe(`${MOD}// staged\n`)
    run('git', 'merge', '-q', 'other')
    expect(there('go.mod')).toBe(`${MOD}// other\n`)
  })

  it('husky', () => {
    run(process.execPath, tool('husky'))
    writeTree(repo, Object.fromEntries(['.husky/pre-commit', '.husky/post-merge'].map((path) => [path, recipe(path)])))
    expectSync()
    run('git', 'checkout', '-q', '-b', 'other', 'HEAD~1')
    commit({ 'go.sum': '' })
    run('git', 'checkout', '-q', 'main')
    run('git', 'merge', '-q', '--no-edit', 'other')
    expect(there('go.sum')).toBe('')
  })
})
