import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { HookRepository, MOD } from './hook-repository.js'

/** Shells that git may find as sh. */
const SHELLS = [
  ['dash', []],
  ['bash', ['--posix']],
  ['busybox', ['sh']],
] as const

function isThere(shell: string): boolean {
  return spawnSync(shell, ['-c', ':']).error === undefined
}

async function expectTheSame(shell: string, flags: readonly string[]): Promise<void> {
  const repository = new HookRepository()
  const place = `exec:"it's" "$HOME" * \`x\``
  repository.hook('pre-commit', '#!/bin/sh\necho "earlier: $#" >&2\n')
  await repository.install({ place, policy: 'queue' })
  const start = (name: string, ...args: readonly string[]): { readonly status: number | null; readonly stderr: string } => {
    const { status, stderr } = spawnSync(shell, [...flags, join('.git/hooks', name), ...args], {
      cwd: repository.top,
      env: repository.env,
      encoding: 'utf8',
      input: '',
    })
    return { status, stderr }
  }
  expect(start('pre-commit')).toStrictEqual({ status: 0, stderr: 'earlier: 0\n' })
  expect(repository.calls()).toStrictEqual([])
  repository.write({ 'go.mod': `${MOD}// x\n` })
  repository.git('add', 'go.mod')
  expect(start('pre-commit')).toStrictEqual({ status: 0, stderr: 'earlier: 0\n' })
  expect(repository.calls().map(({ args }) => args)).toStrictEqual([['sync', '--hook', 'pre-commit', '--policy', 'queue', place]])
  repository.git('commit', '-q', '--no-verify', '-m', 'x')
  expect(start('post-checkout', 'HEAD~1', 'HEAD', '1')).toStrictEqual({ status: 0, stderr: '' })
  expect(start('post-checkout', 'HEAD~1', 'HEAD', '0')).toStrictEqual({ status: 0, stderr: '' })
  expect(repository.calls()).toHaveLength(1)
  expect(start('post-merge', '0').stderr).toBe('')
  expect(start('post-rewrite', 'rebase').stderr).toBe('')
}

describe('a hook says and does the same in', () => {
  for (const [shell, flags] of SHELLS)
    (isThere(shell) ? it : it.skip)(`${[shell, ...flags].join(' ')} (needs ${shell})`, async () => expectTheSame(shell, flags))
})
