import { describe, expect, it } from '@jest/globals'
import { unifiedDiff } from '../../../src/init/index.js'

/** Puts a diff on a text again. */
function patch(before: string, diff: string): string {
  const lines = before.split('\n')
  const result: string[] = []
  let at = 0
  for (const line of diff.split('\n').slice(2)) {
    const hunk = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@$/.exec(line)
    if (hunk !== null) {
      while (at < Number(hunk[1]) - 1) result.push(lines[at++] ?? '')
      if (result.length + 1 !== Number(hunk[3])) throw new Error(`hunk at ${line}, but ${String(result.length + 1)} lines stand before it`)
    } else if (line.startsWith('+')) result.push(line.slice(1))
    else if (line !== '') {
      if (lines[at] !== line.slice(1)) throw new Error(`${line}: the text has ${String(lines[at])} there`)
      if (line.startsWith(' ')) result.push(line.slice(1))
      at += 1
    }
  }
  return [...result, ...lines.slice(at)].join('\n')
}

const TWENTY = Array.from({ length: 20 }, (_, index) => `line ${String(index)}\n`).join('')

describe('a diff', () => {
  it.each([
    ['an insertion', TWENTY, TWENTY.replace('line 9\n', 'line 9\nnew\n')],
    ['a removal', TWENTY, TWENTY.replace('line 9\n', '')],
    ['changes far from one another', TWENTY, TWENTY.replace('line 2\n', 'two\n').replace('line 17\n', '')],
    ['changes near one another', TWENTY, TWENTY.replace('line 8\n', 'eight\n').replace('line 12\n', 'twelve\n12\n')],
    ['a new end', TWENTY, `${TWENTY}a\nb\n`],
    ['a new beginning', TWENTY, `a\n${TWENTY}`],
    ['everything', 'a\nb\n', 'c\nd\ne\n'],
  ])('of %s leads from the one text to the other', (_what, before, after) => {
    expect(patch(before, unifiedDiff('f', before, after))).toBe(after)
  })

  it('shows three lines around a change', () => {
    expect(unifiedDiff('f', TWENTY, TWENTY.replace('line 9\n', 'nine\n'))).toBe(
      '--- f\n+++ f\n@@ -7,7 +7,7 @@\n line 6\n line 7\n line 8\n-line 9\n+nine\n line 10\n line 11\n line 12\n',
    )
  })

  it('of equal texts is empty', () => {
    expect(unifiedDiff('f', TWENTY, TWENTY)).toBe('')
  })

  it('of long texts is shown without looking for common lines', () => {
    const [before, after] = ['a', 'b'].map((letter) => Array.from({ length: 5000 }, (_, index) => `${letter}${String(index)}\n`).join(''))
    expect(unifiedDiff('f', before ?? '', after ?? '').split('\n')).toHaveLength(10_004)
  })
})
