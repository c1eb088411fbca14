import { describe, expect, it } from '@jest/globals'
import { whyNoBaseline } from '../../../src/actions/baseline-update.js'
import type { Finding, Report } from '../../../src/report/index.js'
import { findingOf } from '../compare/fixtures.js'

function reportOf(more: Partial<Report>): Report {
  return {
    schema: 'goparity/report/1',
    tool: { version: '0.1.0' },
    verdict: 'ok',
    jobs: [{ id: 'a', label: 'a', matrix: {}, outcome: 'ok' }],
    findings: [],
    integrity: { outcome: 'ok', layers: [] },
    targets: [],
    comparison: { baseline: null, environment: [], modules: [] },
    degraded: [],
    timings: { totalMs: 0, goMs: 0, steps: [] },
    ...more,
  }
}

function missing(more: Partial<Finding> = {}): Finding {
  return { ...findingOf({}), rule: 'job/missing', severity: 'error', state: 'new', title: 'check (go=1.26) left no snapshot', ...more }
}

describe('a run of the default branch', () => {
  it('becomes the baseline, its failing targets too: they are known from then on', () => {
    expect(whyNoBaseline(reportOf({}))).toBeNull()
    expect(whyNoBaseline(reportOf({ verdict: 'findings', findings: [{ ...missing(), rule: 'target/broken' }] }))).toBeNull()
  })

  it.each([
    ['without a job', { jobs: [] }, 'no job left a snapshot'],
    ['whose modules fail', { integrity: { outcome: 'failed', layers: [] } }, 'do not pass verification'],
    ['whose modules are unknown', { integrity: { outcome: 'unknown', layers: [] } }, 'could not be verified'],
    [
      'with a missing job',
      { findings: [missing()] },
      'check (go=1.26) left no snapshot; when that job is gone for good, run once with baseline: none',
    ],
    [
      'with a snapshot that was refused',
      { findings: [missing({ rule: 'job/unreadable', title: 'the snapshot x cannot be used' })] },
      'the snapshot x cannot be used',
    ],
  ] as const)('%s does not', (_, more, why) => {
    expect(whyNoBaseline(reportOf(more))).toContain(why)
  })

  it('becomes the baseline when the change itself took the missing job out', () => {
    expect(whyNoBaseline(reportOf({ findings: [missing({ severity: 'note' })] }))).toBeNull()
  })
})
