import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parseConfig } from '../../src/config/index.js'
import { tool } from '../support/tools.js'
import { goTestEnv, makeFolder, writeTree } from '../support/project.js'

const readme = readFileSync(resolve('README.md'), 'utf8')

/** Fenced blocks of a language, in order. */
function blocks(language: string, page = readme): readonly string[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(([, of]) => of === language).map(([, , text]) => text ?? '')
}

/** Times differ from run to run, and with them the width of a column; cgo is on or off by what the machine has. */
function withoutMachine(text: string): string {
  return text
    .replaceAll(/\b\d+(?:\.\d+)? (?:ms|s|min)\b/g, 'TIME')
    .replaceAll(/linux\/amd64[+-]cgo/g, 'linux/amd64')
    .replaceAll(/ {2,}/g, '  ')
}

describe('the README', () => {
  // After a change of the wording: npm run build && node scripts/readme-output.mjs
  it('shows what the command really prints about the broken example', () => {
    const ran = spawnSync(process.execPath, [resolve('dist/cli.js'), 'check', '-C', 'examples/broken'], {
      env: goTestEnv(makeFolder()),
      encoding: 'utf8',
    })
    expect(ran.status).toBe(3)
    const [shown = ''] = blocks('text')
    expect(withoutMachine(shown)).toBe(withoutMachine(ran.stdout))
  })

  it('names a first command that ends well, and says so in its first line', () => {
    const [first = ''] = blocks('sh')
    expect(first.trim()).toBe('node dist/cli.js check -C examples/hello')
    const ran = spawnSync(process.execPath, first.trim().split(' ').slice(1), { env: goTestEnv(makeFolder()), encoding: 'utf8' })
    expect(ran).toMatchObject({ status: 0 })
    expect(ran.stdout.split('\n')[0]).toMatch(/^✓ .*3 targets build/)
  })

  it('holds a workflow of at most 20 lines that actionlint accepts', () => {
    const [workflow = ''] = blocks('yaml')
    expect(workflow.trim().split('\n').length).toBeLessThanOrEqual(20)
    const folder = makeFolder()
    writeTree(folder, { '.github/workflows/parity.yml': workflow })
    const linted = spawnSync(tool('actionlint'), ['-no-color', '.github/workflows/parity.yml'], { cwd: folder, encoding: 'utf8' })
    expect(linted).toMatchObject({ status: 0, stdout: '' })
  }, 300_000)

  it('holds a configuration that is one', async () => {
    const [, config = ''] = blocks('yaml')
    expect((await parseConfig(config, '.goparity.yml')).targets).toHaveLength(3)
  })

  it('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '')
    expect(links).not.toHaveLength(0)
    expect(links.filter((path) => !existsSync(join(resolve('.'), path)))).toStrictEqual([])
  })
})

describe('the page of the report action', () => {
  const page = readFileSync(resolve('report/README.md'), 'utf8')

  it('holds workflows that actionlint accepts', () => {
    const workflows = blocks('yaml', page).filter((text) => text.startsWith('on:'))
    expect(workflows).toHaveLength(2)
    const folder = makeFolder()
    writeTree(folder, Object.fromEntries(workflows.map((text, at) => [`.github/workflows/${String(at)}.yml`, text])))
    const linted = spawnSync(tool('actionlint'), ['-no-color', '.github/workflows/0.yml', '.github/workflows/1.yml'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(linted).toMatchObject({ status: 0, stdout: '' })
  }, 300_000)
})
