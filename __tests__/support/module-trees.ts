import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'

/** Parts of names in which the order of bytes, of UTF-16 units and of languages differ. */
const PARTS = [
  'a',
  'A',
  'b',
  'B',
  'ab',
  'a b',
  'a-b',
  'a.b',
  '_',
  '~',
  'é',
  'é',
  'ß',
  'Ω',
  '\u{FF21}',
  '\u{10400}',
  '𝒳',
  '中',
  '文',
  'z',
  '.a',
  'README',
  'readme',
]

const segment = fc.oneof(
  fc.constantFrom(...PARTS),
  fc.string({ unit: fc.constantFrom(...'abcXYZ0189-_'.split('')), minLength: 1, maxLength: 12 }),
)
const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'))
const content = fc.oneof(
  fc.constant(''),
  fc.string({ maxLength: 40 }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
)

/** Files of a module: text by path; no path is a folder of another. */
export const moduleTree: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .uniqueArray(fc.tuple(path, content), { minLength: 1, maxLength: 12, selector: ([name]) => name })
  .map((files) => {
    const names = files.map(([name]) => name)
    return Object.fromEntries(files.filter(([name]) => !names.some((other) => other.startsWith(`${name}/`))))
  })

/** The same trees in every run. */
export function sampleTrees(count: number, seed: number): readonly Readonly<Record<string, string>>[] {
  return fc.sample(moduleTree, { numRuns: count, seed })
}

export function writeModuleTree(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text, 'latin1')
  }
}
