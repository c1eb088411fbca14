import { describe, expect, it } from '@jest/globals'
import { addHint } from '../../../src/actions/baseline-hint.js'
import type { Report } from '../../../src/report/index.js'
import type { Snapshot } from '../../../src/snapshot/index.js'

const report: Report = {
  schema: 'goparity/report/1',
  tool: { version: '1' },
  verdict: 'ok',
  jobs: [],
  findings: [],
  integrity: { outcome: 'ok', layers: [] },
  targets: [],
  comparison: { baseline: null, environment: [], modules: [] },
  degraded: [{ what: 'no baseline, nothing compared', why: 'there is none' }],
  timings: { totalMs: 1, goMs: 1, steps: [] },
}

function snapshot(flags: string): Snapshot {
  return {
    schema: 'goparity/snapshot/1',
    tool: { version: '1' },
    job: { id: 'j', label: 'j', provider: 'local', workflow: null, name: 'j', matrix: {} },
    environment: { values: { GOFLAGS: flags, GOOS: 'linux' }, origins: { GOFLAGS: 'process', GOOS: 'derived' }, unknownKeys: 0 },
    toolchain: { running: 'go1.26.0', requested: 'auto', host: 'linux/amd64' },
    cCompiler: null,
    libc: null,
    runner: null,
    roots: [],
    integrity: null,
    targets: [],
  }
}

describe('addHint', () => {
  it('shows what moved as notes against something that is not trusted, and leaves the verdict', () => {
    const hinted = addHint(report, snapshot('-tags=new'), { snapshot: snapshot('-tags=old'), key: 'k-1' }, {})
    expect(hinted.verdict).toBe('ok')
    expect(hinted.comparison).toMatchObject({
      baseline: { source: 'cache', ref: 'k-1', trusted: false },
      environment: [{ key: 'GOFLAGS' }],
    })
    expect(hinted.findings.length).toBeGreaterThan(0)
    for (const { severity, state, message } of hinted.findings) {
      expect({ severity, state }).toStrictEqual({ severity: 'note', state: 'new' })
      expect(message).toContain('k-1')
    }
    expect(hinted.degraded.map(({ what }) => what)).toStrictEqual(['trusted baseline'])
  })

  it('is never the ground of an ok: without a difference there still is no baseline', () => {
    const hinted = addHint(report, snapshot('-v'), { snapshot: snapshot('-v'), key: 'k-1' }, {})
    expect(hinted.comparison.baseline).toBeNull()
    expect(hinted.degraded).toStrictEqual([
      { what: 'trusted baseline', why: expect.stringContaining('nothing differs from the snapshot k-1 of the cache') },
    ])
  })

  it('makes no known failure of a target that failed in the hint', () => {
    const failing = {
      root: '.',
      target: 'a/b-cgo',
      goos: 'a',
      goarch: 'b',
      cgo: false,
      cgoReason: 'asked',
      outcome: 'failed',
      failedPackages: [],
    } as const
    const finding = {
      rule: 'code/compile-error',
      severity: 'error',
      state: 'new',
      title: 't',
      message: 'm',
      subject: { target: 'a/b-cgo' },
      evidence: [],
      fix: [],
      source: 'targets',
    } as const
    const failed = { ...snapshot('-v'), targets: [failing] }
    const hinted = addHint({ ...report, verdict: 'findings', findings: [finding] }, failed, { snapshot: failed, key: 'k' }, {})
    expect(hinted.findings).toStrictEqual([finding])
  })
})
