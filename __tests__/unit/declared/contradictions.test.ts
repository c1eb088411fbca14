import { describe, expect, it } from '@jest/globals'
import { CONTRADICTORY } from './contradictory-repositories.js'
import { CONSISTENT } from './consistent-repositories.js'
import { findingsOf, placesOf } from './repositories.js'

describe('a repository that contradicts itself', () => {
  it.each(CONTRADICTORY.map((one) => [one.name, one] as const))('is told so at the file and line: %s', async (_name, { files, found }) => {
    expect(await placesOf(files)).toStrictEqual(found)
  })

  it.each(CONTRADICTORY.map((one) => [one.name, one] as const))('names another place, and a way out: %s', async (_name, { files }) => {
    for (const finding of await findingsOf(files)) {
      expect(finding.source).toBe('environment')
      expect(finding.evidence.length).toBeGreaterThan(1)
      for (const line of finding.evidence) expect(line).toMatch(/^\S+:\d+: ./)
      expect(finding.fix.length).toBeGreaterThan(0)
    }
  })
})

describe('a repository that agrees with itself', () => {
  it.each(CONSISTENT.map((one) => [one.name, one] as const))('has no finding: %s', async (_name, { files }) => {
    expect(await findingsOf(files)).toStrictEqual([])
  })
})
