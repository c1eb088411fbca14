import { describe, expect, it } from '@jest/globals'
import { array, assert, boolean, constantFrom, integer, oneof, property, record, string, type Arbitrary } from 'fast-check'
import { readPatch } from '../../../src/compare/change.js'

/** What became of a line of a file. */
type Edit = { readonly kind: 'keep' | 'drop' | 'add'; readonly text: string }

const edits: Arbitrary<readonly Edit[]> = array(
  record({
    kind: constantFrom('keep' as const, 'keep' as const, 'keep' as const, 'drop' as const, 'add' as const),
    // Text that looks like the parts of a patch must not be taken for them.
    text: oneof(
      constantFrom('', '@@ -1,2 +3,4 @@', '+', '-', '++ b/x', '\\ No newline at end of file', ' ', 'a\tb'),
      string({ maxLength: 20 }).map((text) => text.replaceAll(/[\r\n]/g, ' ')),
    ),
  }),
  { maxLength: 60 },
)

/** A unified diff of the edits, written as diff does: hunks with some lines of context. */
function writePatch(all: readonly Edit[], context: number): { readonly patch: string; readonly added: ReturnType<typeof readPatch> } {
  const near = all.map((_, at) => all.slice(Math.max(0, at - context), at + context + 1).some(({ kind }) => kind !== 'keep'))
  const added: { line: number; text: string }[] = []
  const hunks: { header: () => string; lines: string[]; old: number; now: number }[] = []
  let [oldLine, newLine] = [1, 1]
  for (const [at, { kind, text }] of all.entries()) {
    if (near[at] === true) {
      if (at === 0 || near[at - 1] !== true) {
        const [oldStart, newStart] = [oldLine, newLine]
        const hunk = {
          header: () => `@@ -${String(oldStart)},${String(hunk.old)} +${String(newStart)},${String(hunk.now)} @@ func x() {`,
          lines: [] as string[],
          old: 0,
          now: 0,
        }
        hunks.push(hunk)
      }
      const hunk = hunks.at(-1)
      if (hunk === undefined) throw new Error('a hunk was begun')
      hunk.lines.push(`${{ keep: ' ', drop: '-', add: '+' }[kind]}${text}`)
      if (kind !== 'add') hunk.old += 1
      if (kind !== 'drop') hunk.now += 1
    }
    if (kind === 'add') added.push({ line: newLine, text })
    if (kind !== 'add') oldLine += 1
    if (kind !== 'drop') newLine += 1
  }
  return { patch: hunks.map(({ header, lines }) => [header(), lines.join('\n')].join('\n')).join('\n'), added }
}

describe('the lines that a patch adds', () => {
  it('have the numbers of the new file, whatever was edited', () => {
    assert(
      property(edits, integer({ min: 0, max: 4 }), boolean(), (all, context, last) => {
        const { patch, added } = writePatch(all, context)
        expect(readPatch(last ? `${patch}\n\\ No newline at end of file` : patch)).toEqual(added)
      }),
    )
  })

  it('are those that git diff shows', () => {
    const patch = [
      '@@ -1,9 +1,10 @@',
      ' module example.com/hello',
      ' ',
      '-go 1.24',
      '+go 1.25',
      '+toolchain go1.26.8',
      ' ',
      ' require (',
      '-\tgolang.org/x/sys v0.1.0',
      '+\tgolang.org/x/sys v0.2.0',
      ' \tgolang.org/x/term v0.1.0',
      ' )',
      ' ',
      '@@ -20 +21 @@ require (',
      '-old',
      '+new',
      '\\ No newline at end of file',
    ].join('\n')
    expect(readPatch(patch)).toEqual([
      { line: 3, text: 'go 1.25' },
      { line: 4, text: 'toolchain go1.26.8' },
      { line: 7, text: '\tgolang.org/x/sys v0.2.0' },
      { line: 21, text: 'new' },
    ])
  })

  it.each([
    [
      'a new file',
      '@@ -0,0 +1,2 @@\n+a\n+b',
      [
        { line: 1, text: 'a' },
        { line: 2, text: 'b' },
      ],
    ],
    ['a file that is gone', '@@ -1,2 +0,0 @@\n-a\n-b', []],
    ['Windows line breaks', '@@ -1 +1,2 @@\n a\r\n+b\r', [{ line: 2, text: 'b' }]],
    ['empty context lines without their space', '@@ -1,2 +1,3 @@\n\n+b\n c', [{ line: 2, text: 'b' }]],
    ['the names of the files before the first hunk', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b', [{ line: 1, text: 'b' }]],
    ['nothing', '', []],
    ['no patch', '+a\n+b', []],
    ['more lines than the header announces', '@@ -1 +1 @@\n-a\n+b\n+c\n+d', [{ line: 1, text: 'b' }]],
    ['a number that no file has', '@@ -1 +99999999999 @@\n+a', []],
    ['something else within a hunk', '@@ -1,3 +1,3 @@\n+a\n*\n+b', [{ line: 1, text: 'a' }]],
  ])('are told of %s', (_, patch, added) => {
    expect(readPatch(patch)).toEqual(added)
  })

  it('are bounded in number and length', () => {
    const many = readPatch(`@@ -0,0 +1,50000 @@\n${'+a\n'.repeat(50_000)}`)
    expect(many).toHaveLength(20_000)
    expect(readPatch(`@@ -0,0 +1 @@\n+${'a'.repeat(1_000_000)}`)[0]?.text).toHaveLength(1000)
  })

  it('are read from any text without an error', () => {
    assert(
      property(string({ unit: constantFrom('@', ' ', '+', '-', '1', ',', '\n', '\r', '\\', 'a') }), (text) => {
        for (const { line } of readPatch(`@@ -1,9 +1,9 @@\n${text}`)) expect(Number.isSafeInteger(line)).toBe(true)
      }),
    )
  })
})
