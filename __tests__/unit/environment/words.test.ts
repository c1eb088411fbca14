import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { flagName, joinWords, splitWords } from '../../../src/environment/index.js'

describe('splitWords', () => {
  it.each<[string, readonly string[] | null]>([
    ['', []],
    ['  a\tb\n c ', ['a', 'b', 'c']],
    [`'-ldflags=-s -w' -trimpath`, ['-ldflags=-s -w', '-trimpath']],
    [`"it's" x`, [`it's`, 'x']],
    [`-ldflags='-s -w'`, [`-ldflags='-s`, `-w'`]],
    [`''`, ['']],
    [`'a'b`, ['a', 'b']],
    [`'open`, null],
  ])('splits %j as go does', (text, words) => {
    expect(splitWords(text)).toEqual(words)
  })

  it('gives back what joinWords joined', () => {
    const word = fc.string({ unit: fc.constantFrom('a', '-', '=', ' ', '\t', "'", '$', 'é') })
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(splitWords(joinWords(words))).toEqual(words)
      }),
    )
  })
})

describe('flagName', () => {
  it.each([
    ['-tags=a,b', '-tags'],
    ['--tags=a', '-tags'],
    ['-race', '-race'],
    ['-ldflags=-X=a=b', '-ldflags'],
  ])('is the flag of %s', (word, name) => {
    expect(flagName(word)).toBe(name)
  })
})
