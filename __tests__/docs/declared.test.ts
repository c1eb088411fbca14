import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it, jest } from '@jest/globals'
import { check } from '../../src/operations/index.js'
import { renderText } from '../../src/report/index.js'
import { goTestEnv, makeFolder, testHost, writeTree } from '../support/project.js'

// The go command does part of the work, on a machine that may be busy.
jest.setTimeout(180_000)

const PAGE = resolve('docs/declared.md')

it('the page shows what check says of the files that it shows', async () => {
  const page = readFileSync(PAGE, 'utf8')
  const files = Object.fromEntries([...page.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, path = '', text = '']) => [path, text]))
  expect(Object.keys(files)).toStrictEqual(['go.mod', '.github/workflows/ci.yml', 'Dockerfile'])
  const directory = makeFolder()
  writeTree(directory, { ...files, 'main.go': 'package main\n\nfunc main() {}\n' })
  execFileSync('git', ['init', '--quiet'], { cwd: directory })
  execFileSync('git', ['add', '--all'], { cwd: directory })
  const session = { host: testHost(directory, goTestEnv(makeFolder())), progress: () => undefined }
  const { report } = await check(session, { directory, config: {}, version: '0.0.0-test', job: {} })
  const [, said = ''] = /^findings\n([\s\S]*?)\n\n/m.exec(renderText(report, { color: false })) ?? []
  const written = page.replace(/(^```console\n)[\s\S]*?(^```$)/m, (_all, start: string, end: string) => `${start}${said}\n${end}`)
  if (process.env['GOPARITY_UPDATE_GOLDEN'] === '1') writeFileSync(PAGE, written)
  expect(readFileSync(PAGE, 'utf8')).toBe(written)
})
