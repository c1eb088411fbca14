import { mkdirSync, readFileSync, symlinkSync, writeFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { formatBaseline } from '../../src/baseline/index.js'
import { canonicalJson } from '../../src/snapshot/index.js'
import { goTestEnv, makeFolder, testHost, writeTree } from '../support/project.js'
import { jobOf, snapshotOf } from '../unit/compare/fixtures.js'
import { GOOD, runHere, type Ran } from './hard-command.js'

let folder = ''
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`

async function run(...args: readonly string[]): Promise<Ran> {
  return runHere(testHost(folder, goTestEnv(folder, { CGO_ENABLED: '0' })), ...args, '--quiet')
}

/** What a refused command did: its one sentence, and what else it said beyond indented hints. */
function refusal({ code, stdout, stderr }: Ran): Readonly<Record<'code' | 'stdout' | 'sentence' | 'noise', unknown>> {
  const [sentence = '', ...rest] = stderr.trimEnd().split('\n')
  return { code, stdout, sentence, noise: rest.filter((line) => !line.startsWith('  ') || /^ +at /.test(line)) }
}

/** Refused with 2, with nothing on standard output, with one sentence and never a stack. */
function refusedFor(sentence: string): ReturnType<typeof refusal> {
  const quoted = sentence.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
  return { code: 2, stdout: '', sentence: expect.stringMatching(new RegExp(`^error: .*${quoted}`)), noise: [] }
}

beforeAll(() => {
  folder = makeFolder()
  writeTree(folder, GOOD)
})

describe('.goparity.yml', () => {
  const bomb = Array.from(
    { length: 10 },
    (_, level) =>
      `a${String(level)}: &a${String(level)} [${Array(9)
        .fill(level === 0 ? 'x' : `*a${String(level - 1)}`)
        .join(', ')}]\n`,
  ).join('')

  it.each([
    ['malformed', 'targets: [a\nx', '.goparity.yml:2:1: is not valid YAML: '],
    ['with an unknown key', 'packages: [./...]\ntarets: []\n', '.goparity.yml:2:1: unknown key "tarets"; did you mean "targets"?'],
    ['with the wrong type', 'targets:\n  - a: b\n', '.goparity.yml:2:5: targets[0] must be a text'],
    ['that is a list', '- x\n', '.goparity.yml:1:3: the file must hold keys with values'],
    ['with an alias bomb', bomb, 'YAML aliases are not allowed'],
    ['of a megabyte', `targets: [${'linux/amd64, '.repeat(78_000)}]`, 'has 1014011 characters; at most 262144 are read'],
    ['of more than a megabyte', '#'.repeat(1_048_577), 'has 1048577 bytes; at most 1048576 are read'],
    ['of 50,000 brackets', `targets: ${'['.repeat(50_000)}`, 'nests deeper than'],
    ['with conflict markers', '<<<<<<< HEAD\ntargets: [a]\n=======\n>>>>>>> x\n', '.goparity.yml:'],
    ['of controls', '\u0000\u0001::error::x', '.goparity.yml:1:'],
  ])('%s is refused with its place', async (_, text, sentence) => {
    writeFileSync(join(folder, '.goparity.yml'), text)
    const ran = await run('check')
    rmSync(join(folder, '.goparity.yml'))
    expect(refusal(ran)).toStrictEqual(refusedFor(sentence))
  })

  it('that is a folder is refused', async () => {
    mkdirSync(join(folder, '.goparity.yml'))
    const ran = await run('check')
    rmSync(join(folder, '.goparity.yml'), { recursive: true })
    expect(refusal(ran)).toStrictEqual(refusedFor('cannot read .goparity.yml: '))
  })

  it('may say go: 1.20 without quotes, and means 1.20', async () => {
    writeTree(folder, { 'expect.yml': 'expect:\n  go: 1.20\n' })
    const { code, stdout } = await run('check', '--config', 'expect.yml')
    expect(stdout).toContain('expected 1.20 ')
    expect(code).toBe(3)
  })
})

describe('a baseline', () => {
  const good = formatBaseline([snapshotOf({ job: jobOf('build', {}) })])
  let path = ''

  beforeEach(() => {
    path = join(folder, '.goparity', 'baseline.json')
    rmSync(join(folder, '.goparity'), { recursive: true, force: true })
    mkdirSync(join(folder, '.goparity'))
  })

  it.each([
    ['truncated', good.slice(0, 300), 'it is no complete JSON'],
    ['empty', '', 'it is empty'],
    ['of a later schema', good.replace('baseline/1', 'baseline/9'), 'was written by a later version of goparity'],
    ['that is a list', '[]', 'it is no JSON object'],
    ['of the wrong type', '{"schema":"goparity/baseline/1","snapshots":{}}', 'snapshots is no list'],
    ['with conflict markers', `<<<<<<< HEAD\n${good}=======\n${good}>>>>>>> x\n`, 'it holds the conflict markers of a merge'],
    ['nested a hundred thousand times', deep, 'it nests deeper than 64 levels'],
  ])('%s is refused by check, save and show, and stays as it is', async (_, text, sentence) => {
    writeFileSync(path, text)
    for (const command of [['check'], ['baseline', 'save'], ['baseline', 'show']])
      expect(refusal(await run(...command))).toStrictEqual(refusedFor(sentence))
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  it('that is a folder, or a link that leads to itself, is refused', async () => {
    mkdirSync(path)
    expect(refusal(await run('check'))).toStrictEqual(refusedFor('baseline.json is not a regular file'))
    rmSync(path, { recursive: true })
    symlinkSync('baseline.json', path)
    expect(refusal(await run('check'))).toStrictEqual(refusedFor('the baseline cannot be read: ELOOP'))
  })

  it('with a hostile name of a job is shown without controls and commands', async () => {
    const job = { ...jobOf('x', {}), label: '::error::\u001B[31m\n::set-output name=x::y ##[error]z' }
    writeFileSync(path, formatBaseline([snapshotOf({ job })]))
    const shown = await run('baseline', 'show')
    const saved = await runHere(testHost(folder, goTestEnv(folder, { CGO_ENABLED: '0' })), 'baseline', 'save', '--targets', 'linux/amd64')
    expect([shown.code, saved.code]).toStrictEqual([0, 0])
    for (const { stdout } of [shown, saved]) {
      expect(stdout).toContain('error')
      // eslint-disable-next-line no-control-regex -- controls are what is looked for
      expect(stdout).not.toMatch(/^\s*::|##\[|\u001B/m)
    }
  })
})

describe('compare', () => {
  const snapshot = canonicalJson(snapshotOf({ job: jobOf('build', {}) }))

  beforeAll(() => {
    writeTree(folder, {
      'a.json': snapshot,
      'truncated.json': snapshot.slice(0, 200),
      'newer.json': snapshot.replace('snapshot/1', 'snapshot/2'),
      'list.json': deep,
      'deep.json': `{"schema":"goparity/snapshot/1","a":${deep}}`,
      'empty/notes.txt': '',
    })
  })

  it.each([
    [['a.json'], 'compare needs at least two snapshots, and 1 was given'],
    [['empty'], 'there is no snapshot (*.json) in empty'],
    [['a.json', 'nowhere.json'], '/nowhere.json'],
    [['a.json', 'truncated.json'], 'truncated.json cannot be read as a snapshot: it is no complete JSON, perhaps truncated'],
    [['a.json', 'newer.json'], 'newer.json was written by a later goparity'],
    [['a.json', 'list.json'], 'list.json cannot be read as a snapshot: '],
    [['a.json', 'deep.json'], 'is nested deeper than 40 levels'],
    [['a.json', 'go.mod'], 'go.mod cannot be read as a snapshot: '],
  ])('of %j is refused', async (paths, sentence) => {
    expect(refusal(await run('compare', ...paths))).toStrictEqual(refusedFor(sentence))
  })
})

describe('flags', () => {
  it.each([
    [['--format', 'html'], 'This version cannot write HTML yet'],
    [['--baseline', 'foo'], 'the baseline "foo" is not understood'],
    [['--matrix', '{"a"'], 'the matrix must be a JSON object'],
    [['--packages', '-toolexec=x'], '"-toolexec=x" is no package pattern'],
    [['--config', 'nowhere.yml'], 'there is no configuration file nowhere.yml'],
  ])('%j are refused', async (flags, sentence) => {
    const { code, stdout, stderr } = await run('check', ...flags)
    expect(stderr).toContain(sentence)
    expect({ code, stdout }).toStrictEqual({ code: 2, stdout: '' })
  })

  it('that are empty count as not given', async () => {
    const names = ['-C', '--format', '--fail-on', '--targets', '--packages', '--config', '--job', '--matrix', '-o', '--snapshot']
    const { code, stdout } = await run('check', '--baseline', 'none', ...names.flatMap((name) => [name, '']))
    expect(stdout).toMatch(/^✓ goparity: 1 target builds/)
    expect(code).toBe(0)
  })

  it('with DEBUG=goparity show where an error comes from, and without it never', async () => {
    const host = testHost(folder, goTestEnv(folder, { DEBUG: 'goparity' }))
    expect((await runHere(host, 'check', '-C', 'nowhere')).stderr).toMatch(
      /^error: there is no directory .*\n.*\nParityError: [\s\S]*\n {4}at /,
    )
    expect((await run('check', '-C', 'nowhere')).stderr).not.toContain('    at ')
  })
})
