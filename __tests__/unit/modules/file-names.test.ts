import { describe, expect, it } from '@jest/globals'
import { faultOfFileName, openNameTree } from '../../../src/modules/index.js'

describe('the name of a file in a module', () => {
  it.each(['go.mod', 'a/b_test.go', 'a b/c~d.txt', '.github/x', '中/é.go', 'a-b+c=d,@[]{}^%&!#$().go', 'com0', 'console.go', 'ab~1/x'])(
    'may be %s',
    (name) => {
      expect(faultOfFileName(name)).toBeNull()
    },
  )

  it.each([
    ['', 'is empty'],
    ['/a', 'has an empty part'],
    ['a//b', 'has an empty part'],
    ['a/', 'has an empty part'],
    ['../a', 'goes through . or ..'],
    ['a/./b', 'goes through . or ..'],
    ['a/.../b', 'goes through . or ..'],
    ['a./b', 'has a part that ends with a dot'],
    ['a\\b', 'has characters that Go does not allow'],
    ['a:b', 'has characters that Go does not allow'],
    ['a\nb', 'has characters that Go does not allow'],
    ['a\u202Eb', 'has characters that Go does not allow'],
    ['😀', 'has characters that Go does not allow'],
    ['a/CON', 'has a part that Windows keeps for a device'],
    ['lpt1.tar.gz', 'has a part that Windows keeps for a device'],
  ])('may not be %j: it %s', (name, fault) => {
    expect(faultOfFileName(name)).toBe(fault)
  })
})

function clashOf(names: readonly string[]): string | null {
  const tree = openNameTree()
  return names.map((name) => tree.add(name.replace(/\/$/, ''), name.endsWith('/'))).findLast((clash) => clash !== null) ?? null
}

describe('names beside each other', () => {
  it.each<[string, readonly string[], string | null]>([
    ['files of one folder', ['a/b', 'a/c', 'd'], null],
    ['a folder named twice and its files', ['a/', 'a/b', 'a/'], null],
    ['one file twice', ['a/b', 'a/b'], 'stands there twice'],
    ['two spellings of a file', ['README', 'Readme'], 'stands there in two spellings'],
    ['two spellings of a folder', ['a/b', 'A/c'], 'stands there in two spellings'],
    ['a file that is a folder too', ['a', 'a/b'], 'is a file and a folder'],
    ['a folder that is a file too', ['a/b', 'a'], 'is a file and a folder'],
    ['an s and the long one of old prints', ['s', '\u017F'], 'stands there in two spellings'],
    ['a K and the sign of Kelvin', ['K', '\u212A'], 'stands there in two spellings'],
    ['a final sigma at the end', ['\u03B1\u03A3', '\u03B1\u03C3'], 'stands there in two spellings'],
    ['the i with and without a dot', ['i', '\u0131'], null],
    ['names of objects', ['__proto__', 'constructor'], null],
  ])('are judged: %s', (_name, names, clash) => {
    expect(clashOf(names)).toBe(clash)
  })

  it('are counted with their folders', () => {
    const tree = openNameTree()
    tree.add('a/b/c', false)
    tree.add('a/d', false)
    expect(tree.size).toBe(4)
  })
})
