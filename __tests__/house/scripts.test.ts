import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { makeFolder, writeTree } from '../support/project.js'

function node(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = resolve('.'),
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const plain = Object.fromEntries(Object.entries(process.env).filter(([key]) => key !== 'GOPARITY_COUNTS'))
  return spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...plain, ...env }, cwd })
}

function checkLock(packages: unknown): { readonly status: number | null; readonly stderr: string } {
  const folder = makeFolder()
  writeTree(folder, { 'lock.json': JSON.stringify({ packages }) })
  const { status, stderr } = node([resolve('scripts/check-lock.mjs'), join(folder, 'lock.json')])
  return { status, stderr }
}

describe('check-lock', () => {
  const whole = {
    '': { name: 'x' },
    'node_modules/tool': {
      version: '1.0.0',
      integrity: 'sha512-a',
      optionalDependencies: { 'tool-linux': '1.0.0', 'tool-darwin': '1.0.0' },
    },
    'node_modules/tool-linux': { version: '1.0.0', integrity: 'sha512-b' },
    'node_modules/tool-darwin': { version: '1.0.0', integrity: 'sha512-c' },
  }

  it('accepts a lock with an entry for every platform', () => {
    expect(checkLock(whole)).toStrictEqual({ status: 0, stderr: '' })
  })

  it('refuses one that lacks the binaries of other platforms', () => {
    const { 'node_modules/tool-darwin': _gone, ...rest } = whole
    expect(checkLock(rest)).toStrictEqual({ status: 1, stderr: 'node_modules/tool 1.0.0: 1 of 2 optional packages missing: tool-darwin\n' })
  })

  it('refuses one that names the registry it was written with', () => {
    const named = {
      ...whole,
      'node_modules/tool-linux': { ...whole['node_modules/tool-linux'], resolved: 'https://registry.example.com/x.tgz' },
    }
    expect(checkLock(named)).toStrictEqual({ status: 1, stderr: 'node_modules/tool-linux: names its registry\n' })
  })
})

function runJest(files: Readonly<Record<string, string>>): {
  readonly last: readonly string[]
  readonly counts: string
  readonly status: number | null
} {
  const folder = makeFolder()
  writeTree(folder, { 'package.json': '{}', ...files })
  const counts = join(folder, 'counts')
  const jest = resolve('node_modules/jest/bin/jest.js')
  const ran = node(
    [jest, '--rootDir', folder, `--reporters=${resolve('scripts/final-line-reporter.mjs')}`],
    { GOPARITY_COUNTS: counts },
    folder,
  )
  return { last: ran.stdout.trimEnd().split('\n'), counts: existsSync(counts) ? readFileSync(counts, 'utf8') : '', status: ran.status }
}

describe('the closing line of a test run', () => {
  it('counts passed, failed and skipped tests, names the skipped, and adds the counts to a file', () => {
    const { last, counts, status } = runJest({
      'a.test.js': "test('good', () => {})\ntest('bad', () => { throw new Error('x') })\ntest['skip']('later', () => {})\n",
      'b.test.js': "throw new Error('cannot even be loaded')\n",
    })
    expect(status).toBe(1)
    expect(last.at(-1)).toBe('1 passed, 2 failed, 1 skipped')
    expect(last.at(-2)).toMatch(/^skipped: .*a\.test\.js: later$/)
    expect(counts).toBe('{"passed":1,"failed":2,"skipped":1}\n')
  })
})
