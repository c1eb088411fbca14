import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { formatBaseline, parseBaseline, saveBaseline } from '../../src/baseline/index.js'
import { ParityError } from '../../src/errors.js'
import type { Host } from '../../src/host/index.js'
import { makeFolder, testHost, writeTree } from '../support/project.js'
import { jobOf, snapshotOf } from '../unit/compare/fixtures.js'

const FILE = '.goparity/baseline.json'
const linux = snapshotOf({ job: jobOf('build', { os: 'linux' }) })
const windows = snapshotOf({ job: jobOf('build', { os: 'windows' }) })

let folder: string
let path: string
let host: Host

beforeEach(() => {
  folder = makeFolder()
  path = join(folder, FILE)
  host = testHost(folder, { HOME: folder })
})

function written(): string {
  return readFileSync(path, 'utf8')
}

describe('saving a baseline', () => {
  it('makes the file, and nothing beside it', async () => {
    const saved = await saveBaseline(host, path, [linux])
    expect(saved).toEqual({ path, saved: [linux.job.label], kept: [], unchanged: false })
    expect(written()).toBe(formatBaseline([linux]))
    expect(readdirSync(join(folder, '.goparity'))).toEqual(['baseline.json'])
  })

  it('replaces the entry of its job and keeps those of others', async () => {
    await saveBaseline(host, path, [windows])
    await saveBaseline(host, path, [linux])
    const newer = snapshotOf({ job: linux.job }, { GOFLAGS: '-trimpath' })
    expect(await saveBaseline(host, path, [newer])).toMatchObject({ saved: [linux.job.label], kept: [windows.job.label] })
    expect(parseBaseline(written(), 'x').snapshots).toEqual([newer, windows])
  })

  it('writes the same bytes whatever the order in which jobs come', async () => {
    await saveBaseline(host, path, [windows, linux])
    const first = written()
    expect(await saveBaseline(host, path, [linux, windows])).toMatchObject({ unchanged: true })
    expect(written()).toBe(first)
  })

  it.each([
    ['unreadable', '{"schema":', 'baseline-unreadable'],
    ['of a later schema', '{"schema":"goparity/baseline/2"}', 'baseline-newer'],
  ])('refuses to lose a file that is %s', async (_, text, code) => {
    writeTree(folder, { [FILE]: text })
    await expect(saveBaseline(host, path, [linux])).rejects.toMatchObject({ code })
    expect(written()).toBe(text)
  })

  it('into a place that cannot be written says so', async () => {
    writeTree(folder, { occupied: 'a file' })
    await expect(saveBaseline(host, join(folder, 'occupied', 'baseline.json'), [linux])).rejects.toMatchObject({ code: 'write-failed' })
    // No folder can be made there, not even by root.
    await expect(saveBaseline(host, '/sys/goparity/baseline.json', [linux])).rejects.toMatchObject({ code: 'write-failed' })
  })

  it('on a full disk leaves the old file as it was', async () => {
    await saveBaseline(host, path, [linux])
    const before = written()
    const full: Host = {
      ...host,
      files: { ...host.files, writeAtomically: () => Promise.reject(new ParityError('write-failed', 'the disk is full')) },
    }
    await expect(saveBaseline(full, path, [windows])).rejects.toMatchObject({ code: 'write-failed', message: 'the disk is full' })
    expect(written()).toBe(before)
  })
})
