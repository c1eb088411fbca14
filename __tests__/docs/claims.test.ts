import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import { isRuleId } from '../../src/config/index.js'
import { openBench } from './claims/bench.js'
import type { Measurement } from './claims/claim.js'
import { GROUPS } from './claims/claims.js'
import { CAN_ISOLATE } from './claims/isolation.js'
import { renderClaims } from './claims/page.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(300_000)

const PAGE = resolve('docs/claims.md')
const CLAIMS = GROUPS.flatMap(({ claims }) => claims)
/** What this machine can measure: not every one lets a program have an /etc/resolv.conf of its own. */
const POSSIBLE = CLAIMS.filter(({ isolated }) => isolated !== true || CAN_ISOLATE)

describe('docs/claims.md', () => {
  const measured = new Map<number, Measurement>()

  beforeAll(async () => {
    const bench = openBench()
    for (const claim of POSSIBLE) measured.set(claim.number, await claim.measure(bench))
  })

  it.each(POSSIBLE)('claim $number: everything said of it is what go does', ({ number }) => {
    const facts = measured.get(number)?.facts ?? {}
    expect(Object.keys(facts).length).toBeGreaterThan(0)
    expect(Object.entries(facts).filter(([, isTrue]) => !isTrue)).toEqual([])
  })

  const expectAllMeasured = (): void => {
    expect(CLAIMS.filter(({ number }) => !measured.has(number))).toEqual([])
  }
  ;(CAN_ISOLATE ? it : it.skip)('the claims about the resolver are measured (needs unshare -rmn)', expectAllMeasured)

  it.each(POSSIBLE)('claim $number: goparity knows its rules, and finds one of them in the same project', ({ number, rules }) => {
    const { found } = measured.get(number) ?? {}
    expect(rules.filter((rule) => !isRuleId(rule))).toEqual([])
    expect(found === undefined || rules.some((rule) => found.includes(rule))).toBe(true)
  })

  it('numbers the claims from 1, each once', () => {
    expect(CLAIMS.map(({ number }) => number)).toEqual(CLAIMS.map((_, at) => at + 1))
  })

  // After a change: GOPARITY_UPDATE_GOLDEN=1 writes the page anew, for review in the diff.
  it('is what was measured now', () => {
    const before = readFileSync(PAGE, 'utf8')
    const page = renderClaims(GROUPS, measured, before)
    if (process.env['GOPARITY_UPDATE_GOLDEN'] === '1') writeFileSync(PAGE, page)
    expect(readFileSync(PAGE, 'utf8')).toBe(page)
  })
})
