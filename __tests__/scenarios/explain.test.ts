import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { testHost, writeTree } from '../support/project.js'
import { CLI, runHere } from './hard-command.js'

const folder = mkdtempSync(join(tmpdir(), 'goparity-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As `gh run view --log-failed` prints it: job, step, time. */
const LOG = [
  'go: downloading example.com/words v1.0.0',
  'verifying example.com/words@v1.0.0: checksum mismatch',
  '\tdownloaded: h1:4BfU14Z/2ZJWf43swbGxc/P8ijOiG9SvZ/7oddhSqfA=',
  '\tgo.sum:     h1:V8v24lyumA790JuBrFVoqvz5OwuOAHxkGTbr21LHlWI=',
  '',
  'SECURITY ERROR',
  'This download does NOT match an earlier download recorded in go.sum.',
]
  .map((line) => `build\tRun go build ./...\t2026-01-02T03:04:05.1234567Z ${line}\n`)
  .join('')

function explain(
  args: readonly string[],
  input: string | Uint8Array = '',
): { readonly code: number | null; readonly out: string; readonly err: string } {
  // Libraries for colours would colour a pipe in CI and with FORCE_COLOR.
  const env = { ...process.env, CI: 'true', FORCE_COLOR: '1' }
  const done = spawnSync(process.execPath, [CLI, 'explain', ...args], { input, cwd: folder, env, encoding: 'utf8' })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('goparity explain', () => {
  it('reads a log that is piped in, and names the cause with its lines and a way out', () => {
    const { code, out, err } = explain([], LOG)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^One incident in the log\./)
    expect(out).toContain('checksum/gosum-mismatch')
    expect(out).toContain('example.com/words@v1.0.0')
    expect(out).toContain('2 | verifying example.com/words@v1.0.0: checksum mismatch')
    expect(out).toMatch(/^ {3}fix {2}/m)
  })

  it('reads a file, and gives the same as JSON', () => {
    written('build.log', LOG)
    const { code, out } = explain(['build.log', '--format', 'json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      schema: 'goparity/explanation/1',
      log: 'build.log',
      bytes: LOG.length,
      incidents: [{ rule: 'checksum/gosum-mismatch', confidence: 'certain', culprit: { module: 'example.com/words@v1.0.0' } }],
    })
  })

  it.each([
    ['little', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['big', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('reads what PowerShell wrote: UTF-16, %s end first', (_name, encode) => {
    expect(explain([], encode(LOG)).out).toContain('checksum/gosum-mismatch')
  })

  it('says that it recognises nothing, and that this proves nothing', () => {
    const { code, out } = explain([], 'everything went well\n')
    expect(code).toBe(0)
    expect(out).toMatch(/^Nothing in the log is recognised/)
    expect(out).toContain('no proof')
  })

  it('says that a mistake in the program is no incident of the environment', () => {
    const { out } = explain([], '# example.com/app\n./main.go:4:2: undefined: foo\n')
    expect(out).toMatch(/none of the environment: it is the program itself/)
  })

  it('writes to a file', () => {
    const { code, out } = explain(['-', '-o', join(folder, 'out.txt')], LOG)
    expect({ code, out }).toEqual({ code: 0, out: '' })
  })

  it.each<[string, readonly string[], RegExp]>([
    ['a log that is not there', ['missing.log'], /there is no log missing\.log[^]*gh run view --log-failed/],
    ['a folder', ['.'], /cannot read \.: /],
    ['another format', ['--format', 'sarif'], /Allowed: text, json/],
  ])('refuses %s in one error', (_name, args, message) => {
    const { code, out, err } = explain(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
  })

  it('puts nothing of the log on the terminal that could steer it', () => {
    const { out } = explain(
      [],
      '# example.com/app\n./main.go:4:10: fatal error: sqlite3\u001B]0;x\u0007.h: No such file or directory\u001B[2J\n',
    )
    // eslint-disable-next-line no-control-regex -- controls are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F]/)
  })

  it('has gh fetch the failed steps of a run or a job, and reads what it prints', async () => {
    const bin = join(folder, 'bin')
    const asked = join(folder, 'asked.txt')
    writeTree(bin, { gh: `#!/bin/sh\nprintf '%s\\n' "$*" >'${asked}'\ncat '${written('run.log', LOG)}'\n` })
    chmodSync(join(bin, 'gh'), 0o755)
    const host = testHost(folder, { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` })
    const run = 'https://github.com/octo-org/app/actions/runs/123'
    const { code, stdout } = await runHere(host, 'explain', '--run-url', `${run}/attempts/2`)
    expect({ code, found: stdout.includes('checksum/gosum-mismatch') }).toEqual({ code: 0, found: true })
    expect(readFileSync(asked, 'utf8')).toBe('run view 123 --repo github.com/octo-org/app --log-failed\n')
    await runHere(host, 'explain', '--run-url', `${run}/job/456?pr=7`)
    expect(readFileSync(asked, 'utf8')).toBe('run view --job 456 --repo github.com/octo-org/app --log-failed\n')
  })

  it.each([
    ['https://github.com/octo-org/app/pull/1', /is no address of a run on GitHub/],
    ['https://github.com/octo-org/app/actions/runs/1;id', /is no address of a run on GitHub/],
    ['https://github.com/octo-org/app/actions/runs/1', /gh, which fetches logs from GitHub, is not on PATH/],
  ])('refuses --run-url %s where it cannot follow it', async (url, message) => {
    const { code, stderr } = await runHere(testHost(folder, { PATH: join(folder, 'nothing') }), 'explain', '--run-url', url)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })

  it('takes nothing at a terminal for a mistake, and does not wait', async () => {
    const { code, stderr } = await runHere(testHost(folder, {}), 'explain')
    expect(code).toBe(2)
    expect(stderr).toMatch(/no log is named, and none is piped in[^]*goparity explain build\.log/)
  })
})
