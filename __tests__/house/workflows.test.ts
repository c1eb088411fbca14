import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { makeFolder, writeTree } from '../support/project.js'
import { tool } from '../support/tools.js'

const folder = resolve('.github/workflows')
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => join(folder, name))

function run(program: string, args: readonly string[], cwd: string): { readonly status: number | null; readonly output: string } {
  const done = spawnSync(program, args, { cwd, encoding: 'utf8' })
  return { status: done.status, output: `${done.stdout}${done.stderr}` }
}

/** Building or fetching a tool the first time. */
const FIRST_TIME = 5 * 60_000
/** zizmor comes as a Python package: a laptop may lack Python, CI may not. */
const havePython = process.env['CI'] !== undefined || run('python3', ['-m', 'pip', '--version'], '.').status === 0

function expectCleanByZizmor(): void {
  const report = run(tool('zizmor'), ['--offline', '--no-progress', '--quiet', '.'], resolve('.'))
  expect(report).toMatchObject({ status: 0 })
}

describe('the workflows', () => {
  it('are there', () => {
    expect(files).not.toHaveLength(0)
  })

  it.each(files)('pin every foreign action to a commit, with its version beside it: %s', (file) => {
    const uses = readFileSync(file, 'utf8').match(/uses: .*/g) ?? []
    expect(uses.filter((line) => !/^uses: (?:\.\/|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/.test(line))).toStrictEqual([])
  })

  it(
    'are clean by actionlint, which sees the action of this repository too',
    () => {
      const actionlint = tool('actionlint')
      expect(run(actionlint, ['-no-color', '-shellcheck=', '-pyflakes='], resolve('.'))).toStrictEqual({ status: 0, output: '' })
      const other = makeFolder()
      writeTree(other, {
        '.github/workflows/x.yml': 'on: push\njobs:\n  x:\n    runs-on: nowhere\n    steps:\n      - run: echo ${{ matrix.go }}\n',
      })
      run('git', ['init', '-q'], other)
      expect(run(actionlint, ['-no-color', '-shellcheck=', '-pyflakes='], other).status).toBe(1)
    },
    FIRST_TIME,
  )

  ;(havePython ? it : it.skip)('and the actions are clean by zizmor (needs python3 with pip)', expectCleanByZizmor, FIRST_TIME)
})
