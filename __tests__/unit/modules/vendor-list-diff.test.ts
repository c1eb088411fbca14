import { describe, expect, it } from '@jest/globals'
import { diffVendorLists, parseModulesTxt } from '../../../src/modules/index.js'

const LIST = `# example.com/a v1.2.3
## explicit; go 1.21
example.com/a
example.com/a/sub
# example.com/b v1.0.0 => example.com/fork v1.1.0
## go 1.17
example.com/b
# example.com/unused => ../unused
`

function diff(edit: (list: string) => string): readonly string[] {
  const { changes, otherRelease } = diffVendorLists(parseModulesTxt(LIST), parseModulesTxt(edit(LIST)))
  const told = changes.map(
    ({ path, change, expected, found, line, required }) =>
      `${path} ${change}: ${expected} -> ${found} (line ${String(line)}${required ? ', required' : ''})`,
  )
  return otherRelease ? [...told, 'other release'] : told
}

describe('diffVendorLists', () => {
  it.each<readonly [what: string, edit: (list: string) => string, told: readonly string[]]>([
    ['nothing', (list) => list, []],
    ['order, blank lines and line ends', (list) => `\n${list.replaceAll('\n', '\r\n')}`, []],
    ['a version', (list) => list.replace('v1.2.3', 'v1.2.4'), ['example.com/a version: v1.2.3 -> v1.2.4 (line 1, required)']],
    [
      'another fork',
      (list) => list.replace('fork v1.1.0', 'evil v1.1.0'),
      ['example.com/b replacement: example.com/fork@v1.1.0 -> example.com/evil@v1.1.0 (line 5)'],
    ],
    [
      'no replacement',
      (list) => list.replace(' => example.com/fork v1.1.0', ''),
      ['example.com/b replacement: example.com/fork@v1.1.0 ->  (line 5)'],
    ],
    ['no mark', (list) => list.replace('explicit; ', ''), ['example.com/a explicit: explicit ->  (line 1, required)']],
    [
      'a package more and one less',
      (list) => list.replace('example.com/a/sub', 'example.com/a/other'),
      ['example.com/a packages: example.com/a/sub -> example.com/a/other (line 1, required)'],
    ],
    ['the language of one module', (list) => list.replace('go 1.17', 'go 1.22'), ['example.com/b go-version: 1.17 -> 1.22 (line 5)']],
    ['the language taken from one module', (list) => list.replace('## go 1.17\n', ''), ['example.com/b go-version: 1.17 ->  (line 5)']],
    ['a list of an older Go release', (list) => list.replace('; go 1.21', '').replace('## go 1.17\n', ''), ['other release']],
    [
      'an older release and an edit',
      (list) => list.replace('; go 1.21', '').replace('## go 1.17\n', '').replace('v1.2.3', 'v1.2.4'),
      ['example.com/a version: v1.2.3 -> v1.2.4 (line 1, required)', 'other release'],
    ],
    [
      'a module more',
      (list) => `${list}# example.com/x v1.0.0\nexample.com/x\n`,
      ['example.com/x added:  -> example.com/x@v1.0.0 (line 9)'],
    ],
    [
      'a module less, and an unused replacement',
      () => '# example.com/a v1.2.3\n## explicit; go 1.21\nexample.com/a\nexample.com/a/sub\n',
      ['example.com/b removed: example.com/b@v1.0.0 ->  (line null)', 'example.com/unused removed: example.com/unused ->  (line null)'],
    ],
  ])('tells %s', (_, edit, told) => {
    expect(diff(edit)).toEqual(told)
  })

  it('names a few packages and counts the rest', () => {
    const more = Array.from({ length: 9 }, (_, at) => `example.com/a/p${String(at)}\n`).join('')
    expect(diff((list) => list.replace('example.com/a/sub\n', `example.com/a/sub\n${more}`))).toEqual([
      'example.com/a packages:  -> example.com/a/p0, example.com/a/p1, example.com/a/p2, example.com/a/p3, example.com/a/p4 and 4 more (line 1, required)',
    ])
  })
})
