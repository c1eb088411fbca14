import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { HOOK_NAMES } from '../../src/hooks/index.js'
import { HookRepository, MOD } from './hook-repository.js'

let repository: HookRepository
let said: string

/** What the earlier hooks wrote down since the last time. */
function told(): string {
  if (!existsSync(said)) return ''
  const text = readFileSync(said, 'utf8')
  writeFileSync(said, '')
  return text
}

beforeEach(() => {
  repository = new HookRepository()
  said = join(repository.folder, 'said')
  repository.env['SAID'] = said
})

describe('the hook that was there', () => {
  it('runs first, and what it stages is brought', async () => {
    repository.hook('pre-commit', `#!/bin/sh\necho "// formatted" >>go.mod\ngit add go.mod`)
    await repository.install()
    repository.commit('x', { 'main.go': 'package main // x\n' })
    expect(repository.calls()).toMatchObject([{ staged: `${MOD}// formatted` }])
  })

  it('has the same arguments, standard input and environment', async () => {
    const text = `#!/bin/sh\nprintf '%s: %s [%s] %s\\n' "\${0##*/}" "$*" "$(cat)" "$GIT_INDEX_FILE" >>"$SAID"\n`
    const plain = text.replace('${0##*/}', 'hook')
    for (const name of HOOK_NAMES) repository.hook(name, plain)
    const scene = (): string => {
      repository.git('checkout', '-q', '-B', 'topic', 'main~0')
      repository.commit('topic', { 'topic.txt': String(Math.random()) })
      repository.git('commit', '-q', '--amend', '-m', 'again')
      repository.git('checkout', '-q', 'main')
      repository.git('merge', '-q', '--no-ff', 'topic')
      // Names of commits differ from time to time.
      return told().replaceAll(/\b[0-9a-f]{40}\b/g, 'ID')
    }
    const before = scene()
    await repository.install()
    expect(scene()).toBe(before)
    expect(before).toContain('hook: amend [ID ID]')
    expect(before).toContain('hook: ID ID 1 []')
  })

  it.each([1, 3, 77, 127])('that ends with %i stops the commit as before, and ours does not run', async (code) => {
    repository.hook('pre-commit', `#!/bin/sh\necho no >&2\nexit ${String(code)}\n`)
    repository.write({ 'go.mod': `${MOD}// x\n` })
    const before = repository.try(['commit', '-a', '-m', 'x'])
    await repository.install()
    expect(repository.try(['commit', '-a', '-m', 'x'])).toStrictEqual(before)
    expect(before).toStrictEqual({ status: 1, stdout: '', stderr: 'no\n' })
    expect(repository.calls()).toStrictEqual([])
  })

  it('keeps its exit code where git shows it', async () => {
    repository.hook('post-checkout', '#!/bin/sh\nexit 5\n')
    const plain = repository.try(['checkout', '-q', '-b', 'one']).status
    await repository.install()
    expect([plain, repository.try(['checkout', '-q', '-b', 'other']).status]).toStrictEqual([1, 1])
  })

  it('that is no program does not run, as before', async () => {
    writeFileSync(join(repository.top, '.git/hooks/pre-commit'), '#!/bin/sh\nexit 1\n', { mode: 0o644 })
    await repository.install()
    repository.commit('x', { 'go.mod': `${MOD}// x\n` })
    expect(repository.calls()).toHaveLength(1)
  })

  it.each([
    ['without a first line', 'echo ran >>"$SAID"'],
    ['in another language', `#!${process.execPath}\nrequire('node:fs').appendFileSync(process.env.SAID, 'ran\\n')`],
    ['with a shell that has flags', '#!/bin/sh -e\necho ran >>"$SAID"\nfalse\necho not reached >>"$SAID"'],
    ['in bash', '#!/usr/bin/env bash\n[[ "${BASH_SOURCE[0]}" == "$0" ]] && echo ran >>"$SAID"'],
  ])('%s runs', async (_name, text) => {
    repository.hook('pre-commit', text)
    await repository.install()
    repository.write({ 'main.go': 'package main // x\n' })
    repository.try(['commit', '-a', '-m', 'x'])
    expect(told()).toBe('ran\n')
  })

  it('that is a link runs, and finds its neighbours', async () => {
    repository.write({ 'scripts/hook.sh': '#!/bin/sh\n. "$(dirname "$0")/common"\n' })
    repository.git('update-index', '--add', '--chmod=+x', 'scripts/hook.sh')
    repository.git('checkout-index', '-f', 'scripts/hook.sh')
    repository.hook('common', 'echo common >>"$SAID"\n')
    symlinkSync('../../scripts/hook.sh', join(repository.top, '.git/hooks/pre-commit'))
    await repository.install()
    repository.git('commit', '-q', '-m', 'x')
    expect(told()).toBe('common\n')
  })

  it.each([
    ['sh', '#!/bin/sh\necho "$(basename "$0") $# $*" >>"$SAID"\n'],
    ['sh with flags', '#!/bin/sh -eu\necho "${0##*/} $# $*" >>"$SAID"\n'],
    ['bash', '#!/usr/bin/env bash\necho "$(basename -- "$0") $# $*" >>"$SAID"\n'],
  ])('that asks for its name still has it (%s), also when it is linked under the others', async (_name, text) => {
    repository.hook('pre-commit', text)
    for (const name of HOOK_NAMES.slice(1)) symlinkSync('pre-commit', join(repository.top, '.git/hooks', name))
    const scene = (): string => {
      repository.git('checkout', '-q', '-B', 'topic', 'main')
      repository.commit('topic', { 'topic.txt': String(Math.random()) })
      repository.git('checkout', '-q', 'main')
      repository.git('merge', '-q', '--no-ff', 'topic')
      return told().replaceAll(/\b[0-9a-f]{40}\b/g, 'ID')
    }
    const before = scene()
    expect(before).toContain('pre-commit 0')
    expect(before).toContain('post-merge 1 0')
    expect((await repository.install()).notes).toStrictEqual([])
    expect(scene()).toBe(before)
    expect((await repository.install()).hooks.map(({ change }) => change)).toStrictEqual(HOOK_NAMES.map(() => 'unchanged'))
  })

  it('in a language in which it cannot be given its name is told of', async () => {
    repository.hook('pre-commit', '#!/usr/bin/env ruby\nhook_type = File.basename($0)\n')
    expect((await repository.install()).notes).toStrictEqual([
      'pre-commit: the hook that was there asks for its own name, and that is pre-commit.before-goparity now: see whether it still works',
    ])
  })

  it('does not see variables of ours, and ours none of its own', async () => {
    const names = ['old', 'code', 'node', 'cli', 'concerned', 'pending', 'missing', 'folder', 'earlier']
    repository.hook('pre-commit', `#!/bin/sh\nset | grep -E '^(${names.join('|')})=' >>"$SAID"\nconcerned=1\nexport concerned\n`)
    await repository.install()
    repository.write({ 'main.go': 'package main // x\n' })
    repository.try(['commit', '-a', '-m', 'x'], { env: Object.fromEntries(names.map((name) => [name, 'of the user'])) })
    expect(told().replaceAll("'", '').trim().split('\n').toSorted()).toStrictEqual(names.map((name) => `${name}=of the user`).toSorted())
    expect(repository.calls()).toStrictEqual([])
  })
})
