import { execFileSync } from 'node:child_process'
import { cpSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import * as v from 'valibot'
import { makeFolder, writeTree } from '../support/project.js'

const Cruise = v.object({
  modules: v.array(v.object({ source: v.string() })),
  summary: v.object({
    violations: v.array(v.object({ from: v.string(), to: v.string(), rule: v.object({ name: v.string() }) })),
  }),
})

/** What the import checker says of the `src` below a folder: `rule: from -> to`, and how many files it saw. */
function cruise(folder: string): { readonly violations: readonly string[]; readonly files: number } {
  const output = execFileSync(
    process.execPath,
    [
      resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      resolve('.dependency-cruiser.mjs'),
      '--output-type',
      'json',
      'src',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  )
  const report = v.parse(v.pipe(v.string(), v.parseJson(), Cruise), output)
  return {
    violations: report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
    files: report.modules.filter(({ source }) => source.startsWith('src/')).length,
  }
}

describe('the directions of the house', () => {
  it('are kept by every import in src', () => {
    const { violations, files } = cruise(resolve('.'))
    expect(violations).toStrictEqual([])
    expect(files).toBeGreaterThan(20)
  })

  /** One wrong import a file: the rule that must see it, the file, its text, what it wrongly reaches. */
  const planted: readonly (readonly [rule: string, file: string, text: string, to: string])[] = [
    [
      'pure-rooms-stay-pure',
      'src/modules/planted-a.ts',
      "import type { Host } from '../host/index.js'\nexport type A = Host\n",
      'src/host/index.ts',
    ],
    ['pure-rooms-stay-pure', 'src/report/planted-b.ts', "export type { Go } from '../go/index.js'\n", 'src/go/index.ts'],
    [
      'pure-rooms-need-no-node',
      'src/compare/planted-c.ts',
      "import { readFileSync } from 'node:fs'\nexport const c = readFileSync\n",
      'fs',
    ],
    [
      'pure-rooms-need-no-node',
      'src/snapshot/planted-d.ts',
      "export const d = async (): Promise<unknown> => await import('path')\n",
      'path',
    ],
    ['rooms-have-one-door', 'src/go/planted-e.ts', "export { nodeHost } from '../host/node-host.js'\n", 'src/host/node-host.ts'],
    ['top-files-use-the-doors', 'src/planted-f.ts', "export { nodeHost } from './host/node-host.js'\n", 'src/host/node-host.ts'],
    ['rooms-know-no-use-case', 'src/go/planted-g.ts', "import '../operations/index.js'\n", 'src/operations/index.ts'],
    ['rooms-know-no-use-case', 'src/testing/planted-h.ts', "import '../operations/index.js'\n", 'src/operations/index.ts'],
    ['nobody-imports-a-face', 'src/operations/planted-i.ts', "import '../cli/index.js'\n", 'src/cli/index.ts'],
    ['faces-keep-apart', 'src/actions/planted-j.ts', "import '../cli/index.js'\n", 'src/cli/index.ts'],
    [
      'actions-toolkit-at-the-edge',
      'src/host/planted-k.ts',
      "export const k = async (): Promise<unknown> => await import('@actions/exec')\n",
      '@actions/exec',
    ],
    ['no-circle', 'src/go/planted-l.ts', "import type { M } from './planted-m.js'\nexport type L = M\n", 'src/go/planted-m.ts'],
    ['imports-resolve', 'src/go/planted-n.ts', "import './nowhere.js'\n", './nowhere.js'],
    ['rooms-are-known', 'src/go/planted-o.ts', "import '../utils/index.js'\n", 'src/utils/index.ts'],
  ]
  let seen: readonly string[] = []

  beforeAll(() => {
    const folder = makeFolder()
    cpSync(resolve('src'), join(folder, 'src'), { recursive: true })
    cpSync(resolve('package.json'), join(folder, 'package.json'))
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    writeTree(folder, Object.fromEntries(planted.map(([, file, text]) => [file, text])))
    // What the planted imports reach, where it may not be there yet or has another shape.
    writeTree(folder, {
      'src/utils/index.ts': 'export {}\n',
      'src/operations/index.ts': 'export {}\n',
      'src/cli/index.ts': 'export {}\n',
      'src/go/planted-m.ts': "import type { L } from './planted-l.js'\nexport type M = L\n",
    })
    seen = cruise(folder).violations
  })

  it.each(planted)('are defended: %s sees the import in %s', (rule, file, _text, to) => {
    expect(seen.filter((violation) => violation.startsWith(`${rule}: ${file} -> `) && violation.includes(to))).toHaveLength(1)
  })
})
