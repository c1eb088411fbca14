import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import { classify } from '../../src/incidents/index.js'
import { makeFolder } from '../support/project.js'
import { checkOutModule, realModulesEnv } from './plain-go.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(1_200_000)

const MODULES = [
  'github.com/junegunn/fzf@v0.65.2',
  'github.com/spf13/cobra@v1.8.1',
  'golang.org/x/term@v0.47.0',
  'golang.org/x/net@v0.62.0',
  'golang.org/x/mod@v0.22.0',
  'github.com/klauspost/compress@v1.20.3',
  'github.com/mattn/go-isatty@v0.0.20',
  'github.com/google/go-cmp@v0.6.0',
  'github.com/BurntSushi/toml@v1.4.0',
  'github.com/fsnotify/fsnotify@v1.8.0',
  'golang.org/x/sync@v0.10.0',
  'github.com/google/uuid@v1.6.0',
]
const GOOD: readonly (readonly string[])[] = [
  ['build', '-v', './...'],
  ['build', '-x', '-a', '-n', '.'],
  ['list', '-m', 'all'],
  ['vet', './...'],
  ['test', '-run', '^$', './...'],
]

/** Ordinary mistakes, in a file as it stands. */
const MISTAKES: readonly (readonly [name: string, make: (source: string) => string])[] = [
  ['a type', (source) => `${source}\nvar goparityA int = "one"\n`],
  ['a name', (source) => `${source}\nvar goparityB = goparityNowhere\n`],
  ['an import', (source) => source.replace(/^(package \w+.*)$/m, '$1\n\nimport goparityC "strings"')],
  ['a brace', (source) => `${source}\nfunc goparityD() {\n`],
  ['a return', (source) => `${source}\nfunc goparityE() int {}\n`],
]

const scratch = makeFolder()
const env = { ...realModulesEnv(scratch), CGO_ENABLED: '0' }

function go(folder: string, args: readonly string[]): { readonly ok: boolean; readonly log: string } {
  const done = spawnSync('go', args, { cwd: folder, env, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  return { ok: done.status === 0, log: `$ go ${args.join(' ')}\n${done.stdout}${done.stderr}` }
}

/** A Go file of the package in the folder itself or in the first folder that has one; no test, and of every platform. */
function findSource(folder: string): string {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const file = entries.find(({ name }) => /^[a-z]+\.go$/.test(name))
  if (file !== undefined) return join(folder, file.name)
  for (const entry of entries) {
    if (!entry.isDirectory() || /^(?:[._]|testdata$|vendor$|internal$)/.test(entry.name)) continue
    const found = findSource(join(folder, entry.name))
    if (found !== '') return found
  }
  return ''
}

describe('a log in which nothing is wrong with the environment', () => {
  const folders: string[] = []

  beforeAll(() => {
    mkdirSync(join(scratch, 'projects'))
    for (const [index, module] of MODULES.entries()) {
      const folder = join(scratch, 'projects', String(index))
      checkOutModule(module, folder, env)
      folders.push(folder)
    }
  })

  it('of 50 builds that go well gives nothing', () => {
    const told = folders
      .flatMap((folder, index) =>
        GOOD.map((args) => {
          const { ok, log } = go(folder, args)
          return { module: MODULES[index], args: args.join(' '), ok, rules: classify(log).map(({ rule }) => rule) }
        }),
      )
      .filter(({ ok }) => ok)
    expect(told.length).toBeGreaterThanOrEqual(50)
    expect(told.filter(({ rules }) => rules.length > 0)).toEqual([])
  })

  it('of 50 builds that fail for a mistake in the code gives that and nothing else', () => {
    const told = folders.flatMap((folder, index) => {
      const path = findSource(folder)
      const source = readFileSync(path, 'utf8')
      return MISTAKES.map(([name, make]) => {
        writeFileSync(path, make(source))
        const { ok, log } = go(folder, ['build', './...'])
        writeFileSync(path, source)
        return { module: MODULES[index], name, ok, rules: [...new Set(classify(log).map(({ rule }) => rule))].join() }
      })
    })
    expect(told.length).toBeGreaterThanOrEqual(50)
    expect(told.filter(({ ok, rules }) => ok || rules !== 'code/compile-error')).toEqual([])
  })
})
