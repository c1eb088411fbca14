import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { describeOrigin, sinceWhen } from '../../../src/integrity/since.js'
import { makeFolder, testHost, writeTree } from '../../support/project.js'

const ENV = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'c',
  GIT_COMMITTER_EMAIL: 'c@example.org',
}
const FIRST = `example.com/a v1.0.0 h1:${'A'.repeat(43)}=`
const SECOND = `example.com/b v1.0.0 h1:${'B'.repeat(43)}=`

function git(folder: string, args: readonly string[], date = '2024-05-01T14:00:00+02:00'): string {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...ENV, HOME: folder, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: '2025-01-01T00:00:00Z' },
  }).trim()
}

function commit(folder: string, message: string, date?: string): string {
  git(folder, ['add', '-A'])
  git(folder, ['commit', '-q', '-m', message], date)
  return git(folder, ['rev-parse', 'HEAD'])
}

/** A repository with go.sum in `app/`, its two lines from two commits. */
function makeRepository(): { folder: string; app: string; first: string; second: string } {
  const folder = makeFolder()
  const app = join(folder, 'app')
  git(folder, ['init', '-q'])
  writeTree(app, { 'go.sum': `${FIRST}\n` })
  const first = commit(folder, 'add a\n\nwith a body')
  writeTree(app, { 'go.sum': `${FIRST}\n${SECOND}\n` })
  const second = commit(folder, 'add b', '2024-06-30T23:30:00-05:00')
  return { folder, app, first, second }
}

async function ask(app: string, line: number): ReturnType<typeof sinceWhen> {
  return sinceWhen(testHost(app, { ...ENV, HOME: app }), { path: app }, 'go.sum', line)
}

describe('sinceWhen', () => {
  it('gives the commit, the author date and the subject of each line', async () => {
    const { app, first, second } = makeRepository()
    expect(await ask(app, 1)).toEqual({ commit: first, date: '2024-05-01T12:00:00Z', subject: 'add a', cutOff: false })
    expect(await ask(app, 2)).toEqual({ commit: second, date: '2024-07-01T04:30:00Z', subject: 'add b', cutOff: false })
  })

  it('finds a committed line wherever it stands now', async () => {
    const { app, first } = makeRepository()
    writeTree(app, { 'go.sum': `example.com/0 v1.0.0 h1:new=\r\n${FIRST}\r\n` })
    expect((await ask(app, 2))?.commit).toBe(first)
  })

  it('says of a line that nobody committed that it is not committed', async () => {
    const { app } = makeRepository()
    writeTree(app, { 'go.sum': `example.com/0 v1.0.0 h1:new=\n${FIRST}\n` })
    expect(await ask(app, 1)).toEqual({ commit: null, date: null, subject: '', cutOff: false })
  })

  it('says the same of a go.sum that is not in the commit', async () => {
    const { app } = makeRepository()
    writeTree(join(app, 'new'), { 'go.sum': `${FIRST}\n` })
    expect(await sinceWhen(testHost(app, { ...ENV, HOME: app }), { path: app }, 'new/go.sum', 1)).toMatchObject({ commit: null })
  })

  it('knows nothing outside of a repository, in one without commits, of a line that is not there and without git', async () => {
    const folder = makeFolder()
    writeTree(folder, { 'go.sum': `${FIRST}\n` })
    expect(await ask(folder, 1)).toBeNull()
    git(folder, ['init', '-q'])
    expect(await ask(folder, 1)).toBeNull()
    const { app } = makeRepository()
    expect(await ask(app, 9)).toBeNull()
    expect(await sinceWhen(testHost(app, { PATH: folder }), { path: app }, 'go.sum', 1)).toBeNull()
  })

  it('says of a shallow clone that the line may be older', async () => {
    const { folder } = makeRepository()
    const clone = join(makeFolder(), 'clone')
    git(folder, ['clone', '-q', '--depth', '1', `file://${folder}`, clone])
    const origin = await ask(join(clone, 'app'), 1)
    expect(origin).toMatchObject({ subject: 'add b', cutOff: true })
    expect(origin === null ? '' : describeOrigin(origin)).toMatch(
      /^since 2024-07-01 or earlier \(this clone is shallow and ends at commit [0-9a-f]{12} "add b"\)$/,
    )
  })

  it('makes a hostile commit message one short harmless line', async () => {
    const folder = makeFolder()
    git(folder, ['init', '-q'])
    writeTree(folder, { 'go.sum': `${FIRST}\n` })
    commit(folder, `\u001B[31m::error::x \u202Eevil boundary ${'y'.repeat(5000)}`)
    const origin = await ask(folder, 1)
    expect(origin?.subject).toMatch(/^\[31m::error::x evil boundary y+$/)
    expect(origin?.subject).toHaveLength(100)
    expect(origin?.cutOff).toBe(false)
  })

  it('runs no filter, no diff program and no hook that the repository names', async () => {
    const { folder, app, first } = makeRepository()
    const ran = join(folder, 'ran')
    const program = join(folder, 'program')
    writeFileSync(program, `#!/bin/sh\ntouch '${ran}'\ncat "$@"\n`, { mode: 0o755 })
    writeTree(app, { '.gitattributes': 'go.sum filter=evil diff=evil\n', 'go.sum': `${FIRST}\n${SECOND}\nextra v1 h1:x=\n` })
    for (const key of [
      'filter.evil.clean',
      'filter.evil.smudge',
      'diff.evil.textconv',
      'core.fsmonitor',
      'core.pager',
      'pager.blame',
      'diff.external',
    ])
      git(folder, ['config', key, program])
    expect((await ask(app, 1))?.commit).toBe(first)
    expect(existsSync(ran)).toBe(false)
  })

  it('fetches nothing in a clone that has no file contents', async () => {
    const { folder } = makeRepository()
    git(folder, ['config', 'uploadpack.allowFilter', 'true'])
    const clone = join(makeFolder(), 'clone')
    git(folder, ['clone', '-q', '--no-checkout', '--filter=blob:none', `file://${folder}`, clone])
    writeTree(join(clone, 'app'), { 'go.sum': `${FIRST}\n` })
    const objects = git(clone, ['count-objects', '-v'])
    expect(await ask(join(clone, 'app'), 1)).toBeNull()
    expect(git(clone, ['count-objects', '-v'])).toBe(objects)
  })
})
