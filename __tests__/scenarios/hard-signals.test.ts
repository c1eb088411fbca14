import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { goSumOf, makeFolder, writeProxy, writeTree, type ProxyModule } from '../support/project.js'
import { errorLines, GOOD, start, withFakeGo } from './hard-command.js'

let folder = ''
let ready = ''

beforeEach(() => {
  folder = makeFolder()
  writeTree(folder, GOOD)
  ready = join(folder, 'ready')
  execFileSync('sh', ['-c', 'mkfifo ready asked'], { cwd: folder })
})

const dependency: ProxyModule = { path: 'example.com/dep', version: 'v1.0.0', files: { 'dep.go': 'package dep\n' } }

/** A grandchild that cannot be asked to end, with the place of its output; its id goes to whoever reads `ready`, once it is deaf. */
function stubborn(output: '' | '>/dev/null 2>&1', beside = ''): string {
  return `sh -c 'trap "" TERM INT; ${beside} echo $$ >"$0"; exec sleep 1000' '${ready}' "$$" ${output} &\nwait`
}

/** Whether a process runs; one that only waits to be collected does not. */
function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX] /.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** Ends when the kernel has ended it; the test's own limit is the bound. */
async function expectGone(pid: number): Promise<void> {
  expect(pid).toBeGreaterThan(1)
  while (isAlive(pid)) await setImmediate()
}

function expectNothingLeft(): void {
  expect(readdirSync(join(folder, 'tmp')).filter((name) => !name.startsWith('node-compile-cache'))).toStrictEqual([])
}

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s', (signal, code) => {
  it.each([
    ['that keep the output open', ''],
    ['that have let go of the output', '>/dev/null 2>&1'],
  ] as const)(`in a build ends with ${String(code)} and one sentence, and ends grandchildren %s`, async (_, output) => {
    const env = withFakeGo(folder, 'build', stubborn(output))
    const { child, ended } = start(folder, env, ['check', '--targets', 'linux/amd64'])
    const pid = Number(await readFile(ready, 'utf8'))
    child.kill(signal)
    const ran = await ended
    expect(errorLines(ran)).toStrictEqual([expect.stringMatching(/^cancelled while \S.*$/)])
    expect(ran).toMatchObject({ code, stdout: '' })
    await expectGone(pid)
    expectNothingLeft()
  })

  it('in a download leaves go.sum as it was', async () => {
    const goMod = `${GOOD['go.mod']}\nrequire example.com/dep v1.0.0\n`
    const goSum = goSumOf([dependency])
    writeTree(folder, { 'go.mod': goMod, 'go.sum': goSum, 'main.go': 'package main\n\nimport _ "example.com/dep"\n\nfunc main() {}\n' })
    const env = withFakeGo(folder, 'mod download', `echo 'example.com/half v1.0.0 h1:' >>go.sum\n${stubborn('')}`)
    const { child, ended } = start(folder, { ...env, GOPROXY: writeProxy(join(folder, 'proxy'), [dependency]) }, ['verify'])
    const pid = Number(await readFile(ready, 'utf8'))
    child.kill(signal)
    const ran = await ended
    expect(errorLines(ran)).toStrictEqual([expect.stringMatching(/^cancelled while \S.*$/)])
    expect(ran).toMatchObject({ code, stdout: '' })
    await expectGone(pid)
    expect(readFileSync(join(folder, 'go.sum'), 'utf8')).toBe(goSum)
    expect(readdirSync(folder).filter((name) => name.includes('go.sum'))).toStrictEqual(['go.sum'])
    expectNothingLeft()
  })

  it('in a command of the user ends it, too', async () => {
    const env = withFakeGo(folder, 'build', 'exit 0')
    const { child, ended } = start(folder, env, ['run', '--', 'sh', '-c', stubborn('')])
    const pid = Number(await readFile(ready, 'utf8'))
    child.kill(signal)
    const ran = await ended
    expect(errorLines(ran)).toStrictEqual([expect.stringMatching(/^cancelled while running sh/)])
    expect(ran).toMatchObject({ code, stdout: '' })
    await expectGone(pid)
  })
})

describe('a second SIGINT', () => {
  it.each([
    ['while go ends slowly', `trap 'echo >"$ASKED"' TERM`, ''],
    // Told when the process that was started is gone and has been collected: only what it started is left.
    ['when only what go started is left', `trap 'exit 1' TERM`, '(while kill -0 "$1"; do :; done 2>&-; echo >"$ASKED") &'],
  ])('%s waits for nobody, and leaves no process', async (_, trap, beside) => {
    const asked = join(folder, 'asked')
    // A shell goes on after a trap: it waits once more.
    const env = withFakeGo(folder, 'build', `${trap}\n${stubborn('', beside)}\nwait`)
    const { child, ended } = start(folder, { ...env, ASKED: asked }, ['check', '--targets', 'linux/amd64'])
    const pid = Number(await readFile(ready, 'utf8'))
    child.kill('SIGINT')
    await readFile(asked)
    child.kill('SIGINT')
    const ran = await ended
    // The sentence belongs to an orderly end.
    expect(errorLines(ran)).toStrictEqual([])
    expect(ran).toMatchObject({ code: 130, stdout: '' })
    await expectGone(pid)
  })
})
