import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { contradictions, isDeclaring, readDeclarations } from '../../../src/declared/index.js'

it('finds nothing in this very repository', async () => {
  const names = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(isDeclaring)
  expect(names).toContain('.github/workflows/ci.yml')
  const declared = await readDeclarations(new Map(names.map((name) => [name, readFileSync(name, 'utf8')])))
  expect(declared.unreadable).toStrictEqual([])
  expect(declared.declarations.filter(({ setting }) => setting === 'go').length).toBeGreaterThan(0)
  expect(contradictions(declared)).toStrictEqual([])
})
