import { describe, expect, it } from '@jest/globals'
import { LIMITS, renderCheck, type Finding, type Report } from '../../../src/report/index.js'
import { hugeReport } from '../../golden/matrix-reports.js'
import { reports } from '../../golden/reports.js'
import { objectionsTo } from './markdown-structure.js'

function report(name: string): Report {
  const found = reports[name]
  if (found === undefined) throw new Error(`no report ${name}`)
  return found
}

function some(severity: Finding['severity'], state: Finding['state'], file: string): Finding {
  return {
    rule: 'x/y',
    severity,
    state,
    title: file,
    message: 'm',
    subject: {},
    location: { file },
    evidence: [],
    fix: [],
    source: 'targets',
  }
}

describe('the conclusion of a check run', () => {
  it.each([
    ['a good run', 'matrix-ok', false, true, 'success'],
    ['a good run whose snapshots anybody may have written', 'matrix-ok', false, false, 'neutral'],
    ['findings that fail the run', 'matrix', true, true, 'failure'],
    ['findings that fail a run whose snapshots anybody may have written', 'matrix', true, false, 'failure'],
    ['findings that fail nothing', 'drift', false, true, 'neutral'],
    ['known failures', 'known-and-fixed', false, true, 'neutral'],
    ['an unknown', 'matrix-untrusted-baseline', false, true, 'neutral'],
    ['an unknown that fails the run', 'matrix-untrusted-baseline', true, true, 'failure'],
    ['a run that broke', 'error', false, true, 'failure'],
  ])('of %s', (_, name, failed, mayPass, conclusion) => {
    expect(renderCheck(report(name), { failed, mayPass }).conclusion).toBe(conclusion)
  })
})

describe('a check run', () => {
  it('has the verdict as its title, and not once more in the summary', () => {
    const check = renderCheck(report('matrix'), { failed: true })
    expect(check.title).toBe(
      '1 target newly broken, 1 known, 1 fixed, 2 differences between 4 jobs, modules verified, 1 warning, 1 difference from the baseline',
    )
    expect(check.summary).not.toContain('newly broken,')
    expect(check.summary).toContain('### What to do')
    expect(check.summary).toContain('### Targets')
    expect(check.text).toBeNull()
  })

  it('keeps what to do in the summary and moves the tables when they do not fit', () => {
    const check = renderCheck(hugeReport, { failed: true })
    expect(check.summary).toContain('### What to do')
    expect(check.summary).not.toContain('### Targets')
    expect(check.text).toContain('### Targets')
    expect(check.text).toContain('### Differences between the jobs')
    for (const part of [check.summary, check.text ?? '']) {
      expect(Buffer.byteLength(part)).toBeLessThanOrEqual(LIMITS.checkBytes)
      expect(objectionsTo(part)).toEqual([])
    }
  })

  it('has all annotations that have a place, the most severe first', () => {
    const { annotations } = renderCheck(hugeReport, { failed: true })
    expect(annotations).toHaveLength(3000)
    const mixed = [
      some('note', 'new', 'n'),
      some('warning', 'new', 'w'),
      some('error', 'new', 'e'),
      some('error', 'known', 'k'),
      some('note', 'fixed', 'f'),
      some('error', 'new', '/etc/passwd'),
    ]
    expect(
      renderCheck({ ...report('matrix'), findings: mixed }, { failed: true, directory: 'app' }).annotations.map(
        ({ path, annotation_level: level }) => [path, level],
      ),
    ).toEqual([
      ['app/e', 'failure'],
      ['app/w', 'warning'],
      ['app/k', 'warning'],
      ['app/n', 'notice'],
    ])
  })

  it('annotates line 1 where only the file is known, and gives a column only with its line', () => {
    const [finding] = report('matrix').findings
    if (finding === undefined) throw new Error('no finding')
    const at = (location: Finding['location']): unknown => {
      const { location: _location, ...rest } = finding
      return renderCheck({ ...report('matrix'), findings: [location === undefined ? rest : { ...rest, location }] }, { failed: true })
        .annotations[0]
    }
    expect(at({ file: 'go.mod' })).toMatchObject({ path: 'go.mod', start_line: 1, end_line: 1 })
    expect(at({ file: 'a.go', line: 4, column: 2 })).toMatchObject({ start_line: 4, end_line: 4, start_column: 2, end_column: 2 })
    expect(at({ file: 'a.go', column: 2 })).not.toHaveProperty('start_column')
    expect(at(undefined)).toBeUndefined()
  })

  it('names the jobs of a finding, by the values of their matrix', () => {
    const { annotations } = renderCheck(report('matrix'), { failed: true })
    expect(annotations[0]?.message).toContain('Jobs: 1.25 ubuntu-24.04, 1.26 ubuntu-24.04')
  })
})
