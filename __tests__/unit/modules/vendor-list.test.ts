import { describe, expect, it } from '@jest/globals'
import { parseGoSum, parseModulesTxt, readVendoredList, withoutMarkers } from '../../../src/modules/index.js'

const LIST = `## workspace
# example.com/a v1.2.3
## explicit; go 1.21
example.com/a
example.com/a/sub
# example.com/b v1.0.0 => example.com/fork v1.1.0
## go 1.17
example.com/b
# example.com/c v1.0.0 => ./my folder/c
## explicit
example.com/c
# example.com/unused => ../unused
`

describe('parseModulesTxt', () => {
  it('reads modules with their replacements, markers and packages', () => {
    expect(parseModulesTxt(LIST)).toEqual({
      workspace: true,
      modules: [
        { path: 'example.com/a', version: 'v1.2.3', explicit: true, goVersion: '1.21', packages: ['example.com/a', 'example.com/a/sub'] },
        {
          path: 'example.com/b',
          version: 'v1.0.0',
          replace: { path: 'example.com/fork', version: 'v1.1.0' },
          explicit: false,
          goVersion: '1.17',
          packages: ['example.com/b'],
        },
        {
          path: 'example.com/c',
          version: 'v1.0.0',
          replace: { path: './my folder/c', version: null },
          explicit: true,
          goVersion: null,
          packages: ['example.com/c'],
        },
        {
          path: 'example.com/unused',
          version: null,
          replace: { path: '../unused', version: null },
          explicit: false,
          goVersion: null,
          packages: [],
        },
      ],
    })
  })

  it('reads CRLF line ends and ignores lines before the first module', () => {
    expect(parseModulesTxt('stray\r\n# m v1.0.0\r\n## explicit\r\nm\r\n').modules).toEqual([
      { path: 'm', version: 'v1.0.0', explicit: true, goVersion: null, packages: ['m'] },
    ])
  })
})

describe('readVendoredList', () => {
  it('is a build list with the main module, the hashes of what is built, and without unused replacements', () => {
    const sums = parseGoSum('example.com/fork v1.1.0 h1:fork=\nexample.com/b v1.0.0 h1:b=\nexample.com/a v1.2.3 h1:a=\n')
    expect(readVendoredList(parseModulesTxt(LIST), ['example.com/app'], new Set(['example.com/a', 'example.com/c']), [sums])).toEqual([
      { path: 'example.com/a', version: 'v1.2.3', sum: 'h1:a=' },
      { path: 'example.com/app', version: null, main: true },
      {
        path: 'example.com/b',
        version: 'v1.0.0',
        indirect: true,
        replace: { path: 'example.com/fork', version: 'v1.1.0' },
        sum: 'h1:fork=',
      },
      { path: 'example.com/c', version: 'v1.0.0', replace: { path: './my folder/c', version: null } },
    ])
  })
})

describe('withoutMarkers', () => {
  it('makes lists of different Go releases equal, and nothing else', () => {
    const older = LIST.replace('## explicit; go 1.21', '## explicit').replace('## go 1.17\n', '')
    expect(withoutMarkers(LIST)).toBe(withoutMarkers(older))
    expect(withoutMarkers(LIST)).not.toBe(withoutMarkers(LIST.replace('## explicit; go 1.21', '## go 1.21')))
    expect(withoutMarkers(LIST)).not.toBe(withoutMarkers(LIST.replace('## workspace\n', '')))
    expect(withoutMarkers(LIST)).not.toBe(withoutMarkers(LIST.replace('v1.2.3', 'v1.2.4')))
  })
})
