import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { bytesSource, readBinary } from '../../src/binaries/index.js'
import { inspect } from '../../src/operations/index.js'
import { testHost } from '../support/project.js'
import { mutated, mutations } from '../unit/binaries/mutations.js'
import { fileSource, ownFacts, readelfFacts, systemElfFiles } from '../unit/binaries/readelf.js'

const hasReadelf = spawnSync('readelf', ['--version']).status === 0

;(hasReadelf ? describe : describe.skip)('ELF files of this system, many (needs readelf)', () => {
  it('are read as readelf -hldV reads them: 1,000 files', () => {
    const files = systemElfFiles(['/usr/bin', '/usr/lib', '/usr/sbin'], 1000)
    expect(files.length).toBe(1000)
    for (const path of files) {
      const expected = readelfFacts(path)
      expect({ path, ...ownFacts(path, expected) }).toEqual({ path, ...expected, faults: [] })
    }
  })

  it('end as a reading or a fault when they are damaged: 50 files, 400 times each', () => {
    for (const path of systemElfFiles(['/usr/bin', '/usr/lib'], 50)) {
      const file = fileSource(path)
      const bytes = file.readAt(0, Math.min(file.size, 2 * 1024 * 1024))
      file.close()
      fc.assert(
        fc.property(mutations(bytes.length), (changes) => {
          expect(['binary', 'other']).toContain(readBinary(bytesSource(mutated(bytes, changes))).kind)
        }),
        { numRuns: 400 },
      )
    }
  })
})

const LOADER = '/lib64/ld-linux-x86-64.so.2'

function plain(files: readonly string[]): readonly string[] {
  return [...new Set(files)].filter((file) => !file.includes('/ld-linux')).toSorted()
}

async function expectTheLoadersList(): Promise<void> {
  const binaries = systemElfFiles(['/usr/bin', '/usr/sbin', '/usr/lib/x86_64-linux-gnu'], 400)
  const host = testHost('/', {})
  const { document } = await inspect({ host, progress: () => undefined }, { binaries, version: '0.0.0-test' })
  let compared = 0
  for (const { path, binaries: found } of document.files) {
    const [first] = found
    if (first?.binary.libc !== 'glibc' || first.binary.linkage !== 'dynamic' || first.binary.goarch !== 'amd64') continue
    const { status, stdout, stderr } = spawnSync(LOADER, ['--list', path], { encoding: 'utf8', env: {} })
    const listed = [...stdout.matchAll(/^\t(\S+) => (\/\S+)/gm)].map(([, , file]) => realpathSync(file ?? ''))
    const own = first.libraries?.libraries.flatMap(({ path: file }) => (file === null ? [] : [realpathSync(file)])) ?? []
    const notFound = first.libraries?.libraries.flatMap(({ name, path: file }) => (file === null ? [name] : [])) ?? []
    const starts = status === 0 && !/ => not found$/m.test(stdout) ? 'yes' : 'no'
    expect({ path, starts: first.verdicts[0]?.starts }).toEqual({ path, starts })
    // At the first library of a library that is missing it stops, and lists nothing.
    const stoppedAt = /loading shared libraries: (\S+): cannot open/.exec(stderr)?.[1] ?? ''
    const agrees = status === 0 ? plain(own).join() === plain(listed).join() : notFound.includes(stoppedAt)
    expect({ path, agrees, own: plain(own), listed: plain(listed), stoppedAt }).toMatchObject({ path, agrees: true })
    compared += 1
  }
  expect(compared).toBeGreaterThanOrEqual(200)
}

describe('libraries of programs of this system', () => {
  ;(existsSync(LOADER) ? it : it.skip)(`are those that the loader itself lists, for 400 files (needs ${LOADER})`, expectTheLoadersList)
})
