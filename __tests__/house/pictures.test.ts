import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import * as v from 'valibot'

const FOLDER = 'docs/pictures'
const Sources = v.record(v.string(), v.object({ golden: v.string(), sha256: v.string() }))
const sources = v.parse(Sources, JSON.parse(readFileSync(join(FOLDER, 'sources.json'), 'utf8')))

describe('the pictures of the pages', () => {
  it('are those that the list names', () => {
    expect(readdirSync(FOLDER).toSorted()).toStrictEqual([...Object.keys(sources), 'sources.json'].toSorted())
  })

  it.each(Object.entries(sources))(
    '%s shows the golden file as it is now (node scripts/pictures.mjs draws it anew)',
    (name, { golden, sha256 }) => {
      expect(existsSync(golden)).toBe(true)
      expect(createHash('sha256').update(readFileSync(golden)).digest('hex')).toBe(sha256)
      expect([...readFileSync(join(FOLDER, name)).subarray(1, 4)]).toStrictEqual([...Buffer.from('PNG')])
    },
  )

  it.each(Object.keys(sources))('%s is shown', (name) => {
    const pages = ['README.md', 'report/README.md', 'docs/dev-containers.md'].map((page) => readFileSync(page, 'utf8')).join('\n')
    expect(pages).toContain(`pictures/${name}`)
  })
})
