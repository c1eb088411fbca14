import { describe, expect, it } from '@jest/globals'
import type { BaselineReading } from '../../../src/baseline/index.js'
import { report, type ReportOptions } from '../../../src/operations/index.js'
import type { Snapshot } from '../../../src/snapshot/index.js'
import { fakeHost } from '../../../src/testing/index.js'
import { jobOf, snapshotOf, targetOf } from '../compare/fixtures.js'

const legs = ['1.25', '1.26'].map((go) => snapshotOf({ job: jobOf('check', { go }) }))

function named(snapshots: readonly Snapshot[]): ReportOptions['snapshots'] {
  return snapshots.map((snapshot) => ({ name: snapshot.job.label, snapshot }))
}

function folded(snapshots: readonly Snapshot[], more: Partial<ReportOptions> = {}): ReturnType<typeof report> {
  return report(
    { host: fakeHost(), progress: () => undefined },
    {
      snapshots: named(snapshots),
      refused: [],
      expected: { total: null, jobs: [] },
      baseline: null,
      change: null,
      degraded: [],
      config: {},
      version: '0.1.0',
      ...more,
    },
  )
}

function found(snapshots: readonly Snapshot[], trusted: boolean): BaselineReading {
  return {
    kind: 'found',
    snapshots,
    reference: { source: trusted ? 'artifact' : 'cache', ref: 'run 8', trusted, reason: 'why it is this one' },
  }
}

const failing = legs.map((leg) => ({ ...leg, targets: [targetOf('linux/arm64-cgo', 'failed')] }))

describe('the report of a run', () => {
  it('is ok when all jobs agree with one another and with the baseline', () => {
    expect(folded(legs, { baseline: found(legs, true) })).toMatchObject({
      exitCode: 0,
      report: { verdict: 'ok', findings: [], comparison: { baseline: { source: 'artifact', trusted: true } } },
    })
  })

  it('fails for a target that broke, and not for one that the baseline knows', () => {
    expect(folded(failing, { baseline: found(legs, true) })).toMatchObject({ exitCode: 3, report: { verdict: 'findings' } })
    expect(folded(failing, { baseline: found(failing, true) }).exitCode).toBe(0)
  })

  it('is a finding when no job left anything: nothing known is not nothing found', () => {
    const { report: empty, exitCode } = folded([])
    expect(exitCode).toBe(3)
    expect(empty.findings).toMatchObject([{ rule: 'job/missing', title: 'no job left a snapshot' }])
  })

  it('names a snapshot that was refused, and keeps the others', () => {
    const { report: kept, exitCode } = folded(legs, { refused: [{ name: 'goparity-check-0123456789ab-1', why: 'its digest is another.' }] })
    expect(exitCode).toBe(3)
    expect(kept.jobs).toHaveLength(2)
    expect(kept.findings[0]).toMatchObject({ rule: 'job/unreadable', subject: { file: 'goparity-check-0123456789ab-1' } })
    expect(kept.findings[0]?.message).toContain('its digest is another. What that job built')
  })

  it('is unknown with a baseline that cannot be trusted, and fails only where that is asked for', () => {
    const reading: BaselineReading = {
      kind: 'unusable',
      reference: { source: 'artifact', ref: 'run 8', trusted: false, reason: 'the artifact expired' },
      reason: 'The artifact expired.',
    }
    expect(folded(legs, { baseline: reading })).toMatchObject({ exitCode: 0, report: { verdict: 'unknown' } })
    expect(folded(legs, { baseline: reading, failOn: 'unknown' }).exitCode).toBe(3)
  })

  it('says why there is no baseline yet, and is no worse for it', () => {
    const { report: first, exitCode } = folded(legs, { baseline: { kind: 'none', reason: 'no run of main has one yet' } })
    expect(exitCode).toBe(0)
    expect(first).toMatchObject({ verdict: 'ok', degraded: [{ what: 'baseline', why: 'no run of main has one yet' }] })
  })

  it('never makes an ok of a mere hint, lets it forgive nothing, and tells its drift as notes', () => {
    const same = folded(legs, { baseline: found(legs, false) })
    expect(same.report).toMatchObject({ verdict: 'unknown', comparison: { baseline: { trusted: false } } })
    const forgiven = folded(failing, { baseline: found(failing, false) })
    expect(forgiven.exitCode).toBe(3)
    const moved = legs.map((leg) => snapshotOf({ job: leg.job }, { GOFLAGS: '-trimpath' }))
    const drift = folded(legs, { baseline: found(moved, false) }).report.findings.filter(({ subject }) => subject.key === 'GOFLAGS')
    expect(drift.map(({ severity }) => severity)).toStrictEqual(['note'])
    expect(drift[0]?.message).toContain('which is a hint and no proof')
  })

  it('never says ok of what a stranger recorded', () => {
    const { report: strange } = folded(legs, { unproven: 'a stranger wrote it' })
    expect(strange.verdict).toBe('unknown')
    expect(strange.degraded).toContainEqual({ what: 'proof', why: 'a stranger wrote it' })
  })

  it('takes the worst of what the jobs say of their modules', () => {
    const unknown = {
      outcome: 'unknown',
      layers: [{ layer: 'zip', outcome: 'unknown', checked: 0, failed: 0, reason: 'offline' }],
    } as const
    const [first, second] = legs
    if (first === undefined || second === undefined) throw new Error('two legs')
    expect(folded([first, { ...second, integrity: unknown }]).report).toMatchObject({
      verdict: 'unknown',
      integrity: { outcome: 'unknown' },
    })
  })

  it('leaves out what the project ignores, and counts it', () => {
    const config = { rules: { 'target/broken': { severity: 'off', reason: 'arm64 is best effort' } } } as const
    const { report: quiet, exitCode } = folded(failing, { baseline: found(legs, true), config })
    expect(exitCode).toBe(0)
    expect(quiet.degraded.map(({ why }) => why)).toContain('arm64 is best effort')
  })
})
