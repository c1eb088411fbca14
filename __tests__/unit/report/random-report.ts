import * as fc from 'fast-check'
import type { Finding, Report, ReportTarget } from '../../../src/report/index.js'

/** Text of any kind, spiced with what terminals, runners, Markdown and HTML obey. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '::',
        '##[',
        '\n',
        '\r',
        '\u001B[2J',
        '\u202E',
        '|',
        '```\n',
        '~~~',
        '<b>',
        '</details>',
        '<details>',
        '</code>',
        '](',
        '![',
        '@x',
        '#1',
        '&lt;',
        '\n\n',
        '- ',
        '# ',
      ),
      fc.constantFrom('e\u0301\u0323', '👩‍👩‍👧', '\uD83E', 'the target does not build', 'x'.repeat(300), '日本語'.repeat(50)),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))

const jobs = ['a', 'b', 'c']
const someJobs = fc.subarray(jobs)

const finding: fc.Arbitrary<Finding> = fc.record({
  rule: hostileText,
  severity: fc.constantFrom('error', 'warning', 'note'),
  state: fc.constantFrom('new', 'known', 'fixed'),
  title: hostileText,
  message: hostileText,
  subject: fc.record({ target: hostileText, module: hostileText }, { requiredKeys: [] }),
  evidence: fc.array(hostileText, { maxLength: 3 }),
  fix: fc.array(fc.record({ command: hostileText, why: hostileText }), { maxLength: 2 }),
  jobs: someJobs,
  source: fc.constantFrom('environment', 'targets', 'integrity'),
})

const target: fc.Arbitrary<ReportTarget> = fc.record({
  job: fc.constantFrom(...jobs),
  target: fc.oneof(hostileText, fc.constantFrom('linux/arm64-cgo', 'linux/amd64+cgo')),
  goos: fc.constant('linux'),
  goarch: fc.constant('amd64'),
  cgo: fc.boolean(),
  outcome: fc.constantFrom('ok', 'failed', 'skipped', 'proved'),
  reason: hostileText,
  durationMs: fc.nat(9999),
  rule: hostileText,
})

const drift = {
  before: fc.option(hostileText),
  after: fc.option(hostileText),
  from: fc.constantFrom('baseline' as const, 'jobs' as const),
  jobs: someJobs,
}

/** Reports of three jobs in which every recorded text is hostile. */
export const randomReport: fc.Arbitrary<Report> = fc.record({
  schema: fc.constant('goparity/report/1'),
  tool: fc.record({ version: hostileText }),
  verdict: fc.constantFrom('ok', 'findings', 'unknown', 'error'),
  jobs: fc.tuple(hostileText, hostileText).map(([label, value]): Report['jobs'] =>
    jobs.map((id, at) => ({
      id,
      label: `${label}${id}`,
      matrix: at === 0 ? {} : { axis: value },
      outcome: at === 1 ? 'findings' : 'ok',
    })),
  ),
  findings: fc.array(finding, { maxLength: 12 }),
  integrity: fc.record({
    outcome: fc.constantFrom('ok', 'failed', 'unknown', 'not-applicable'),
    layers: fc.array(
      fc.record({
        layer: fc.constantFrom('zip', 'vendor'),
        outcome: fc.constantFrom('ok', 'failed', 'unknown'),
        checked: fc.nat(9),
        failed: fc.nat(9),
        reason: hostileText,
      }),
      { maxLength: 3 },
    ),
  }),
  targets: fc.array(target, { maxLength: 12 }),
  comparison: fc.record({
    baseline: fc.option(
      fc.record({ source: fc.constantFrom('artifact', 'snapshots'), ref: hostileText, trusted: fc.boolean(), reason: hostileText }),
    ),
    environment: fc.array(fc.record({ key: hostileText, class: fc.constant('build' as const), ...drift }), { maxLength: 5 }),
    modules: fc.array(
      fc.record({ root: hostileText, path: hostileText, change: fc.constant('moved' as const), explained: hostileText, ...drift }),
      { maxLength: 5 },
    ),
    sums: fc.array(
      fc.record({
        root: hostileText,
        line: hostileText,
        change: fc.constantFrom('extra' as const, 'missing' as const),
        jobs: someJobs,
        explained: hostileText,
      }),
      { maxLength: 5 },
    ),
  }),
  degraded: fc.array(fc.record({ what: hostileText, why: hostileText }), { maxLength: 3 }),
  timings: fc.constant({ totalMs: 12, goMs: 0, steps: [] }),
})
