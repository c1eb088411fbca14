import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { applyPolicy, exitCodeOf, verdictOf, type FailOn } from '../../../src/compare/index.js'
import { matchesGlob } from '../../../src/compare/policy.js'
import type { Finding, Verdict } from '../../../src/report/index.js'
import { findingOf } from './fixtures.js'

const drift = findingOf({ subject: { key: 'GOFLAGS' } })
const sum = findingOf({ rule: 'modules/sum-drift', severity: 'error', subject: { module: 'example.com/a@v1.0.0' } })

describe('a policy', () => {
  it('that says nothing changes nothing', () => {
    expect(applyPolicy([drift, sum], {})).toEqual({ findings: [drift, sum], suppressed: [] })
  })

  it('sets severities and switches rules off, with the reason kept', () => {
    const rules = {
      'env/drift': { severity: 'error' as const, reason: 'a' },
      'modules/sum-drift': { severity: 'off' as const, reason: 'b' },
    }
    expect(applyPolicy([drift, sum], { rules })).toEqual({
      findings: [{ ...drift, severity: 'error' }],
      suppressed: [{ finding: sum, reason: 'b' }],
    })
  })

  it.each([
    ['a rule', { rule: 'modules/*' }],
    ['a module path', { module: 'example.com/*' }],
    ['a module with its version', { module: 'example.com/a@v1.0.0' }],
    ['several fields', { rule: 'modules/sum-drift', module: 'example.com/a' }],
  ])('ignores by %s', (_, what) => {
    expect(applyPolicy([drift, sum], { ignore: [{ ...what, reason: 'r' }] })).toEqual({
      findings: [drift],
      suppressed: [{ finding: sum, reason: 'r' }],
    })
  })

  it.each([
    ['names another module', { module: 'example.com/b' }],
    ['fits in one field only', { rule: 'modules/*', key: 'GOFLAGS' }],
    ['names nothing', {}],
  ])('does not ignore by a rule that %s', (_, what) => {
    expect(applyPolicy([drift, sum], { ignore: [{ ...what, reason: 'r' }] }).suppressed).toEqual([])
  })

  it('is not confused by rules named like parts of an object', () => {
    const odd = findingOf({ rule: 'constructor' })
    expect(applyPolicy([odd], { rules: {} }).findings).toEqual([odd])
  })
})

describe('a pattern', () => {
  it('matches as the regular expression that it stands for', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '.', '/', '*'), { maxLength: 8 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (pattern, value) => {
        const source = pattern.replaceAll('.', '\\.').replaceAll('*', '.*')
        expect(matchesGlob(pattern, value)).toBe(new RegExp(`^${source}$`).test(value))
      }),
    )
  })

  it('of many stars over a long text is answered', () => {
    expect(matchesGlob(`${'*a'.repeat(50)}b`, 'a'.repeat(100_000))).toBe(false)
  })
})

describe('the verdict', () => {
  const note = findingOf({ severity: 'note' })
  const known = findingOf({ severity: 'error', state: 'known' })
  const fixed = findingOf({ severity: 'note', state: 'fixed' })
  const ok = { outcome: 'ok' as const }

  it.each<[string, Parameters<typeof verdictOf>[0], Verdict]>([
    ['nothing is ok', { findings: [], integrity: ok }, 'ok'],
    ['notes are ok', { findings: [note, fixed], integrity: ok }, 'ok'],
    ['notes count where they fail the run', { findings: [note], integrity: ok, failOn: 'note' }, 'findings'],
    ['fixed never counts', { findings: [fixed], integrity: ok, failOn: 'note' }, 'ok'],
    ['a warning is findings', { findings: [drift], integrity: ok }, 'findings'],
    ['an error is findings', { findings: [sum], integrity: ok }, 'findings'],
    ['a known failure is findings', { findings: [known], integrity: ok }, 'findings'],
    ['modules that fail are findings, whatever the policy says', { findings: [], integrity: { outcome: 'failed' } }, 'findings'],
    ['unknown modules are unknown', { findings: [], integrity: { outcome: 'unknown' } }, 'unknown'],
    ['an unusable baseline is unknown', { findings: [drift, known], integrity: ok, unknown: ['baseline'] }, 'unknown'],
    ['an error outweighs unknown', { findings: [sum], integrity: { outcome: 'unknown' } }, 'findings'],
    ['nothing asked for is ok', { findings: [], integrity: null }, 'ok'],
    ['nothing to verify is ok', { findings: [], integrity: { outcome: 'not-applicable' } }, 'ok'],
    ['a broken run is an error', { findings: [sum], integrity: ok, failed: true }, 'error'],
  ])('%s', (_, facts, verdict) => {
    expect(verdictOf(facts)).toBe(verdict)
  })

  it.each<[FailOn, Verdict, readonly Finding[], 0 | 3]>([
    ['error', 'findings', [sum], 3],
    ['error', 'findings', [drift], 0],
    ['warning', 'findings', [drift], 3],
    ['warning', 'ok', [note], 0],
    ['note', 'findings', [note], 3],
    ['note', 'findings', [known, fixed], 0],
    ['error', 'unknown', [], 0],
    ['unknown', 'unknown', [], 3],
    ['unknown', 'findings', [sum], 3],
    ['unknown', 'findings', [drift], 0],
    ['unverified', 'findings', [{ ...sum, source: 'integrity' }], 3],
    ['unverified', 'findings', [{ ...sum, source: 'integrity', severity: 'warning' }], 0],
    ['unverified', 'findings', [{ ...sum, source: 'integrity', state: 'known' }], 0],
    ['unverified', 'findings', [sum, { ...sum, source: 'targets' }, { ...sum, source: 'environment' }], 0],
    ['unverified', 'unknown', [drift], 0],
    ['unverified', 'error', [], 3],
    ['never', 'error', [sum], 0],
    ['error', 'error', [], 3],
  ])('fail-on %s with verdict %s', (failOn, verdict, findings, code) => {
    expect(exitCodeOf(verdict, findings, failOn)).toBe(code)
  })

  it.each<[FailOn, 0 | 3]>([
    ['unverified', 3],
    ['error', 0],
    ['unknown', 0],
    ['never', 0],
  ])('fail-on %s where modules may not be built, though no finding is left', (failOn, code) => {
    expect(exitCodeOf('findings', [], failOn, false)).toBe(code)
  })
})
