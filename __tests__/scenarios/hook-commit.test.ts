import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { HookRepository, MOD } from './hook-repository.js'

let repository: HookRepository

beforeEach(async () => {
  repository = new HookRepository()
  await repository.install()
})

describe('a commit', () => {
  it('that concerns none of the files starts nothing', () => {
    repository.commit('more', { 'main.go': 'package main // more\n', 'x/go.mod.txt': '', 'go.mod.bak': '', 'docs/modules.txt': '' })
    expect(repository.calls()).toStrictEqual([])
  })

  it('of go.mod starts goparity once, with no argument of git and nothing to read', () => {
    repository.write({ 'go.mod': `${MOD}// staged\n` })
    repository.git('add', 'go.mod')
    repository.git('commit', '-q', '-m', 'x')
    const calls = repository.calls()
    expect(calls).toMatchObject([
      { args: ['sync', '--hook', 'pre-commit', '--policy', 'warn', 'docker:dev'], stdin: '', staged: `${MOD}// staged` },
    ])
  })

  it.each(['go.mod', 'go.sum', 'go.work', 'go.work.sum', 'vendor/modules.txt', 'deep/er/go.mod', 'x/vendor/modules.txt', 'né "x"/go.sum'])(
    'of %s starts goparity',
    (path) => {
      repository.commit('x', { [path]: 'new\n' })
      expect(repository.calls()).toHaveLength(1)
    },
  )

  it('that removes one of them starts goparity', () => {
    rmSync(join(repository.top, 'go.sum'))
    repository.git('commit', '-q', '-a', '-m', 'x')
    expect(repository.calls()).toHaveLength(1)
  })

  it('shows goparity what is staged, not what lies in the working tree', () => {
    repository.write({ 'go.mod': `${MOD}// staged\n` })
    repository.git('add', 'go.mod')
    repository.write({ 'go.mod': 'half written' })
    repository.git('commit', '-q', '-m', 'x')
    expect(repository.calls()).toMatchObject([{ staged: `${MOD}// staged` }])
  })

  it('of other files starts nothing, whatever go.mod is in the working tree', () => {
    repository.write({ 'go.mod': 'half written', 'main.go': 'package main // x\n' })
    repository.git('add', 'main.go')
    repository.git('commit', '-q', '-m', 'x')
    expect(repository.calls()).toStrictEqual([])
  })

  it('with -a, or of one file, has its own index, and goparity sees that one', () => {
    repository.write({ 'go.mod': `${MOD}// all\n` })
    repository.git('commit', '-q', '-a', '-m', 'x')
    expect(repository.calls()).toMatchObject([{ staged: `${MOD}// all`, env: { GIT_INDEX_FILE: expect.stringMatching(/index\.lock$/) } }])

    repository.write({ 'go.mod': `${MOD}// this one\n`, 'go.sum': 'not this one\n' })
    repository.git('add', 'go.sum')
    repository.git('commit', '-q', '-m', 'x', 'go.mod')
    expect(repository.calls()).toMatchObject([
      { staged: `${MOD}// this one`, env: { GIT_INDEX_FILE: expect.stringMatching(/next-index-\d+\.lock$/) } },
    ])

    repository.write({ 'main.go': 'package main // only this\n' })
    repository.git('commit', '-q', '-m', 'x', 'main.go')
    // go.sum is still staged, and not in this commit.
    expect(repository.calls()).toStrictEqual([])
  })

  it('with -p brings the part that was chosen', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `// line ${String(at)}`)
    repository.commit('long', { 'go.mod': `${MOD}${lines.join('\n')}\n` })
    repository.calls()
    repository.write({ 'go.mod': `${MOD}// yes\n${lines.join('\n')}\n// no\n` })
    const { status } = repository.try(['commit', '-q', '-p', '-m', 'x'], { input: 'y\nn\n' })
    expect(status).toBe(0)
    const [call, ...others] = repository.calls()
    expect(others).toStrictEqual([])
    expect(call?.staged).toContain('// yes')
    expect(call?.staged).not.toContain('// no')
  })

  it('that is amended starts goparity once, and only for go.mod', () => {
    repository.git('commit', '-q', '--amend', '-m', 'other words')
    expect(repository.calls()).toStrictEqual([])
    repository.write({ 'go.mod': `${MOD}// amended\n` })
    repository.git('commit', '-q', '-a', '--amend', '--no-edit')
    expect(repository.calls()).toMatchObject([{ args: ['sync', '--hook', 'pre-commit', '--policy', 'warn', 'docker:dev'] }])
  })

  it('from a folder below, by GIT_DIR, or with literal pathspecs is seen as well', () => {
    const below = join(repository.top, 'below')
    repository.write({ 'below/x': '', 'go.mod': `${MOD}// 1\n` })
    repository.gitIn(below, 'commit', '-q', '-a', '-m', 'x')
    repository.write({ 'go.mod': `${MOD}// 2\n` })
    repository.gitIn(
      repository.folder,
      '--git-dir',
      join(repository.top, '.git'),
      '--work-tree',
      repository.top,
      'commit',
      '-q',
      '-a',
      '-m',
      'x',
    )
    repository.write({ 'go.mod': `${MOD}// 3\n` })
    repository.git('--literal-pathspecs', 'commit', '-q', '-a', '-m', 'x')
    expect(repository.calls().map(({ staged }) => staged)).toStrictEqual([`${MOD}// 1`, `${MOD}// 2`, `${MOD}// 3`])
  })

  it('with --no-verify goes past the hook', () => {
    repository.write({ 'go.mod': `${MOD}// x\n` })
    repository.git('commit', '-q', '-a', '--no-verify', '-m', 'x')
    expect(repository.calls()).toStrictEqual([])
  })

  it('that ends a merge with conflicts starts goparity once', () => {
    repository.git('checkout', '-q', '-b', 'other')
    repository.commit('theirs', { 'go.mod': `${MOD}// theirs\n` })
    repository.git('checkout', '-q', 'main')
    repository.commit('ours', { 'go.mod': `${MOD}// ours\n` })
    expect(repository.try(['merge', 'other']).status).toBe(1)
    repository.calls()
    repository.write({ 'go.mod': `${MOD}// both\n` })
    repository.git('add', 'go.mod')
    repository.git('commit', '-q', '--no-edit')
    expect(repository.calls()).toMatchObject([{ staged: `${MOD}// both` }])
  })
})

describe('the first commit', () => {
  it.each([
    ['with go.mod', { 'go.mod': MOD }, 1],
    ['without go.mod', { 'main.go': 'package main\n' }, 0],
  ])('%s', async (_name, files, count) => {
    const empty = new HookRepository({ empty: true })
    await empty.install()
    empty.commit('first', files)
    expect(empty.calls()).toHaveLength(count)
  })

  it('of a repository with SHA-256', async () => {
    const empty = new HookRepository({ empty: true })
    rmSync(join(empty.top, '.git'), { recursive: true })
    empty.git('init', '-q', '-b', 'main', '--object-format=sha256')
    await empty.install()
    empty.commit('first', { 'go.mod': MOD })
    expect(empty.calls()).toMatchObject([{ staged: MOD.trimEnd() }])
    empty.git('checkout', '-q', '-b', 'other')
    empty.commit('second', { 'go.mod': `${MOD}// x\n` })
    empty.git('checkout', '-q', 'main')
    expect(empty.calls().map(({ args }) => args[2])).toStrictEqual(['pre-commit', 'post-checkout'])
  })
})

describe('two commits at once', () => {
  it('in two working trees bring each its own', async () => {
    const other = join(repository.folder, 'other')
    repository.git('worktree', 'add', '-q', other, '-b', 'other')
    const rounds = [1, 2, 3]
    for (const round of rounds) {
      writeFileSync(join(repository.top, 'go.mod'), `${MOD}// one ${String(round)}\n`)
      writeFileSync(join(other, 'go.mod'), `${MOD}// other ${String(round)}\n`)
      const ended = await Promise.all([repository.top, other].map(async (tree) => repository.start(tree, 'commit', '-q', '-a', '-m', 'x')))
      expect(ended).toStrictEqual([0, 0])
    }
    const staged = repository.calls().map((call) => call.staged.split('\n').at(-1))
    expect(new Set(staged)).toStrictEqual(new Set(['one', 'other'].flatMap((tree) => rounds.map((round) => `// ${tree} ${String(round)}`))))
    expect(staged).toHaveLength(6)
  })

  it('in one working tree: git lets one of them wait outside, and no hook sees half of another', async () => {
    repository.write({ 'go.mod': `${MOD}// one\n`, 'go.sum': 'other\n' })
    const ended = await Promise.all(
      ['go.mod', 'go.sum'].map(async (file) => repository.start(repository.top, 'commit', '-q', '-m', file, file)),
    )
    expect(ended).toContain(0)
    expect(ended.every((code) => code === 0 || code === 128)).toBe(true)
    const staged = repository.calls().map((call) => call.staged)
    expect(staged.length).toBeGreaterThanOrEqual(ended.filter((code) => code === 0).length)
    for (const text of staged) expect([MOD.trim(), `${MOD}// one`]).toContain(text)
  })
})
