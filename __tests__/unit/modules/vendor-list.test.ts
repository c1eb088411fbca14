import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { parseGoSum, parseModulesTxt, readVendoredList } from '../../../src/modules/index.js'

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

function isComment(text: string): boolean {
  return text.startsWith('# ') || text.startsWith('## ')
}

describe('parseModulesTxt', () => {
  it('reads modules with their replacements, markers, packages and lines', () => {
    expect(parseModulesTxt(LIST)).toEqual({
      workspace: true,
      modules: [
        {
          path: 'example.com/a',
          version: 'v1.2.3',
          explicit: true,
          goVersion: '1.21',
          packages: ['example.com/a', 'example.com/a/sub'],
          line: 2,
        },
        {
          path: 'example.com/b',
          version: 'v1.0.0',
          replace: { path: 'example.com/fork', version: 'v1.1.0' },
          explicit: false,
          goVersion: '1.17',
          packages: ['example.com/b'],
          line: 6,
        },
        {
          path: 'example.com/c',
          version: 'v1.0.0',
          replace: { path: './my folder/c', version: null },
          explicit: true,
          goVersion: null,
          packages: ['example.com/c'],
          line: 9,
        },
        {
          path: 'example.com/unused',
          version: null,
          replace: { path: '../unused', version: null },
          explicit: false,
          goVersion: null,
          packages: [],
          line: 12,
        },
      ],
      unread: [],
    })
  })

  it('reads CRLF line ends and ignores lines before the first module', () => {
    expect(parseModulesTxt('stray\r\n# m v1.0.0\r\n## explicit\r\nm\r\n')).toEqual({
      workspace: false,
      modules: [{ path: 'm', version: 'v1.0.0', explicit: true, goVersion: null, packages: ['m'], line: 2 }],
      unread: [1],
    })
  })

  it('takes a list for one of a workspace only when its first line says so, as go does', () => {
    expect(parseModulesTxt('# m v1.0.0\n## workspace\nm\n').workspace).toBe(false)
    expect(parseModulesTxt('\n## workspace\n').workspace).toBe(false)
    expect(parseModulesTxt('## explicit; workspace\n').workspace).toBe(true)
  })

  it('forgets the packages after a heading that names no version, and goes on after one of two words, as go does', () => {
    expect(parseModulesTxt('# m v1.0.0\n# n master\nn\n')).toMatchObject({ modules: [{ path: 'm', packages: [] }], unread: [2, 3] })
    expect(parseModulesTxt('# m v1.0.0\n# n\nm\n')).toMatchObject({ modules: [{ path: 'm', packages: ['m'] }], unread: [2] })
  })

  it('makes one of a module that is named twice', () => {
    const { modules } = parseModulesTxt('# m v1.0.0\nm\n# n v1.0.0\n# m v1.0.0\n## explicit; go 1.20\nm/sub\n')
    expect(modules.map(({ path, explicit, packages }) => [path, explicit, packages])).toEqual([
      ['m', true, ['m', 'm/sub']],
      ['n', false, []],
    ])
  })

  const word = fc.stringMatching(/^[a-z./v0-9=>#;]{0,12}$/)
  const line = fc.oneof(
    fc.constantFrom(
      '# m v1.0.0',
      '# m v1.0.0 => ./d',
      '# m => n v1.2.3',
      '## explicit; go 1.21',
      '## workspace',
      'm/sub',
      '',
      '\r',
      '# x',
      '# x y',
    ),
    fc
      .tuple(fc.constantFrom('', '# ', '## ', ' ', '\t'), fc.array(word, { maxLength: 4 }))
      .map(([start, words]) => start + words.join(' ')),
    fc.string(),
  )

  it('accounts for every line, whatever it is given: a heading, a marker, a package in order, or unread', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (drawn) => {
        const lines = drawn.map((text) => text.replaceAll('\n', ''))
        const { modules, unread } = parseModulesTxt(lines.join('\n'))
        const skipped = new Set(unread)
        const read = lines.filter((text, index) => text.trim() !== '' && !skipped.has(index + 1))
        expect(modules.flatMap(({ packages }) => packages).toSorted()).toEqual(
          read
            .filter((text) => !isComment(text))
            .map((text) => text.trim())
            .toSorted(),
        )
        for (const { line: number, path } of modules) expect(lines[number - 1]?.split(/\s+/)[1]).toBe(path)
        expect(unread.every((number) => lines[number - 1]?.trim() !== '')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('reads megabytes of one line, of headings and of spaces in one pass', () => {
    const many = 200_000
    const text = [
      `# m v1.0.0 => ${'a '.repeat(many)}`,
      `# ${' '.repeat(many)}`,
      `## ${'go ;'.repeat(many)}`,
      'v'.repeat(many),
      '# n v1.0.0\n'.repeat(many),
    ].join('\n')
    expect(parseModulesTxt(text).modules.map(({ path, packages }) => [path, packages.length])).toEqual([
      ['m', 1],
      ['n', 0],
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
