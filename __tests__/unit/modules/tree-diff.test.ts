import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { diffTrees, type ComparedFile } from '../../../src/modules/index.js'
import { byteOrder } from '../../../src/snapshot/index.js'

function file(path: string, more: Partial<ComparedFile> = {}): ComparedFile {
  return { path, kind: 'file', sha256: 'aa', mode: 0o444, ...more }
}

describe('the difference of two trees', () => {
  it.each<[string, ComparedFile | null, ComparedFile | null, string | null]>([
    ['the same content', file('a'), file('a'), null],
    ['other content', file('a'), file('a', { sha256: 'bb' }), 'modified'],
    ['other content and other permissions', file('a'), file('a', { sha256: 'bb', mode: 0o755 }), 'modified'],
    ['a file too many', null, file('a'), 'added'],
    ['a file too few', file('a'), null, 'removed'],
    ['a program where none was', file('a'), file('a', { mode: 0o555 }), 'mode'],
    ['a file that may be written (-modcacherw)', file('a'), file('a', { mode: 0o644 }), null],
    ['permissions that a zip does not tell', file('a', { mode: 0 }), file('a', { mode: 0o755 }), null],
    ['a link in place of a file', file('a'), file('a', { kind: 'symlink', sha256: null }), 'link'],
    ['a link too many', null, file('a', { kind: 'symlink', sha256: null }), 'link'],
    ['a fifo in place of a file', file('a'), file('a', { kind: 'other', sha256: null }), 'irregular'],
  ])('sees in %s what it is', (_name, expected, found, change) => {
    expect(diffTrees(expected === null ? [] : [expected], found === null ? [] : [found])).toEqual(
      change === null ? [] : [{ path: 'a', change }],
    )
  })

  it('does not count the folders that a zip names and a listing does not', () => {
    expect(diffTrees([file(''), file('a/'), file('a/b')], [file('a/b')])).toEqual([])
  })

  it('names each file once, in the byte order of Go', () => {
    const paths = ['b', 'B', 'a/b', 'a.b', '\u{1F600}', '\uFF5E']
    expect(
      diffTrees(
        [],
        paths.map((path) => file(path)),
      ).map(({ path }) => path),
    ).toEqual(['B', 'a.b', 'a/b', 'b', '\uFF5E', '\u{1F600}'])
  })

  it('is turned round when the trees are swapped, and nothing for a tree and itself', () => {
    const tree = fc
      .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'Ä', '中'), fc.constantFrom('aa', 'bb')), { selector: ([name]) => name })
      .map((files) => files.map(([path, sha256]) => file(path, { sha256 })))
    const swapped = { added: 'removed', removed: 'added' } as const
    fc.assert(
      fc.property(tree, tree, (left, right) => {
        const there = diffTrees(left, right)
        expect(diffTrees(left, left)).toEqual([])
        expect(
          there.map(({ path, change }) => ({ path, change: change === 'added' || change === 'removed' ? swapped[change] : change })),
        ).toEqual(diffTrees(right, left))
        expect(there.map(({ path }) => path)).toEqual(there.map(({ path }) => path).toSorted(byteOrder))
      }),
    )
  })

  it('does not mistake the names of objects for files', () => {
    expect(diffTrees([file('__proto__')], [file('constructor')])).toEqual([
      { path: '__proto__', change: 'removed' },
      { path: 'constructor', change: 'added' },
    ])
  })
})
