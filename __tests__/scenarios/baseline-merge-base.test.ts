import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { detectChange, formatBaseline, readBaseline, type BaselineReading, type ReadBaselineOptions } from '../../src/baseline/index.js'
import { makeFolder, testHost, writeTree } from '../support/project.js'
import { snapshotOf } from '../unit/compare/fixtures.js'

const trusted = snapshotOf({}, { GOFLAGS: '-trimpath' })
const forged = snapshotOf({}, { GOFLAGS: '-mod=mod' })
const FILE = '.goparity/baseline.json'

let folder: string
let env: Record<string, string | undefined>

function git(directory: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'protocol.file.allow=always', ...args], {
    cwd: directory,
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()
}

function commit(directory: string, files: Readonly<Record<string, string>>, message = 'change'): string {
  writeTree(directory, files)
  git(directory, 'add', '-A')
  git(directory, 'commit', '-q', '--allow-empty', '-m', message)
  return git(directory, 'rev-parse', 'HEAD')
}

/** A repository with a main branch and a clone of it on the branch `topic`. */
function makeClone(onMain: Readonly<Record<string, string>>): { readonly origin: string; readonly clone: string; readonly base: string } {
  const origin = join(folder, 'origin')
  writeTree(origin, { 'README.md': 'hello\n' })
  git(origin, 'init', '-q', '-b', 'main')
  commit(origin, { 'go.mod': 'module example.com/hello\n' })
  const base = commit(origin, onMain)
  git(folder, 'clone', '-q', origin, 'clone')
  const clone = join(folder, 'clone')
  git(clone, 'checkout', '-q', '-b', 'topic')
  return { origin, clone, base }
}

async function read(
  directory: string,
  more: Partial<ReadBaselineOptions> = {},
  variables: Readonly<Record<string, string>> = {},
): Promise<BaselineReading> {
  const host = testHost(directory, { ...env, ...variables })
  const change = detectChange({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' })
  return readBaseline(host, { reference: 'auto', directory, change, ...more })
}

beforeEach(() => {
  folder = makeFolder()
  env = {
    PATH: process.env['PATH'],
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z',
    GIT_COMMITTER_DATE: '2020-01-01T00:00:00Z',
  }
})

describe('in a pull request the baseline', () => {
  it('is the one of the merge base, though the target branch went on', async () => {
    const { origin, clone, base } = makeClone({ [FILE]: formatBaseline([trusted]) })
    commit(clone, { 'main.go': 'package main\n' })
    commit(origin, { [FILE]: formatBaseline([snapshotOf({}, { GOFLAGS: '-later' })]) })
    git(clone, 'fetch', '-q', 'origin')
    const reading = await read(clone)
    expect(reading).toMatchObject({ kind: 'found', snapshots: [trusted], reference: { source: 'git', ref: base, trusted: true } })
    expect(reading).not.toHaveProperty('edited')
    expect(reading).not.toHaveProperty('proposed')
  })

  it('is not the one that the change wrote: the edit is a finding, and both can be compared', async () => {
    const { clone, base } = makeClone({ [FILE]: formatBaseline([trusted]) })
    commit(clone, { [FILE]: formatBaseline([forged]) })
    expect(await read(clone)).toMatchObject({
      kind: 'found',
      snapshots: [trusted],
      proposed: [forged],
      reference: { ref: base, trusted: true },
      edited: { rule: 'baseline/edited', severity: 'warning', location: { file: FILE } },
    })
  })

  it('is still read when the working tree was not committed', async () => {
    const { clone } = makeClone({ [FILE]: formatBaseline([trusted]) })
    writeTree(clone, { [FILE]: formatBaseline([forged]) })
    expect(await read(clone)).toMatchObject({ kind: 'found', snapshots: [trusted], edited: { rule: 'baseline/edited' } })
  })

  it('is still the trusted one when the change removes the file', async () => {
    const { clone } = makeClone({ [FILE]: formatBaseline([trusted]) })
    git(clone, 'rm', '-q', FILE)
    commit(clone, {})
    expect(await read(clone)).toMatchObject({ kind: 'found', snapshots: [trusted], edited: { title: 'this change removes the baseline' } })
  })

  it('is still the trusted one when the change makes it unreadable, or a link', async () => {
    const { clone } = makeClone({ [FILE]: formatBaseline([trusted]) })
    commit(clone, { [FILE]: '{' })
    expect(await read(clone)).toMatchObject({
      kind: 'found',
      snapshots: [trusted],
      edited: { title: 'this change makes the baseline unreadable' },
    })
    rmSync(join(clone, FILE))
    symlinkSync('/etc/passwd', join(clone, FILE))
    expect(await read(clone)).toMatchObject({ kind: 'found', snapshots: [trusted], edited: { severity: 'warning' } })
  })

  it('is not edited by other line ends', async () => {
    const { clone } = makeClone({ [FILE]: formatBaseline([trusted]) })
    writeTree(clone, { [FILE]: formatBaseline([trusted]).replaceAll('\n', '\r\n') })
    expect(await read(clone)).not.toHaveProperty('edited')
  })

  it('is none when the change brings the first one', async () => {
    const { clone } = makeClone({})
    commit(clone, { [FILE]: formatBaseline([forged]) })
    const reading = await read(clone)
    expect(reading).toMatchObject({ kind: 'none', proposed: [forged] })
    expect(reading).toHaveProperty('reason', expect.stringContaining('first baseline in this change'))
  })

  it('is none where neither side has one', async () => {
    const { clone } = makeClone({})
    expect(await read(clone)).toEqual({ kind: 'none', reason: `main has no ${FILE}` })
  })

  it('of a project below the top of the repository is found there', async () => {
    const { clone } = makeClone({ [`services/api/${FILE}`]: formatBaseline([trusted]), [FILE]: formatBaseline([forged]) })
    const directory = join(clone, 'services', 'api')
    expect(await read(directory)).toMatchObject({ kind: 'found', snapshots: [trusted] })
    expect(await read(directory, { reference: `file:../../${FILE}` })).toMatchObject({ kind: 'found', snapshots: [forged] })
    expect(await read(directory, { reference: `file:${join(clone, FILE)}` })).toMatchObject({ kind: 'found', snapshots: [forged] })
  })

  it('named as a file is trusted as of the merge base only, and never from outside the repository', async () => {
    const { clone } = makeClone({ 'ci.json': formatBaseline([trusted]) })
    commit(clone, { 'ci.json': formatBaseline([forged]), 'new.json': formatBaseline([forged]) })
    writeTree(folder, { 'outside.json': formatBaseline([forged]) })
    expect(await read(clone, { reference: 'file:ci.json' })).toMatchObject({ kind: 'found', snapshots: [trusted], edited: {} })
    expect(await read(clone, { reference: 'file:absent.json' })).toMatchObject({ kind: 'unusable', reason: 'main has no absent.json.' })
    expect(await read(clone, { reference: 'file:../outside.json' })).toMatchObject({ kind: 'unusable' })
    expect(await read(clone, { reference: `file:${join(folder, 'outside.json')}` })).toMatchObject({ kind: 'unusable' })
  })

  it('named as a commit is never one of the change itself', async () => {
    const { clone, base } = makeClone({ [FILE]: formatBaseline([trusted]) })
    const own = commit(clone, { [FILE]: formatBaseline([forged]) })
    for (const ref of ['HEAD', 'topic', own, 'origin/main'])
      expect(await read(clone, { reference: `git:${ref}` })).toMatchObject({
        kind: 'found',
        snapshots: [trusted],
        reference: { ref: base },
      })
    expect(await read(clone, { reference: 'git:nowhere' })).toMatchObject({ kind: 'unusable' })
  })

  it('is not forged by a bare repository that the change brings as plain files', async () => {
    const { clone } = makeClone({ [FILE]: formatBaseline([trusted]) })
    const evil = join(folder, 'evil')
    writeTree(evil, { [FILE]: formatBaseline([forged]) })
    git(evil, 'init', '-q', '-b', 'main')
    commit(evil, {})
    git(evil, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
    git(folder, 'clone', '-q', '--bare', 'evil', join(clone, 'sub'))
    git(join(clone, 'sub'), 'update-ref', 'refs/remotes/origin/main', 'HEAD')
    writeTree(join(clone, 'sub'), { [FILE]: formatBaseline([forged]) })
    // The project lies where git would take the planted files for a repository.
    expect(await read(join(clone, 'sub'))).not.toMatchObject({ kind: 'found' })
  })
})

/** A clone of the branch `topic` alone, one commit deep, on which the baseline is forged. */
function makeShallow(): { readonly shallow: string; readonly base: string } {
  const { clone, base } = makeClone({ [FILE]: formatBaseline([trusted]) })
  commit(clone, { 'main.go': 'package main\n' })
  commit(clone, { [FILE]: formatBaseline([forged]) })
  git(folder, 'clone', '-q', '--depth', '1', '--branch', 'topic', `file://${clone}`, 'shallow')
  return { shallow: join(folder, 'shallow'), base }
}

describe('in a shallow clone', () => {
  it('the baseline is unusable, and it says what to set', async () => {
    const { shallow } = makeShallow()
    const reading = await read(shallow)
    expect(reading).toMatchObject({ kind: 'unusable', reference: { trusted: false } })
    expect(reading).toHaveProperty('reason', expect.stringContaining('fetch-depth: 0'))
  })

  it('an API can stand in for git', async () => {
    const { shallow, base } = makeShallow()
    const asked: string[] = []
    const reading = await read(shallow, {
      fetchAtMergeBase: async (path) => {
        asked.push(path)
        return { commit: base, text: formatBaseline([trusted]) }
      },
    })
    expect(asked).toEqual([FILE])
    expect(reading).toMatchObject({
      kind: 'found',
      snapshots: [trusted],
      reference: { ref: base, trusted: true },
      proposed: [forged],
      edited: {},
    })
  })

  it('an API that fails leaves it unusable, with both reasons', async () => {
    const { shallow } = makeShallow()
    const reading = await read(shallow, { fetchAtMergeBase: () => Promise.reject(new Error('403')) })
    expect(reading).toHaveProperty('reason', expect.stringMatching(/fetch-depth: 0.*403/))
  })

  it('a removed baseline is not taken for none', async () => {
    const { shallow } = makeShallow()
    rmSync(join(shallow, FILE))
    expect(await read(shallow)).toMatchObject({ kind: 'unusable' })
  })
})

describe('when git cannot help', () => {
  it('a change without a repository has no trusted baseline', async () => {
    writeTree(folder, { [FILE]: formatBaseline([forged]) })
    expect(await read(folder)).toMatchObject({ kind: 'unusable', reference: { trusted: false } })
  })

  it('a change without git has none either, but for an API', async () => {
    const { clone, base } = makeClone({ [`api/${FILE}`]: formatBaseline([trusted]) })
    const variables = { PATH: folder, GITHUB_WORKSPACE: clone }
    expect(await read(join(clone, 'api'), {}, variables)).toMatchObject({ kind: 'unusable' })
    const asked: string[] = []
    const fetchAtMergeBase = async (path: string): Promise<{ commit: string; text: string | null }> => {
      asked.push(path)
      return { commit: base, text: formatBaseline([trusted]) }
    }
    expect(await read(join(clone, 'api'), { fetchAtMergeBase }, variables)).toMatchObject({ kind: 'found', snapshots: [trusted] })
    expect(asked).toEqual([`api/${FILE}`])
  })

  it('a broken baseline of the target branch is unknown, not the fault of the change', async () => {
    const { clone } = makeClone({ [FILE]: '{"schema":"goparity/baseline/1","snapshots":[' })
    commit(clone, { [FILE]: formatBaseline([trusted]) })
    const reading = await read(clone)
    expect(reading).toMatchObject({ kind: 'unusable', reference: { trusted: false } })
    expect(reading).toHaveProperty('reason', expect.stringContaining('cannot be read'))
  })

  it('unrelated histories have no merge base', async () => {
    const { clone } = makeClone({ [FILE]: formatBaseline([trusted]) })
    git(clone, 'checkout', '-q', '--orphan', 'alone')
    commit(clone, { [FILE]: formatBaseline([forged]) })
    expect(await read(clone)).toMatchObject({ kind: 'unusable', reason: 'this change and main have no commit in common.' })
  })
})

interface Answer {
  readonly commit: string
  readonly text: string | null
}

async function answer(): Promise<Answer> {
  return { commit: 'a'.repeat(40), text: formatBaseline([trusted]) }
}

async function answerNone(): Promise<Answer> {
  return { commit: 'a'.repeat(40), text: null }
}

describe('where nothing is checked out', () => {
  it.each(['auto', `file:${FILE}`])(
    '%s is read through the API as of the merge base, and the change is not said to remove it',
    async (reference) => {
      for (const directory of [folder, join(folder, 'services', 'api')]) {
        const asked: string[] = []
        const fetchAtMergeBase = async (path: string): Promise<Answer> => (asked.push(path), answer())
        const reading = await read(directory, { reference, fetchAtMergeBase }, { GITHUB_WORKSPACE: folder })
        expect(reading).toMatchObject({
          kind: 'found',
          snapshots: [trusted],
          reference: { source: 'git', ref: 'a'.repeat(40), trusted: true, reason: expect.stringContaining('read through the API') },
        })
        expect(reading).not.toHaveProperty('edited')
        expect(asked).toStrictEqual([directory === folder ? FILE : `services/api/${FILE}`])
      }
    },
  )

  it('a target branch without the file has no baseline, which is a fault only where the file was named', async () => {
    const fetchAtMergeBase = answerNone
    const variables = { GITHUB_WORKSPACE: folder }
    expect(await read(folder, { fetchAtMergeBase }, variables)).toStrictEqual({ kind: 'none', reason: `main has no ${FILE}` })
    expect(await read(folder, { fetchAtMergeBase, reference: `file:${FILE}` }, variables)).toMatchObject({ kind: 'unusable' })
  })

  it('a commit cannot be told from one of the change, and an API does not help', async () => {
    const reading = await read(folder, { reference: 'git:main', fetchAtMergeBase: answer }, { GITHUB_WORKSPACE: folder })
    expect(reading).toMatchObject({ kind: 'unusable', reference: { trusted: false } })
  })

  it('outside a pull request a named file asks for a checkout', async () => {
    await expect(read(folder, { change: null, reference: 'file:x.json' }, { CI: 'true' })).rejects.toMatchObject({
      code: 'baseline-unreadable',
      hint: expect.stringContaining('actions/checkout'),
    })
    const { clone } = makeClone({})
    await expect(read(clone, { change: null, reference: 'file:x.json' }, { CI: 'true' })).rejects.toMatchObject({
      hint: 'write it first: goparity baseline save',
    })
  })

  it('the baseline of a run is for the report action alone', async () => {
    await expect(read(folder, { reference: 'run:812' })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('only the report action can read it'),
    })
  })
})

describe('outside a pull request', () => {
  it('the file of the working tree counts, and it says whether git has it', async () => {
    const { clone } = makeClone({ [FILE]: formatBaseline([trusted]) })
    expect(await read(clone, { change: null })).toMatchObject({
      kind: 'found',
      snapshots: [trusted],
      reference: { source: 'file', ref: FILE, trusted: true, reason: 'a file of this working tree, committed' },
    })
    writeTree(clone, { [FILE]: formatBaseline([forged]), 'other.json': formatBaseline([forged]) })
    expect(await read(clone, { change: null })).toMatchObject({
      reference: { reason: expect.stringContaining('edited since the last commit') },
    })
    expect(await read(clone, { change: null, reference: 'file:other.json' })).toMatchObject({
      reference: { reason: expect.stringContaining('not committed yet') },
    })
  })

  it('git is not needed', async () => {
    writeTree(folder, { [FILE]: formatBaseline([trusted]) })
    expect(await read(folder, { change: null }, { PATH: folder })).toMatchObject({
      kind: 'found',
      snapshots: [trusted],
      reference: { reason: expect.stringContaining('not checked against git') },
    })
  })

  it('none is none, and a file that is not there is none unless it was named', async () => {
    expect(await read(folder, { change: null })).toEqual({ kind: 'none', reason: `there is no ${FILE}` })
    expect(await read(folder, { change: null, reference: 'none' })).toMatchObject({ kind: 'none' })
    await expect(read(folder, { change: null, reference: 'file:x.json' })).rejects.toMatchObject({ code: 'baseline-unreadable' })
  })

  it('an unreadable file is an error', async () => {
    writeTree(folder, { [FILE]: '{' })
    await expect(read(folder, { change: null })).rejects.toMatchObject({ code: 'baseline-unreadable' })
    writeTree(folder, { [FILE]: '{"schema":"goparity/baseline/9"}' })
    await expect(read(folder, { change: null })).rejects.toMatchObject({ code: 'baseline-newer' })
  })

  it('a commit can be named, from a folder below the top too', async () => {
    const { clone, base } = makeClone({ [`api/${FILE}`]: formatBaseline([trusted]) })
    commit(clone, { [`api/${FILE}`]: formatBaseline([forged]) })
    const directory = join(clone, 'api')
    expect(await read(directory, { change: null, reference: 'git:HEAD~0' }).catch((error: unknown) => error)).toMatchObject({
      code: 'usage',
    })
    expect(await read(directory, { change: null, reference: 'git:HEAD' })).toMatchObject({ snapshots: [forged] })
    expect(await read(directory, { change: null, reference: 'git:origin/main' })).toMatchObject({
      snapshots: [trusted],
      reference: { source: 'git', ref: base, trusted: true },
    })
    await expect(read(directory, { change: null, reference: 'git:nowhere' })).rejects.toMatchObject({ code: 'git-failed' })
    await expect(read(clone, { change: null, reference: 'git:main' })).rejects.toMatchObject({ code: 'baseline-unreadable' })
  })

  it('reading changes nothing in the repository', async () => {
    const { clone } = makeClone({ [FILE]: formatBaseline([trusted]) })
    const index = readFileSync(join(clone, '.git', 'index'))
    await read(clone, { change: null })
    await read(clone)
    expect(readFileSync(join(clone, '.git', 'index')).equals(index)).toBe(true)
  })
})
