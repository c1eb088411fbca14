import { writeFileSync } from 'node:fs'
import { describe, expect, it, jest } from '@jest/globals'
import { parseGoSum } from '../../src/modules/index.js'
import { goSumOf, type FileTree } from '../support/project.js'
import { APP, goDo, GREET, makeProject, MODULES, readOne, type Project } from './modules-project.js'
import { told } from './vendor-project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

const SUM = goSumOf(MODULES)
const LINES = SUM.trim().split('\n')
const RIGHT = LINES.find((line) => line.startsWith('example.com/words v1.0.0 ')) ?? ''
const WRONG = RIGHT.replace(/h1:..../, 'h1:AAAA')

/** What go says of a project's go.sum: the text of its failure, or nothing. */
async function askGo(project: Project): Promise<string> {
  try {
    await goDo(project, ['list', '-deps', './...'])
    return ''
  } catch (error) {
    return String(error)
  }
}

/** What go says when it downloads: it compares then. */
async function download(project: Project): Promise<string> {
  try {
    await goDo(project, ['mod', 'download'])
    return ''
  } catch (error) {
    return String(error)
  }
}

describe('a line of go.sum is read as the go command reads it', () => {
  it.each<readonly [what: string, line: string]>([
    ['nothing', ''],
    ['blanks', ' \t\r\u00A0\u2003'],
    ['two fields', 'example.com/x v1.0.0'],
    ['four fields', 'example.com/x v1.0.0 h1:x= h1:y='],
    ['many blanks between three fields', '  example.com/x\t\tv1.0.0 \u3000 h1:x=  '],
    ['a carriage return within', 'example.com/x\rv1.0.0\rh1:x='],
    ['a form feed and a next-line character within', 'example.com/x\fv1.0.0\u0085h1:x='],
    ['a byte order mark', '\uFEFF'],
    ['a byte order mark before three fields', '\uFEFF example.com/x v1.0.0 h1:x='],
    ['a zero-width space within', 'example.com/x\u200Bv1.0.0 h1:x='],
    ['a NUL within', 'example.com/x\u0000v1.0.0 h1:x='],
    ['an unknown algorithm', 'example.com/x v1.0.0 h2:x='],
    ['no algorithm', 'example.com/x v1.0.0 x'],
    ['one word', 'x'],
    ['a comment', '// not a line'],
    ['the lower half of a conflict', '======='],
  ])('with %s', async (_, line) => {
    const text = `${LINES[0] ?? ''}\n${line}\n${LINES.slice(1).join('\n')}\n`
    const { malformed } = parseGoSum(text)
    const project = makeProject({ ...APP, 'go.sum': text })
    const said = /go\.sum:(\d+): wrong number of fields/.exec(await askGo(project))?.[1]
    expect(said).toBe(malformed[0] === undefined ? undefined : String(malformed[0].line))
  })
})

/** A workspace of one member with this go.sum. */
function workspaceOf(sum: string): FileTree {
  return {
    'go.work': 'go 1.21\n\nuse ./one\n',
    'one/go.mod': APP['go.mod'] ?? '',
    'one/main.go': APP['main.go'] ?? '',
    'one/go.sum': sum,
  }
}

describe('two hashes for one version', () => {
  const first = (before: string, after: string): string => [...LINES.filter((line) => line !== RIGHT), before, after].join('\n') + '\n'

  it.each<readonly [order: string, sum: string, go: 'accepts' | 'refuses']>([
    ['the right one first', first(RIGHT, WRONG), 'accepts'],
    ['the wrong one first', first(WRONG, RIGHT), 'refuses'],
  ])('%s: go goes by the first alone, and the finding says so', async (_, sum, go) => {
    const project = makeProject({ ...APP, 'go.sum': sum })
    const { findings } = await readOne(project)
    expect(told(findings)).toEqual(['error checksum/gosum-malformed go.sum:5 go.sum holds two hashes for example.com/words@v1.0.0'])
    expect(findings[0]?.message).toContain('Go compares with line 4 alone')
    expect(findings[0]?.fix[0]?.why).toContain('https://sum.golang.org/lookup/example.com/words@v1.0.0')
    expect(await download(project)).toMatch(go === 'accepts' ? /^$/ : /checksum mismatch/)
  })

  it('in the go.sum of a workspace: go refuses both orders, and the finding says so', async () => {
    for (const sum of [first(RIGHT, WRONG), first(WRONG, RIGHT)]) {
      const project = makeProject(workspaceOf(sum))
      const { findings } = await readOne(project)
      expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('go refuses whatever it downloads')])
      expect(await download(project)).toContain('checksum mismatch')
    }
  })

  it('in go.work.sum: the first decides there', async () => {
    const project = makeProject({ ...workspaceOf(goSumOf([GREET])), 'go.work.sum': `${RIGHT}\n${WRONG}\n` })
    const { findings } = await readOne(project)
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('Go compares with line 1 alone')])
    expect(await download(project)).toBe('')
    writeFileSync(`${project.app}/go.work.sum`, `${WRONG}\n${RIGHT}\n`)
    expect(await download(project)).toContain('checksum mismatch')
  })
})

describe('a hash of an unknown algorithm', () => {
  it('alone is a warning, for go checks nothing and wants a line that it knows', async () => {
    const project = makeProject({ ...APP, 'go.sum': SUM.replace(RIGHT, RIGHT.replace('h1:', 'h2:')) })
    const { findings, root } = await readOne(project)
    expect(told(findings)).toEqual(['warning checksum/gosum-malformed go.sum:3 go.sum has an unknown hash for example.com/words@v1.0.0'])
    expect(root.missingSums).toEqual(['example.com/words@v1.0.0'])
    expect(await askGo(project)).toContain('missing go.sum entry for module providing package example.com/words')
    const { stderr } = await project.go.run(['mod', 'download'])
    expect(stderr.text).toContain('unknown hashes in go.sum')
  })

  it('beside one that go knows is a note', async () => {
    const project = makeProject({ ...APP, 'go.sum': `${SUM}${RIGHT.replace('h1:', 'h2:')}\n` })
    const { findings, root } = await readOne(project)
    expect(told(findings)).toEqual(['note checksum/gosum-malformed go.sum:5 go.sum has an unknown hash for example.com/words@v1.0.0'])
    expect(root.missingSums).toEqual([])
    expect(await askGo(project)).toBe('')
  })
})

describe('what is no fault of go.sum', () => {
  it('is CRLF, a repeated line, and lines the build list does not need, even wrong ones', async () => {
    const more = `${RIGHT}\nexample.com/other v1.0.0 h1:AAAA=\nexample.com/other v1.0.0/go.mod h1:BBBB=\n`
    const project = makeProject({ ...APP, 'go.sum': `${SUM}${more}`.replaceAll('\n', '\r\n') })
    const { findings, root } = await readOne(project)
    expect(findings).toEqual([])
    expect(root.otherSums).toHaveLength(2)
    expect(await askGo(project)).toBe('')
  })

  it('is bounded where it is one: many contradictions are counted in the last', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `example.com/m${String(at % 30)} v1.0.0 h1:${String(at)}=\n`).join('')
    const { findings } = await readOne(makeProject({ ...APP, 'go.sum': `${SUM}${many}` }))
    expect(findings).toHaveLength(20)
    expect(findings.at(-1)?.message).toContain('10 more lines of go.sum contradict others.')
  })
})
