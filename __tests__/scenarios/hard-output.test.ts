import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { goTestEnv, makeFolder, testHost, writeTree } from '../support/project.js'
import { CLI, GOOD, runHere, start, withFakeGo } from './hard-command.js'

let folder = ''

beforeEach(() => {
  folder = makeFolder()
  writeTree(folder, { ...GOOD, 'main.go': 'package main\n\nfunc main() { first() }\n' })
})

const BUILD = ['build', '--targets', 'linux/amd64'] as const
const FIRST = "printf '# example.com/p\\n./main.go:3:15: undefined: first\\n' >&2"

/** What nobody may see as it is: commands of a runner, controls. JSON and reports alike. */
// eslint-disable-next-line no-control-regex -- controls are what is looked for
const OBEYED = /^\s*::|##\[|[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028]/m

describe('output of go', () => {
  it.each([
    ['in lines', "yes 'this is noise of a build' | head -c 50000000 >&2"],
    ['in one line', "head -c 50000000 /dev/zero | tr '\\0' a >&2"],
    ['on standard output', "yes '# example.com/noise' | head -c 50000000"],
  ])('of 50 MB %s stays out of memory, and the first error is kept', async (_, flood) => {
    const env = withFakeGo(folder, 'build', `${FIRST}\n${flood}\nexit 1`)
    const peak = join(folder, 'peak')
    writeTree(folder, {
      // ru_maxrss would be that of the test's own process, which this one was forked from.
      'measure.mjs': `import { readFileSync, writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(${JSON.stringify(peak)}, /VmHWM:\\s*(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]))`,
    })
    const options = `--import=${pathToFileURL(join(folder, 'measure.mjs')).href}`
    const { code, stdout } = await start(folder, { ...env, NODE_OPTIONS: options }, [...BUILD, '--quiet']).ended
    expect(stdout).toContain('main.go:3:15')
    expect(stdout).toContain('undefined: first')
    expect(stdout.length).toBeLessThan(100_000)
    expect(code).toBe(3)
    expect(Number(readFileSync(peak, 'utf8'))).toBeLessThan(300_000)
  })

  it.each(['text', 'json', 'markdown'])('with controls and commands of a runner reaches no log as %s', async (format) => {
    const lines = [
      String.raw`::error::one`,
      String.raw`  ::set-output name=a::two`,
      String.raw`./main.go:3:15: ##[error]three`,
      String.raw`\033[31mred\r::error::four\033]0;title\007`,
      String.raw`./main.go:3:15: not UTF-8: \377\376 \302\205::error::five`,
      String.raw`\342\200\250::error::six`,
    ]
    const env = withFakeGo(folder, 'build', `printf '# example.com/p\\n${lines.join('\\n')}\\n' >&2\nexit 1`)
    const { code, stdout, stderr } = await runHere(testHost(folder, env), ...BUILD, '--format', format)
    expect(code).toBe(3)
    expect(stdout).toContain('three')
    expect(stdout).not.toMatch(OBEYED)
    expect(stderr).not.toMatch(OBEYED)
  })

  it('with nothing but such lines is still shown, and harmless', async () => {
    const env = withFakeGo(folder, 'build', String.raw`printf '::error::one\n##[error]two\n\377\n' >&2; exit 1`)
    const { code, stdout } = await runHere(testHost(folder, env), ...BUILD)
    expect(code).toBe(3)
    expect(stdout).toContain('error::one')
    expect(stdout).toContain('\uFFFD')
    expect(stdout).not.toMatch(OBEYED)
  })
})

describe('a reader', () => {
  it('that has gone away is no error', async () => {
    writeTree(folder, GOOD)
    const { child, ended } = start(folder, goTestEnv(folder, { CGO_ENABLED: '0' }), ['record', '--quiet'])
    child.stdout?.destroy()
    expect(await ended).toStrictEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('of the first line only sees it, and nothing else is said', async () => {
    writeTree(folder, GOOD)
    const pipe = ['-c', '"$@" | head -n 1', 'sh', process.execPath, CLI, 'record', '--quiet']
    expect(await start(folder, goTestEnv(folder, { CGO_ENABLED: '0' }), pipe, ['sh']).ended).toStrictEqual({
      code: 0,
      stdout: '{\n',
      stderr: '',
    })
  })
})
