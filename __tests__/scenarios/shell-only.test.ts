import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { findShellOnly, normaliseEnvironment, originsOf, type ShellAnswers } from '../../src/environment/index.js'
import { openGo, readGoEnv } from '../../src/go/index.js'
import { askShells, type AskShellsOptions } from '../../src/go/shells.js'
import type { Finding } from '../../src/report/index.js'
import { goTestEnv, makeFolder, testHost, writeTree, type FileTree } from '../support/project.js'

interface Account {
  readonly answers: ShellAnswers
  /** Those about the home folder of the test, whatever /etc of this machine sets. */
  readonly findings: readonly Finding[]
  /** Files in the home folder afterwards. */
  readonly left: readonly string[]
  /** Temporary folders that were made. */
  readonly temporary: readonly string[]
}

/** Asks the shells of an account whose home folder holds these files. */
async function account(
  home: FileTree,
  more: Readonly<Record<string, string | undefined>> = {},
  options: AskShellsOptions = {},
): Promise<Account> {
  const folder = makeFolder()
  const env = goTestEnv(folder, { SHELL: '/bin/bash', SECRET_OF_CI: 'hunter2', ...more })
  const at = join(folder, 'home')
  writeTree(at, home)
  const host = testHost(folder, env)
  const answer = await readGoEnv(openGo(host, { directory: folder }))
  if (!answer.ok) throw new Error(answer.result.stderr.text)
  const folds = { goroot: [], gopath: [], gomodcache: [], workspace: [], temp: [], home: [at] }
  const origins = originsOf(answer.values, env, { goenv: null, goroot: null })
  const temporary: string[] = []
  const makeTemporaryDirectory = async (prefix: string): Promise<string> => {
    const path = await host.files.makeTemporaryDirectory(prefix)
    temporary.push(path)
    return path
  }
  const answers = await askShells({ ...host, files: { ...host.files, makeTemporaryDirectory } }, options)
  const findings = findShellOnly({ ...normaliseEnvironment(answer.values, folds), origins }, env, folds, answers)
  const own = findings.filter(({ location }) => location === undefined || location.file.startsWith('~/'))
  return { answers, findings: own, left: readdirSync(at), temporary }
}

function kindsOf({ readings }: ShellAnswers): readonly string[] {
  return readings.map(({ shell, kind }) => `${kind} ${shell}`)
}

/** Processes that still run with this text in their command. */
function running(marker: string): boolean {
  return execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .some((line) => line.includes(marker))
}

describe('a variable that only a shell start-up file sets', () => {
  it('is found with its file and line when .bashrc alone switches cgo off', async () => {
    const { findings, answers } = await account({ '.bashrc': '# mine\nalias ll=ls\nexport CGO_ENABLED=0\n' }, { CGO_ENABLED: '1' })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      rule: 'env/shell-only',
      severity: 'warning',
      title: 'CGO_ENABLED has another value in a terminal',
      subject: { key: 'CGO_ENABLED' },
      location: { file: '~/.bashrc', line: 3 },
      fix: [{ command: 'export CGO_ENABLED=0' }, { edit: 'take CGO_ENABLED out of ~/.bashrc:3' }],
    })
    expect(findings[0]?.message).toContain('CGO_ENABLED is 0 in an interactive bash, set in ~/.bashrc:3')
    expect(kindsOf(answers)).toEqual(['login bash', 'interactive bash'])
    expect(answers.degraded).toEqual([])
  })

  it('is found when a login shell alone has it', async () => {
    const { findings } = await account({ '.profile': 'GOFLAGS=-tags=pro; export GOFLAGS\n' })
    expect(findings.map(({ title, location }) => [title, location])).toEqual([
      ['GOFLAGS is set in a terminal only', { file: '~/.profile', line: 1 }],
    ])
    expect(findings[0]?.message).toContain('a login bash')
    expect(findings[0]?.message).toContain('not set')
  })

  it('is found in the file that ENV names for an interactive sh', async () => {
    const home = { '.profile': 'ENV=$HOME/.shrc\nexport ENV\n', '.shrc': 'export CC=tcc\n' }
    const { findings, answers } = await account(home, { SHELL: '/bin/sh' })
    expect(findings.map(({ subject, evidence }) => [subject.key, evidence[0]])).toEqual([['CC', 'an interactive sh: CC=tcc']])
    expect(kindsOf(answers)).toEqual(['login sh', 'interactive sh'])
  })

  it('is none when it is not exported, when this process has it, or when it says what go has by default', async () => {
    const bashrc = 'CGO_ENABLED=0\nexport GOFLAGS=-trimpath\nexport GO111MODULE=on GOSUMDB=sum.golang.org GOBIN=$HOME/bin\n'
    expect((await account({ '.bashrc': bashrc }, { GOFLAGS: '-trimpath' })).findings).toEqual([])
  })

  it('is none without any', async () => {
    const { findings, answers, left } = await account({ '.bashrc': 'PS1="> "\n', '.bash_logout': 'touch "$HOME/gone"\n' })
    expect(findings).toEqual([])
    expect(kindsOf(answers)).toEqual(['login bash', 'interactive bash'])
    expect(left).not.toContain('gone')
  })
})

describe('a start-up file', () => {
  it('gives nothing but variables of go: no other secret of the account is read', async () => {
    const { answers } = await account({ '.bashrc': 'export API_TOKEN=abc CGO_ENABLED=0\nexport SEEN="$SECRET_OF_CI"\n' })
    expect(answers.readings.find(({ kind }) => kind === 'interactive')?.variables).toEqual({ CGO_ENABLED: '0' })
  })

  it('starts clean: what this process has does not reach it', async () => {
    const { answers } = await account({ '.bashrc': 'export GOFLAGS="-tags=$SECRET_OF_CI."\n' })
    expect(answers.readings.find(({ kind }) => kind === 'interactive')?.variables['GOFLAGS']).toBe('-tags=.')
  })

  it('that prints megabytes and forged answers hides nothing', async () => {
    const noise = 'head -c 5000000 /dev/zero | tr "\\0" "x"\nprintf "GOFLAGS=-forged\\0=end\\0"\nexport CGO_ENABLED=0\n'
    const { findings } = await account({ '.bashrc': noise }, { CGO_ENABLED: '1' })
    expect(findings.map(({ subject }) => subject.key)).toEqual(['CGO_ENABLED'])
  })

  it('that hangs is ended with all it started, and the other kind of shell is still asked', async () => {
    const marker = `7777${String(process.pid)}`
    const home = { '.bashrc': `sleep ${marker}\nwhile :; do sleep ${marker}; done\n`, '.profile': 'export CC=tcc\n' }
    const { findings, answers } = await account(home, {}, { deadlineMs: 1500 })
    expect(answers.degraded).toEqual([{ what: 'what interactive bash shells set for go', why: 'it did not come to its end within 1.5 s' }])
    expect(findings.map(({ subject }) => subject.key)).toEqual(['CC'])
    expect(running(`sleep ${marker}`)).toBe(false)
  }, 30_000)

  it('that leaves a program running keeps nobody waiting', async () => {
    const folder = makeFolder()
    const { findings, answers } = await account({ '.bashrc': `setsid sleep 600 &\necho $! >'${folder}/pid'\nexport CC=tcc\n` })
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')))
    expect(answers.degraded).toEqual([])
    expect(findings.map(({ subject }) => subject.key)).toEqual(['CC'])
  })

  it('that exits, or becomes another program, is said in one line', async () => {
    expect((await account({ '.bashrc': 'exit 1\n' })).answers.degraded).toEqual([
      { what: 'what interactive bash shells set for go', why: 'a start-up file ended it (exit code 1)' },
    ])
    expect((await account({ '.profile': 'exec true\n' })).answers.degraded).toEqual([
      { what: 'what login bash shells set for go', why: 'a start-up file ended it (exit code 0)' },
    ])
  })

  it('that redefines what the question is asked with changes no answer', async () => {
    const bashrc = 'printf() { :; }\nalias exec=true\nset -u -e -C\nIFS=o\nset -- a b\nexport CC=tcc\n'
    expect((await account({ '.bashrc': bashrc })).findings.map(({ subject }) => subject.key)).toEqual(['CC'])
  })
})

describe('a shell', () => {
  it('of another kind, or one that is not there, is said', async () => {
    const fish = await account({}, { SHELL: '/usr/bin/fish' })
    expect(fish.answers).toMatchObject({ readings: [], degraded: [{ why: expect.stringContaining('bash, zsh and sh') }] })
    const gone = await account({}, { SHELL: '/nowhere/zsh' })
    expect(gone.answers).toMatchObject({ readings: [], degraded: [{ why: 'SHELL says zsh, which is not there' }] })
  })

  it('is found without SHELL, and its answer is removed', async () => {
    const { answers, temporary } = await account({ '.bashrc': 'export CC=tcc\n' }, { SHELL: undefined })
    expect(answers.readings.map(({ variables }) => variables['CC'])).toEqual([undefined, 'tcc'])
    expect(temporary.map((path) => existsSync(path))).toEqual([false])
  })
})
