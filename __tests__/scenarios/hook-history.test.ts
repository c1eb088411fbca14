import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { HookRepository, MOD } from './hook-repository.js'

let repository: HookRepository

/** Names of the hooks that started goparity since the last time. */
function started(): readonly (string | undefined)[] {
  return repository.calls().map(({ args }) => args[2])
}

/** `main` and `topic` with a change each to files of their own; `mod` says whose go.mod changes. */
function diverge({ main = 'main.txt', topic = 'topic.txt' }: { readonly main?: string; readonly topic?: string }): void {
  repository.git('checkout', '-q', '-b', 'topic')
  repository.commit('topic', { [topic]: `${MOD}// topic\n` })
  repository.git('checkout', '-q', 'main')
  repository.commit('main', { [main]: `${MOD}// main\n` })
  repository.calls()
}

beforeEach(async () => {
  repository = new HookRepository()
  await repository.install()
})

describe('a checkout', () => {
  beforeEach(() => {
    repository.git('branch', 'same')
    repository.git('checkout', '-q', '-b', 'other')
    repository.commit('other', { 'go.mod': `${MOD}// other\n`, 'x.txt': '' })
    repository.calls()
  })

  it('of a branch with another go.mod starts goparity once, and the index has that one', () => {
    repository.git('checkout', '-q', 'main')
    expect(repository.calls()).toMatchObject([
      { args: ['sync', '--hook', 'post-checkout', '--policy', 'warn', 'docker:dev'], stdin: '', staged: MOD.trimEnd() },
    ])
    repository.git('switch', '-q', '-')
    expect(started()).toStrictEqual(['post-checkout'])
    repository.git('checkout', '-q', '--detach', 'main')
    expect(started()).toStrictEqual(['post-checkout'])
  })

  it('of a branch with the same go.mod, of a new branch and of single files starts nothing', () => {
    repository.git('checkout', '-q', 'main')
    repository.calls()
    repository.git('checkout', '-q', 'same')
    repository.git('checkout', '-q', '-b', 'new')
    repository.git('checkout', '-q', 'other', '--', 'go.mod')
    expect(started()).toStrictEqual([])
  })

  it('of a new working tree and of a clone starts nothing', () => {
    const tree = join(repository.folder, 'tree')
    repository.git('worktree', 'add', '-q', tree, 'main')
    expect(started()).toStrictEqual([])
    repository.gitIn(tree, 'checkout', '-q', '--detach', 'other')
    expect(started()).toStrictEqual(['post-checkout'])
    const hooks = join(repository.top, '.git/hooks')
    repository.gitIn(repository.folder, '-c', `core.hooksPath=${hooks}`, 'clone', '-q', repository.top, 'clone')
    expect(started()).toStrictEqual([])
  })
})

describe('a merge', () => {
  it.each([
    ['with a commit', ['--no-ff']],
    ['that only moves the branch', ['--ff-only']],
  ])('%s starts goparity once when it brings another go.mod', (_name, flags) => {
    repository.git('checkout', '-q', '-b', 'topic')
    repository.commit('topic', { 'go.mod': `${MOD}// topic\n` })
    repository.git('checkout', '-q', 'main')
    repository.calls()
    repository.git('merge', '-q', ...flags, 'topic')
    expect(repository.calls()).toMatchObject([
      { args: ['sync', '--hook', 'post-merge', '--policy', 'warn', 'docker:dev'], staged: `${MOD}// topic` },
    ])
  })

  it('that brings other files starts nothing', () => {
    diverge({ main: 'go.mod' })
    repository.git('merge', '-q', 'topic')
    expect(started()).toStrictEqual([])
  })

  it('that is only staged comes with its commit', () => {
    diverge({ topic: 'go.mod' })
    repository.git('merge', '-q', '--squash', 'topic')
    expect(started()).toStrictEqual([])
    repository.git('commit', '-q', '-m', 'squashed')
    expect(started()).toStrictEqual(['pre-commit'])
  })

  it('of a pull is one, too', () => {
    const clone = join(repository.folder, 'clone')
    repository.git('clone', '-q', repository.top, clone)
    repository.commit('later', { 'go.mod': `${MOD}// later\n` })
    repository.calls()
    repository.gitIn(clone, '-c', `core.hooksPath=${join(repository.top, '.git/hooks')}`, 'pull', '-q')
    expect(started()).toStrictEqual(['post-merge'])
  })
})

describe.each([
  ['merge', []],
  ['apply', ['--apply']],
])('a rebase with the backend %s', (_name, flags) => {
  it('starts goparity once, at its end, when go.mod is another one', () => {
    diverge({ main: 'go.mod' })
    repository.git('checkout', '-q', 'topic')
    repository.calls()
    repository.git('rebase', '-q', ...flags, 'main')
    expect(repository.calls()).toMatchObject([
      { args: ['sync', '--hook', 'post-rewrite', '--policy', 'warn', 'docker:dev'], stdin: '', staged: `${MOD}// main` },
    ])
  })

  it('starts nothing when go.mod is what it was', () => {
    diverge({ topic: 'go.mod' })
    repository.git('checkout', '-q', 'topic')
    repository.calls()
    repository.git('rebase', '-q', ...flags, 'main')
    expect(started()).toStrictEqual([])
  })

  it('that has nothing to pick starts goparity once', () => {
    diverge({ main: 'go.mod' })
    repository.git('checkout', '-q', '-b', 'behind', 'main~1')
    repository.calls()
    repository.git('rebase', '-q', ...flags, 'main')
    expect(repository.calls()).toMatchObject([{ staged: `${MOD}// main` }])
  })

  it('of another branch is compared with what was checked out before', () => {
    diverge({ topic: 'go.mod' })
    repository.git('rebase', '-q', ...flags, 'main', 'topic')
    expect(repository.calls().at(-1)).toMatchObject({ staged: `${MOD}// topic` })
  })
})

describe('a rebase', () => {
  it('that stops at a conflict starts goparity once, at its end', () => {
    diverge({ main: 'go.mod', topic: 'go.mod' })
    repository.git('checkout', '-q', 'topic')
    repository.calls()
    expect(repository.try(['rebase', 'main']).status).toBe(1)
    expect(started()).toStrictEqual([])
    repository.write({ 'go.mod': `${MOD}// both\n` })
    repository.git('add', 'go.mod')
    repository.git('rebase', '--continue')
    expect(repository.calls()).toMatchObject([{ args: expect.arrayContaining(['post-rewrite']), staged: `${MOD}// both` }])
  })

  it('that is given up leaves what was there, and starts nothing', () => {
    diverge({ main: 'go.mod', topic: 'go.mod' })
    repository.git('checkout', '-q', 'topic')
    repository.calls()
    expect(repository.try(['rebase', 'main']).status).toBe(1)
    repository.git('rebase', '--abort')
    expect(started()).toStrictEqual([])
  })

  it('in which a person committed another go.mod brings the last one, even when that is the first one', () => {
    repository.commit('one', { 'a.txt': '' })
    repository.commit('two', { 'b.txt': '' })
    const env = { GIT_SEQUENCE_EDITOR: "sed -i '1s/^pick/edit/'" }
    expect(repository.try(['rebase', '-i', 'HEAD~2'], { env }).status).toBe(0)
    repository.commit('there', { 'go.mod': `${MOD}// there\n` })
    repository.commit('and back', { 'go.mod': MOD })
    expect(started()).toStrictEqual(['pre-commit', 'pre-commit'])
    repository.git('rebase', '--continue')
    expect(started()).toStrictEqual(['post-rewrite'])
  })

  it('without a log of HEAD is compared with ORIG_HEAD', () => {
    repository.git('config', 'core.logAllRefUpdates', 'false')
    rmSync(join(repository.top, '.git/logs'), { recursive: true })
    diverge({ main: 'go.mod' })
    repository.git('checkout', '-q', 'topic')
    repository.calls()
    repository.git('rebase', '-q', 'main')
    expect(started()).toStrictEqual(['post-rewrite'])
  })
})
