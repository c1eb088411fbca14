import { rmSync } from 'node:fs'
import { describe, expect, it, jest } from '@jest/globals'
import { goDo, verifyOne, type Project } from './modules-project.js'
import { change, PROGRAM, told, vendoredProgram } from './vendor-project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

const LIST = 'vendor/modules.txt'

/** What go itself says of the folder: `refused` when go.mod and the list disagree, `other` when it fails for another cause. */
async function buildWithGo(project: Project): Promise<'builds' | 'refused' | 'other'> {
  try {
    await goDo(project, ['build', '-o', '/dev/null', '.'])
    return 'builds'
  } catch (error) {
    return String(error).includes('inconsistent vendoring') ? 'refused' : 'other'
  }
}

interface Case {
  readonly what: string
  readonly edit: (list: string) => string
  /** Severity, rule, line and title of each finding. */
  readonly findings: readonly string[]
  /** What plain go does with it. */
  readonly go: 'builds' | 'refused'
}

const CASES: readonly Case[] = [
  {
    what: 'another version',
    edit: (list) => list.replace('small v0.1.0', 'small v0.2.0'),
    findings: [`error vendor/inconsistent ${LIST}:5 ${LIST} lists example.com/small v0.2.0`],
    go: 'refused',
  },
  {
    what: 'no mark of what go.mod requires',
    edit: (list) => list.replace('## explicit; go 1.20', '## go 1.20'),
    findings: [`error vendor/inconsistent ${LIST}:1 ${LIST} does not mark example.com/Rich as explicit`],
    go: 'refused',
  },
  {
    what: 'a module that is missing',
    edit: (list) => list.replace(/# example\.com\/small[^#]*## [^\n]*\nexample\.com\/small\n/, ''),
    findings: [`error vendor/inconsistent ${LIST}:1 ${LIST} does not list example.com/small@v0.1.0`],
    go: 'refused',
  },
  {
    what: 'a replacement that go.mod does not have',
    edit: (list) => list.replace('small v0.1.0', 'small v0.1.0 => example.com/fork v0.3.0'),
    findings: [`error vendor/inconsistent ${LIST}:5 ${LIST} replaces example.com/small`],
    go: 'refused',
  },
  {
    what: 'a module too many',
    edit: (list) => `${list}# example.com/extra v1.0.0\n## go 1.20\n`,
    findings: [`error vendor/modified ${LIST}:8 ${LIST} lists example.com/extra@v1.0.0`],
    go: 'builds',
  },
  {
    what: 'another language version of one module',
    edit: (list) => list.replace('go 1.20', 'go 1.22'),
    findings: [`error vendor/modified ${LIST}:1 ${LIST} gives example.com/Rich another language version`],
    go: 'builds',
  },
  {
    what: 'a package too many',
    edit: (list) => list.replace('example.com/Rich/plain\n', 'example.com/Rich/plain\nexample.com/Rich/unused\n'),
    findings: [`error vendor/modified ${LIST}:1 ${LIST} lists other packages of example.com/Rich`],
    go: 'builds',
  },
  {
    what: 'no markers, as Go before 1.17 writes it',
    edit: (list) => list.replaceAll(/; go [\d.]+/g, ''),
    findings: [`note vendor/modified ${LIST}:1 ${LIST} was written by another Go release`],
    go: 'builds',
  },
  {
    what: 'the same in another order',
    edit: (list) => list.replace('example.com/Rich/lib\nexample.com/Rich/plain\n', 'example.com/Rich/plain\nexample.com/Rich/lib\n'),
    findings: [`note vendor/modified ${LIST}:1 ${LIST} is not as go writes it`],
    go: 'builds',
  },
]

describe('vendor/modules.txt', () => {
  it.each(CASES)('with $what is told as go takes it', async ({ edit, findings, go }) => {
    const project = await vendoredProgram()
    change(project, LIST, edit)
    const verified = await verifyOne(project)
    expect(told(verified.findings)).toEqual(findings)
    expect(await buildWithGo(project)).toBe(go)
    expect(verified.mayBuild).toBe(!findings.some((line) => line.startsWith('error')))
  })

  it('left behind by go.mod is one finding with both lines, and counts the files of the other version', async () => {
    const project = await vendoredProgram()
    change(project, 'go.mod', (text) => text.replace('small v0.1.0', 'small v0.2.0'))
    const { findings } = await verifyOne(project)
    expect(told(findings)).toEqual([`error vendor/inconsistent ${LIST}:5 ${LIST} lists example.com/small v0.1.0`])
    expect(findings[0]).toMatchObject({
      subject: { module: 'example.com/small', file: LIST },
      message: `${LIST} says that example.com/small v0.1.0 is vendored, but the build asks for v0.2.0. Go refuses to build from such a folder. 1 files of it differ.`,
      evidence: [
        'compared with a fresh copy by go mod vendor: example.com/small: v0.2.0 expected, v0.1.0 found',
        'go.mod:7: example.com/small v0.2.0',
        'vendor/example.com/small/small.go: modified',
      ],
      fix: [{ command: 'go mod vendor' }],
    })
    expect(await buildWithGo(project)).toBe('refused')
  })

  it('without a replacement that go.mod has is one finding with its line', async () => {
    const project = await vendoredProgram()
    change(project, 'go.mod', (text) => `${text}\nreplace example.com/small => example.com/fork v0.3.0\n`)
    const { findings } = await verifyOne(project)
    const list = findings.filter(({ rule }) => rule.startsWith('vendor/'))
    expect(told(list)).toEqual([`error vendor/inconsistent ${LIST}:5 ${LIST} does not replace example.com/small`])
    expect(list[0]?.evidence[1]).toBe('go.mod:10: replace example.com/small => example.com/fork v0.3.0')
    expect(await buildWithGo(project)).toBe('refused')
  })

  it('that is missing is told, and go refuses to build without it', async () => {
    const project = await vendoredProgram()
    rmSync(`${project.app}/${LIST}`)
    expect(told((await verifyOne(project)).findings)).toEqual([`error vendor/modified ${LIST}:1 ${LIST} is missing`])
    expect(await buildWithGo(project)).toBe('refused')
  })

  it('of control characters and megabytes is read as text, and nothing of it becomes a path', async () => {
    const project = await vendoredProgram()
    change(
      project,
      LIST,
      () => `# ${'\u0000\u001B[2J '.repeat(10_000)}\n${'=> '.repeat(100_000)}\n# example.com/small v0.1.0 => ../../../etc\n`,
    )
    const { findings } = await verifyOne(project)
    expect(findings.map(({ title }) => title)).toEqual([
      `${LIST} does not list example.com/Rich@v1.4.0`,
      `${LIST} does not list example.com/small@v0.1.0`,
      `${LIST} lists example.com/small@v0.1.0`,
      `${LIST} was written by another Go release`,
    ])
    expect(JSON.stringify(findings).length).toBeLessThan(10_000)
  })
})

describe('vendor/modules.txt of a workspace', () => {
  const WORK = {
    'go.work': 'go 1.23\n\nuse (\n\t./app\n\t./other\n)\n',
    'app/go.mod': 'module example.com/app\n\ngo 1.23\n\nrequire example.com/Rich v1.4.0\n',
    'app/go.sum': PROGRAM['go.sum'] ?? '',
    'app/main.go': 'package main\n\nimport "example.com/Rich/plain"\n\nfunc main() { println(plain.Number()) }\n',
    'other/go.mod': 'module example.com/other\n\ngo 1.23\n\nrequire example.com/small v0.1.0\n',
    'other/go.sum': PROGRAM['go.sum'] ?? '',
    'other/other.go': 'package other\n\nimport _ "example.com/small"\n',
  }

  it('is compared with go work vendor: an edit is told in the file, a stale member with its go.mod line', async () => {
    const project = await vendoredProgram(WORK, 'work')
    expect((await verifyOne(project)).findings).toEqual([])
    change(project, 'vendor/example.com/Rich/plain/plain.go', (text) => text.replace('1', '2'))
    change(project, 'other/go.mod', (text) => text.replace('v0.1.0', 'v0.2.0'))
    const { findings } = await verifyOne(project)
    expect(told(findings)).toEqual([
      'error vendor/modified vendor/example.com/Rich/plain/plain.go:4 vendor/example.com/Rich/plain/plain.go was edited',
      `error vendor/inconsistent ${LIST}:5 ${LIST} lists example.com/small v0.1.0`,
    ])
    expect(findings[1]?.evidence[1]).toBe('other/go.mod:5: require example.com/small v0.2.0')
    expect(findings[1]?.fix[0]?.command).toBe('go work vendor')
  })
})
