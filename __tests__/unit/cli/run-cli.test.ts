import { readFileSync } from 'node:fs'
import { lstat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import * as v from 'valibot'
import { reportSchema } from '../../../scripts/schemas/report.js'
import { inputsOf } from '../../../src/config/index.js'
import type { CliIo } from '../../../src/cli/io.js'
import { runCli } from '../../../src/cli/run-cli.js'
import type { Host } from '../../../src/host/index.js'
import { parseSnapshot } from '../../../src/snapshot/index.js'
import { fakeHost, fakeProcesses, memoryFiles } from '../../../src/testing/index.js'
import { goTestEnv, makeFolder, testHost, writeTree } from '../../support/project.js'

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function run(
  host: Host,
  args: readonly string[],
  options: { readonly tty?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Ran> {
  const [stdout, stderr]: [string[], string[]] = [[], []]
  const sink = (into: string[]): CliIo['stdout'] => ({
    write: (text) => {
      into.push(typeof text === 'string' ? text : new TextDecoder().decode(text))
    },
    isTTY: options.tty === true,
  })
  const code = await runCli(host, args, { stdout: sink(stdout), stderr: sink(stderr) }, options.signal ?? new AbortController().signal)
  return { code, stdout: stdout.join(''), stderr: stderr.join('') }
}

describe('wrong usage', () => {
  it.each([
    [['chek'], "error: unknown command 'chek'\n(Did you mean check?)"],
    [['check', '--tagets', 'x'], "error: unknown option '--tagets'\n(Did you mean --targets?)"],
    [['check', 'extra'], 'error: too many arguments'],
    [['check', '-C'], "error: option '-C, --directory <dir>' argument missing"],
    [['check', '--format', 'html'], 'This version cannot write HTML yet; use text, json, markdown or sarif.'],
    [['check', '--format', 'jsn'], 'Did you mean json? Allowed: text, json, markdown, sarif.'],
    [['check', '--fail-on', 'warn'], 'Did you mean warning? Allowed: error, warning, note, unknown, unverified, never.'],
    [['compare'], "error: missing required argument 'paths'"],
    [['run'], "error: missing required argument 'command'"],
    [['baseline', 'sav'], 'Did you mean save?'],
    [['check', '--config', 'nowhere.yml'], 'error: there is no configuration file nowhere.yml'],
    [['check'], 'error: there is no directory /project'],
    [['compare', 'a.json', 'b.json'], 'error: there is no snapshot'],
  ])('%j ends with 2 and says what to do', async (args, said) => {
    const { code, stdout, stderr } = await run(fakeHost(), args)
    expect(stderr).toContain(said)
    expect({ code, stdout }).toStrictEqual({ code: 2, stdout: '' })
  })

  it('without any argument shows the help on standard error', async () => {
    const { code, stdout, stderr } = await run(fakeHost(), [])
    expect({ code, stdout }).toStrictEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Usage: goparity')
  })

  it('shows no control characters of its arguments', async () => {
    expect((await run(fakeHost(), ['\u001B[31mchek'])).stderr).toContain("unknown command '\\u{1b}[31mchek'")
  })

  it('of the configuration names file, line and column, and shows no stack', async () => {
    const files = memoryFiles({ '/project/.goparity.yml': 'baseline: auto\ntarget: [x]\n', '/project/go.mod': '' })
    const { code, stderr } = await run(fakeHost({ files }), ['check'])
    expect(stderr).toBe(
      'error: .goparity.yml:2:1: unknown key "target"; did you mean "targets"?\n  allowed here: targets, packages, modules, baseline, fail-on, checksum-database, build-cache, private, expect, ignore, rules\n',
    )
    expect(code).toBe(2)
  })

  it('shows a stack when it is asked for', async () => {
    const { stderr } = await run(fakeHost({ env: { DEBUG: 'other,goparity' } }), ['check'])
    expect(stderr).toContain('    at ')
  })
})

describe('a machine without go', () => {
  it('ends with 2 and says how to get it', async () => {
    const { code, stderr } = await run(fakeHost({ files: memoryFiles({ '/project/go.mod': 'module x\n' }) }), ['check', '--quiet'])
    expect(stderr).toContain('error: the go command cannot be started')
    expect(code).toBe(2)
  })
})

describe('a cancelled run', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('ends as %s does', async (reason, expected) => {
    const processes = fakeProcesses({ go: () => ({ ending: 'cancelled', exitCode: null }) })
    const controller = new AbortController()
    controller.abort(reason)
    const host = fakeHost({ processes, files: memoryFiles({ '/project/go.mod': 'module x\n' }) })
    const { code, stderr } = await run(host, ['verify', '--quiet'], { signal: controller.signal })
    expect(stderr).toMatch(/^cancelled /)
    expect(code).toBe(expected)
  })
})

describe('an error that nobody foresaw', () => {
  it('ends with 1, says that it is a bug and shows the stack', async () => {
    const processes = fakeProcesses({
      go: () => {
        throw new TypeError('of undefined')
      },
    })
    const files = memoryFiles({ '/project/go.mod': 'module x\n' })
    const broken = { ...files, status: async (): Promise<never> => Promise.reject(new TypeError('of undefined')) }
    const { code, stderr } = await run(fakeHost({ processes, files: broken }), ['verify', '--quiet'])
    expect(stderr).toContain('this is a bug in goparity')
    expect(stderr).toContain('    at ')
    expect(code).toBe(1)
  })
})

describe('help', () => {
  it.each([['check'], ['verify'], ['build'], ['run'], ['record'], ['compare'], ['baseline', 'save'], ['baseline', 'show']])(
    'of %s has examples, exit codes and only flags of the table of inputs',
    async (...command) => {
      const { code, stdout, stderr } = await run(fakeHost(), [...command, '--help'])
      expect({ code, stderr }).toStrictEqual({ code: 0, stderr: '' })
      expect(stdout).toContain('Examples:\n  goparity ')
      expect(stdout).toContain('Exit codes:')
      const known = new Set(inputsOf('cli').flatMap(({ flag = '' }) => [...flag.matchAll(/--[a-z-]+/g)].map(([long]) => long)))
      // Of the places that sync knows; no face but this one has them.
      if (command[0] === 'check') for (const long of ['--with', '--engine']) known.add(long)
      const own = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, long = '']) => long).filter((long) => long !== '--help')
      expect(own.length).toBeGreaterThan(3)
      expect(own.filter((long) => !known.has(long))).toStrictEqual([])
    },
  )

  it('has every flag of the table of inputs in check, but for those of compare and verify', async () => {
    const { stdout } = await run(fakeHost(), ['check', '--help'])
    const own: Readonly<Record<string, string>> = {
      'expected-jobs': (await run(fakeHost(), ['compare', '--help'])).stdout,
      repair: (await run(fakeHost(), ['verify', '--help'])).stdout,
    }
    for (const { name, flag = '' } of inputsOf('cli')) expect(own[name] ?? stdout).toContain(/--[a-z-]+/.exec(flag)?.[0])
  })

  it('names every command', async () => {
    const { code, stdout } = await run(fakeHost(), ['--help'])
    expect(code).toBe(0)
    for (const name of ['check', 'verify', 'build', 'run', 'record', 'compare', 'baseline', 'init', 'completion'])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
  })

  it('prints the version alone', async () => {
    expect(await run(fakeHost(), ['--version'])).toStrictEqual({ code: 0, stdout: '0.0.0-source\n', stderr: '' })
  })
})

describe('in a pull_request_target workflow', () => {
  it('refuses to run go', async () => {
    const { code, stderr } = await run(fakeHost({ env: { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request_target' } }), ['check'])
    expect(stderr).toContain('error: goparity does not run go on pull_request_target')
    expect(code).toBe(2)
  })
})

describe('on a real program', () => {
  let folder = ''
  let host: Host

  beforeAll(() => {
    folder = makeFolder()
    writeTree(folder, {
      'good/go.mod': 'module example.com/good\n\ngo 1.21\n',
      'good/main.go': 'package main\n\nfunc main() {}\n',
      'bad/go.mod': 'module example.com/bad\n\ngo 1.21\n',
      'bad/main.go': 'package main\n\nfunc main() { undefinedName() }\n',
    })
    host = testHost(folder, goTestEnv(folder, { CGO_ENABLED: '0' }))
  })

  it('check prints a report that its schema knows, and ends with 0', async () => {
    const { code, stdout, stderr } = await run(host, [
      'check',
      '-C',
      'good',
      '--format',
      'json',
      '--targets',
      'linux/arm64',
      '--snapshot',
      'out/snapshot.json',
    ])
    const report: unknown = JSON.parse(stdout)
    expect(v.safeParse(reportSchema, report).issues ?? []).toStrictEqual([])
    expect(report).toMatchObject({
      verdict: 'ok',
      targets: [{ goos: 'linux', goarch: 'arm64', outcome: 'ok' }],
      comparison: { baseline: null },
    })
    expect(code).toBe(0)
    expect(stderr).toMatch(/✓ linux\/arm64/)
    expect(parseSnapshot(readFileSync(join(folder, 'out/snapshot.json'), 'utf8'), 'x').targets).toMatchObject([{ outcome: 'ok' }])
  })

  it('check ends with 3 on a finding, and with 0 when nothing shall fail', async () => {
    const { code, stdout } = await run(host, ['check', '-C', 'bad', '--targets', 'linux/amd64', '--quiet'])
    expect(code).toBe(3)
    expect(stdout).toContain('main.go:3:15')
    expect((await run(host, ['check', '-C', 'bad', '--targets', 'linux/amd64', '--quiet', '--fail-on', 'never'])).code).toBe(0)
  })

  it('writes the result to a file, as a whole, and nothing to standard output', async () => {
    const { code, stdout } = await run(host, [
      'build',
      '-C',
      'good',
      '--targets',
      'linux/amd64',
      '--format',
      'markdown',
      '-o',
      'report.md',
      '--quiet',
    ])
    expect({ code, stdout }).toStrictEqual({ code: 0, stdout: '' })
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain('goparity')
  })

  it('writes into a device and puts no file in its place', async () => {
    await symlink('/dev/null', join(folder, 'device'))
    for (const args of [
      ['-o', 'device'],
      ['--snapshot', 'device'],
    ]) {
      const { code } = await run(host, ['check', '-C', 'good', '--targets', 'linux/amd64', '--quiet', ...args])
      expect(code).toBe(0)
    }
    expect((await lstat(join(folder, 'device'))).isSymbolicLink()).toBe(true)
    expect((await lstat('/dev/null')).isCharacterDevice()).toBe(true)
  })

  it('keeps quiet when asked to, and colours a terminal only', async () => {
    expect((await run(host, ['verify', '-C', 'good', '--quiet'])).stderr).toBe('')
    // eslint-disable-next-line no-control-regex -- the beginning of a colour
    const colour = /\u001B\[3\dm/
    const args = ['verify', '-C', 'good', '--quiet']
    expect((await run(host, args)).stdout).not.toMatch(colour)
    expect((await run(host, args, { tty: true })).stdout).toMatch(colour)
    expect((await run(host, [...args, '--no-color'], { tty: true })).stdout).not.toMatch(colour)
    expect((await run({ ...host, env: { ...host.env, NO_COLOR: '1' } }, args, { tty: true })).stdout).not.toMatch(colour)
  })

  it('shows one changing line on a terminal and takes it away before the result', async () => {
    const { stderr } = await run(host, ['verify', '-C', 'good'], { tty: true })
    expect(stderr).not.toContain('\n')
    expect(stderr.endsWith('\r\u001B[2K')).toBe(true)
  })

  it('record gives a snapshot that compares equal with itself', async () => {
    expect((await run(host, ['record', '-C', 'good', '-o', 'a.json', '--quiet'])).code).toBe(0)
    const again = await run(host, ['record', '-C', 'good', '--quiet'])
    expect(again.stdout).toBe(readFileSync(join(folder, 'a.json'), 'utf8'))
    const { code, stdout } = await run(host, ['compare', 'a.json', 'a.json', '--format', 'json'])
    expect(JSON.parse(stdout)).toMatchObject({ comparison: { environment: [], modules: [] } })
    expect(code).toBe(0)
  })

  it('run starts the command on verified modules only, and its arguments are its own', async () => {
    const { code, stdout } = await run(host, ['run', '-C', 'good', '--quiet', '--', process.execPath, '-p', '1+1'])
    expect({ code, stdout }).toStrictEqual({ code: 0, stdout: '2\n' })
    const failed = await run(host, ['run', '-C', 'bad', '--quiet', 'go', 'build', '-o', '/dev/null', './...'])
    expect(failed.code).toBe(3)
    expect(failed.stdout).toContain('main.go:3:15')
  })

  it('run prints a JSON report alone on standard output', async () => {
    const { stdout, stderr } = await run(host, ['run', '-C', 'good', '--quiet', '--format', 'json', '--', process.execPath, '-p', '1+1'])
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'goparity/report/1' })
    expect(stderr).toBe('2\n')
  })

  it('baseline save keeps what check then compares with, and show says so', async () => {
    const saved = await run(host, ['baseline', 'save', '-C', 'good', '--targets', 'linux/amd64'])
    expect(saved.stdout).toContain(`saved: ${join('good', '.goparity', 'baseline.json')}`)
    expect(saved.code).toBe(0)
    const shown = await run(host, ['baseline', 'show', '-C', 'good'])
    expect(shown.stdout).toMatch(/^file .*\ntrusted: /)
    expect(shown.stdout).toContain('(1 target)')
    const { stdout } = await run(host, ['check', '-C', 'good', '--targets', 'linux/amd64', '--format', 'json', '--quiet'])
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'ok', comparison: { baseline: { trusted: true }, environment: [], modules: [] } })
  })

  it('baseline show says that there is none', async () => {
    const { code, stdout } = await run(host, ['baseline', 'show', '-C', 'bad', '--quiet'])
    expect(stdout).toMatch(/^no baseline: .*\nsave one with: goparity baseline save\n$/)
    expect(code).toBe(0)
  })
})
