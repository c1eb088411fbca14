import { describe, expect, it } from '@jest/globals'
import { annotationsOf, renderMarkdown, renderText, type Finding, type Report, type ReportTarget } from '../../../src/report/index.js'
import { matrixReports } from '../../golden/matrix-reports.js'
import { reports } from '../../golden/reports.js'

function report(name: string): Report {
  const found = reports[name]
  if (found === undefined) throw new Error(`no report ${name}`)
  return found
}

const ok = report('matrix-ok')
const [job = '', other = '', third = '', fourth = ''] = ok.jobs.map(({ id }) => id)

function verdictOf(report_: Report): string {
  return (renderMarkdown(report_, { maxBytes: 1_000_000 }).split('\n', 1)[0] ?? '').replace(/^## \S+ goparity: /u, '')
}

function targetOf(more: Partial<ReportTarget>): ReportTarget {
  return { job, target: 'linux/arm64-cgo', goos: 'linux', goarch: 'arm64', cgo: false, outcome: 'ok', durationMs: 0, ...more }
}

const failed = { outcome: 'failed' } as const

/** The verdict with these rows of the environment. */
function withRows(environment: Report['comparison']['environment']): string {
  return verdictOf({ ...ok, comparison: { ...ok.comparison, environment } })
}

/** The rows of tables below the heading of the targets, as they read. */
function table(of: Report): readonly string[] {
  return (renderMarkdown(of, { maxBytes: 1_000_000 }).split('### Targets')[1] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) => line.replaceAll(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point))).replaceAll(/<\/?code>/g, ''))
}

function skipped(amount: number): string {
  const targets = Array.from({ length: amount }, (_, at) => targetOf({ outcome: 'skipped', target: `t${String(at)}/x` }))
  return renderMarkdown({ ...ok, targets }, { maxBytes: 1_000_000 })
}

function todo(of: Report): string {
  return /### What to do\n\n([^]*?)\n\n/.exec(renderMarkdown(of, { maxBytes: 1_000_000 }))?.[1] ?? ''
}

/** What to do about a target that failed in some job. */
function todoOf(target: string): string {
  const [finding] = report('matrix-no-baseline').findings
  if (finding === undefined) throw new Error('no finding')
  return todo({ ...ok, findings: [{ ...finding, subject: { target } }] })
}

function findingOf(severity: Finding['severity'], state: Finding['state'], title: string): Finding {
  return {
    rule: 'a/b',
    severity,
    state,
    title,
    message: 'm',
    subject: {},
    evidence: [],
    fix: [{ edit: 'do it', why: 'so' }],
    source: 'environment',
  }
}

describe('the verdict of a matrix', () => {
  it.each<readonly [string, readonly Partial<ReportTarget>[], string]>([
    ['1 target builds', [{}, { job: other }], '1 target builds'],
    ['2 targets', [{}, { target: 'linux/386-cgo' }], 'all 2 targets build'],
    [
      'a target newly broken in two jobs',
      [
        { ...failed, state: 'broken' },
        { job: other, ...failed, state: 'broken' },
      ],
      '1 target newly broken',
    ],
    [
      'a target broken here and known there',
      [
        { ...failed, state: 'known' },
        { job: other, ...failed, state: 'broken' },
      ],
      '1 target newly broken',
    ],
    [
      'broken, known and fixed ones',
      [
        { ...failed, state: 'broken' },
        { ...failed, state: 'known', target: 'b/b' },
        { state: 'fixed', target: 'c/c' },
      ],
      '1 target newly broken, 1 known, 1 fixed',
    ],
    [
      'known ones alone',
      [
        { ...failed, state: 'known' },
        { ...failed, state: 'known', target: 'b/b' },
      ],
      '2 targets still fail (known from the baseline)',
    ],
    ['fixed ones alone', [{ state: 'fixed' }, { target: 'b/b' }], '1 target fixed'],
    ['a failing one that the baseline does not have', [{ ...failed, state: 'new' }], '1 new target does not build'],
    ['failing ones without a baseline', [{ ...failed }, { job: other }, { target: 'b/b' }], '1 of 2 targets does not build'],
    ['nothing but failing ones', [{ ...failed }, { ...failed, target: 'b/b' }], 'none of 2 targets builds'],
    ['one that a job skips and another builds', [{ outcome: 'skipped' }, { job: other }], '1 target builds'],
    ['skipped ones', [{ outcome: 'skipped' }, { target: 'b/b' }], '1 target builds, 1 skipped'],
    ['skipped ones alone', [{ outcome: 'skipped' }], '1 target skipped, none built'],
    ['the same target of two roots', [{ root: 'a', ...failed }, { root: 'b' }], '1 of 2 targets does not build'],
  ])('counts %s', (_, targets, expected) => {
    const text = renderText({ ...ok, targets: targets.map(targetOf) }, { color: false }).split('\n', 1)[0]
    expect(text).toBe(`✓ goparity: ${expected}, 4 jobs agree, modules verified`)
  })

  it('counts differences between the jobs apart from those from the baseline', () => {
    const row = { key: 'GOFLAGS', class: 'build', before: '', after: 'x' } as const
    expect(withRows([{ ...row, from: 'jobs' }])).toMatch(/1 difference between 4 jobs, modules verified$/)
    expect(withRows([{ ...row, from: 'baseline' }])).toMatch(/4 jobs agree, modules verified, 1 difference from the baseline$/)
    expect(withRows([row])).toMatch(/4 jobs agree, modules verified, 1 difference from the baseline$/)
    expect(withRows([{ ...row, from: 'jobs', explained: 'the os axis' }])).toMatch(/4 jobs agree, modules verified$/)
  })

  it('counts rows that do not say whose they are as between the jobs where only jobs were compared', () => {
    const environment = [{ key: 'GOFLAGS', class: 'build', before: '', after: 'x' }] as const
    expect(verdictOf({ ...ok, comparison: { baseline: null, environment, modules: [] } })).toContain('1 difference between 4 jobs')
  })

  it('counts an unexplained line of go.sum as a difference', () => {
    const line = { root: '.', line: 'm v1.0.0 h1:x=', change: 'extra', jobs: [job] } as const
    expect(verdictOf({ ...ok, comparison: { ...ok.comparison, sums: [line] } })).toContain('1 difference between 4 jobs')
    expect(verdictOf({ ...ok, comparison: { ...ok.comparison, sums: [{ ...line, explained: 'x' }] } })).toContain('4 jobs agree')
  })

  it('counts missing jobs in words of their own', () => {
    expect(verdictOf(report('matrix-missing-job'))).toBe('all 8 targets build, 1 job missing, 3 jobs agree, modules verified')
  })
})

describe('the table of targets', () => {
  it('is there without a baseline too, with the jobs in which a target fails', () => {
    const [head, first, second] = table(report('matrix-no-baseline'))
    expect(head).toBe('|  | target | in | state | rule | why |')
    expect(first).toContain('| plan9/amd64-cgo | all 4 jobs | fails | target/constraints-exclude-all |')
    expect(second).toContain('| linux/arm64-cgo | 2 of 4: 1.25 ubuntu-24.04, 1.26 ubuntu-24.04 | fails |')
  })

  it('has one row for the same answer of several jobs, and one for each other answer', () => {
    const targets = [
      targetOf({ ...failed, state: 'broken', rule: 'a/b', reason: 'one' }),
      targetOf({ ...failed, state: 'broken', rule: 'a/b', reason: 'two', job: other }),
      targetOf({ ...failed, state: 'known', rule: 'c/d', reason: 'three', job: third }),
      targetOf({ job: fourth }),
    ]
    const [, ...rows] = table({ ...ok, targets })
    expect(rows.slice(0, 2)).toEqual([
      '| ❌ | linux/arm64-cgo | 2 of 4: 1.25 macos-15, 1.25 ubuntu-24.04 | newly broken | a/b | one (and 1 other reason) |',
      '| ⚠️ | linux/arm64-cgo | 1 of 4: 1.26 macos-15 | known | c/d | three |',
    ])
    expect(renderMarkdown({ ...ok, targets }, { maxBytes: 1_000_000 })).not.toContain('other target')
  })

  it('folds many skipped targets', () => {
    expect(skipped(5)).not.toContain('targets skipped</summary>')
    expect(skipped(6)).toContain('<details><summary>6 targets skipped</summary>')
  })
})

describe('jobs', () => {
  it('are called by their labels where the matrix does not tell them apart', () => {
    const jobs = ok.jobs.map((entry, at) => (at < 2 ? { ...entry, matrix: { go: '1.25' } } : entry))
    const finding: Finding = {
      rule: 'a/b',
      severity: 'error',
      state: 'new',
      title: 't',
      message: 'm',
      subject: {},
      evidence: [],
      fix: [],
      source: 'targets',
      jobs: [job, third, 'gone'],
    }
    const [entry] = annotationsOf({ ...ok, jobs, findings: [finding] })
    expect(entry?.message).toContain('Jobs: ci / check (go=1.25, os=macos-15), 1.26 macos-15, gone')
  })

  it('are told apart by the types of their values', () => {
    const jobs = ok.jobs.map((entry, at) => ({ ...entry, matrix: at < 2 ? { go: at === 0 ? 1.2 : '1.2' } : { race: at === 2 } }))
    const text = renderText(
      { ...ok, jobs, targets: [targetOf({ ...failed }), targetOf({ ...failed, job: other }), targetOf({ ...failed, job: third })] },
      { color: false },
    )
    expect(text).toContain('ci / check (go=1.25, os=macos-15), ci / check (go=1.25, os=ubuntu-24.04), race=true')
  })
})

describe('what to do', () => {
  it('is five things at most, errors before warnings, and nothing that is known, fixed or a note', () => {
    const findings = [
      ...['a', 'b'].map((title) => findingOf('warning', 'new', title)),
      findingOf('error', 'known', 'k'),
      findingOf('note', 'new', 'n'),
      findingOf('note', 'fixed', 'f'),
      ...['c', 'd', 'e', 'g'].map((title) => findingOf('error', 'new', title)),
    ]
    const items = todo({ ...ok, findings }).split('\n')
    expect(items.map((line) => line.slice(0, 8))).toEqual(['1. **c**', '2. **d**', '3. **e**', '4. **g**', '5. **a**'])
    expect(items[0]).toBe('1. **c**. Do it: so')
  })

  it('is a command for a target that failed in another job, and none that a recorded name could bend', () => {
    expect(todoOf('linux/arm64-cgo')).toContain('goparity build &#45;&#45;targets linux&#47;arm64&#45;cgo')
    expect(todoOf('linux/arm64; rm -rf x-cgo')).not.toContain('goparity build')
  })
})

it.each(Object.keys(matrixReports))('the report %s tells the same order in the terminal as on the page', (name) => {
  const heads = ['findings', 'targets', 'modules', 'differences between the jobs', 'baseline', 'go.sum', 'jobs', 'not done']
  const lines = renderText(report(name), { color: false }).split('\n')
  const found = lines.filter((line) => heads.includes(line))
  expect(found).toEqual(heads.filter((head) => found.includes(head)))
  expect(found).toContain('targets')
})
