import { lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { formatBaseline, parseBaseline } from '../../src/baseline/index.js'
import { goTestEnv, makeFolder, testHost, writeTree } from '../support/project.js'
import { jobOf, snapshotOf } from '../unit/compare/fixtures.js'
import { CLI, errorLines, GOOD, runHere, start, withFakeGo, type Ran } from './hard-command.js'

let folder = ''

beforeAll(() => {
  folder = makeFolder()
  writeTree(folder, GOOD)
})

async function verifyTo(output: string): Promise<Ran> {
  return runHere(testHost(folder, goTestEnv(folder, { CGO_ENABLED: '0' })), 'verify', '--quiet', '-o', output)
}

describe('a result that cannot be written', () => {
  it.each([
    ['below /proc, where no folder can be made', '/proc/x/y/report.txt', 'its folder is not there and cannot be made'],
    ['below a file', 'main.go/report.txt', 'a part of its path is a file'],
    ['to a full disk', '/dev/full', 'the disk is full'],
    ['over a folder', '.', 'a folder is in its place'],
    ['under a name that is too long', 'x'.repeat(300), 'its name is too long'],
  ])('%s is printed instead, with one sentence', async (_, output, reason) => {
    const { code, stdout, stderr } = await verifyTo(output)
    expect(stdout).toMatch(/^✓ goparity: /)
    const [sentence, hint, ...rest] = stderr.trimEnd().split('\n')
    expect(sentence).toMatch(/^error: cannot write \S+: /)
    expect(sentence).toContain(`: ${reason}; nothing was changed there`)
    expect([hint, ...rest]).toStrictEqual(['  the result is on standard output instead; name another file with -o FILE'])
    expect(code).toBe(2)
  })
})

describe('a device', () => {
  it('is written to and stays a device', async () => {
    const before = lstatSync('/dev/null')
    expect(await verifyTo('/dev/null')).toStrictEqual({ code: 0, stdout: '', stderr: '' })
    expect(lstatSync('/dev/null')).toMatchObject({ ino: before.ino, rdev: before.rdev })
  })

  it('such as /dev/stdout is where the result goes', async () => {
    const { ended } = start(folder, goTestEnv(folder, { CGO_ENABLED: '0' }), ['verify', '--quiet', '-o', '/dev/stdout'])
    const ran = await ended
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toMatch(/^✓ goparity: [^\n]*\n$/)
  })
})

describe('a baseline', () => {
  let place = ''
  beforeEach(() => {
    place = makeFolder()
    writeTree(place, GOOD)
  })

  it('that cannot be written is one sentence, and nothing is left', async () => {
    // Not even root can make a file there.
    symlinkSync('/sys', join(place, '.goparity'))
    const before = readdirSync('/sys')
    const host = testHost(place, goTestEnv(place, { CGO_ENABLED: '0' }))
    const { code, stdout, stderr } = await runHere(host, 'baseline', 'save', '--targets', 'linux/amd64', '--quiet')
    expect(stderr).toMatch(
      /^error: cannot write \S+\/baseline\.json: [^\n]+; nothing was changed there\n {2}name a place that can be written[^\n]*\n$/,
    )
    expect({ code, stdout }).toStrictEqual({ code: 2, stdout: '' })
    expect(readdirSync('/sys')).toStrictEqual(before)
  })

  it('is the old one, byte for byte, when the disk has no room for the new one', async () => {
    const old = formatBaseline([snapshotOf({ job: jobOf('old', {}) })])
    writeTree(place, { '.goparity/baseline.json': old })
    // What go writes is not limited: the limit is soft, and go's own.
    const env = withFakeGo(place, 'build', 'ulimit -S -f unlimited; exec "$GO" "$@"')
    const args = ['-c', 'ulimit -S -f 1; exec "$@"', 'sh', process.execPath, CLI, 'baseline', 'save', '--targets', 'linux/amd64', '--quiet']
    const ran = await start(place, env, args, ['sh']).ended
    expect(errorLines(ran)).toStrictEqual([expect.stringMatching(/^error: cannot write \S+baseline\.json: .*; nothing was changed there$/)])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(readFileSync(join(place, '.goparity/baseline.json'), 'utf8')).toBe(old)
    expect(readdirSync(join(place, '.goparity'))).toStrictEqual(['baseline.json'])
  })

  it('saved by two jobs at once is whole', async () => {
    const env = withFakeGo(place, 'build', 'exit 0')
    mkdirSync(join(place, '.goparity'))
    const both = await Promise.all(
      ['one', 'two'].map((job) => start(place, env, ['baseline', 'save', '--job', job, '--targets', 'linux/amd64', '--quiet']).ended),
    )
    for (const ran of both) expect(ran).toStrictEqual({ code: 0, stdout: '', stderr: '' })
    const { snapshots } = parseBaseline(readFileSync(join(place, '.goparity/baseline.json'), 'utf8'), 'x')
    expect(snapshots.length).toBeGreaterThan(0)
    for (const { job } of snapshots) expect(['one', 'two']).toContain(job.name)
    expect(readdirSync(join(place, '.goparity'))).toStrictEqual(['baseline.json'])
  })
})
