import { spawnSync } from 'node:child_process'
import { describe, expect, it, jest } from '@jest/globals'
import { ownFacts, readelfFacts, systemElfFiles } from './readelf.js'

jest.setTimeout(180_000)

const hasReadelf = spawnSync('readelf', ['--version']).status === 0

;(hasReadelf ? describe : describe.skip)('ELF files of this system (needs readelf)', () => {
  it('are read as readelf -hldV reads them: header, segments, dynamic section and versions of 200 files', () => {
    const files = systemElfFiles(['/usr/bin', '/usr/lib', '/usr/sbin'], 200)
    expect(files.length).toBe(200)
    for (const path of files) {
      const expected = readelfFacts(path)
      expect({ path, ...ownFacts(path, expected) }).toEqual({ path, ...expected, faults: [] })
    }
  })
})
