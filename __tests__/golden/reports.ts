import type { Finding, Report } from '../../src/report/index.js'
import { matrixReports } from './matrix-reports.js'

const base: Report = {
  schema: 'goparity/report/1',
  tool: { version: '0.1.0' },
  verdict: 'ok',
  jobs: [{ id: 'local:laptop', label: 'local:laptop', matrix: {}, outcome: 'ok' }],
  findings: [],
  integrity: {
    outcome: 'ok',
    layers: [
      { layer: 'go.sum', outcome: 'ok', checked: 4, failed: 0 },
      { layer: 'zip', outcome: 'ok', checked: 2, failed: 0 },
      { layer: 'directory', outcome: 'ok', checked: 2, failed: 0 },
      { layer: 'vendor', outcome: 'not-applicable', checked: 0, failed: 0, reason: 'there is no vendor folder' },
      {
        layer: 'checksum-database',
        outcome: 'not-applicable',
        checked: 0,
        failed: 0,
        reason: 'go.sum answers first: go asks the database only for modules that go.sum lacks',
      },
    ],
  },
  targets: [
    { target: 'linux/amd64+cgo', goos: 'linux', goarch: 'amd64', cgo: true, outcome: 'ok', durationMs: 1240 },
    {
      target: 'linux/arm64-cgo',
      goos: 'linux',
      goarch: 'arm64',
      cgo: false,
      outcome: 'ok',
      reason: 'cgo off: go turns cgo off when cross-compiling',
      durationMs: 840,
    },
    { target: 'windows/amd64-cgo', goos: 'windows', goarch: 'amd64', cgo: false, outcome: 'ok', durationMs: 65_400 },
  ],
  comparison: { baseline: null, environment: [], modules: [] },
  degraded: [],
  timings: { totalMs: 4210, goMs: 3980, steps: [{ name: 'environment', ms: 40 }] },
}

const undefinedSymbol: Finding = {
  rule: 'target/undefined-symbol',
  severity: 'error',
  state: 'new',
  title: 'undefined: syscall.Dup2',
  message:
    'syscall.Dup2 does not exist on linux/arm64: the file compiles on other platforms only. No setting of the environment changes this.',
  subject: { target: 'linux/arm64-cgo', package: 'example.com/hello/cmd/tool' },
  location: { file: 'cmd/tool/dup.go', line: 9, column: 17 },
  evidence: ['# example.com/hello/cmd/tool', 'cmd/tool/dup.go:9:17: undefined: syscall.Dup2'],
  fix: [
    { edit: 'split cmd/tool/dup.go by build constraint', why: 'syscall.Dup3 exists on every Linux; keep Dup2 for the others' },
    { command: 'go doc -all syscall | grep Dup', why: 'lists what this platform has' },
  ],
  source: 'targets',
}

function undefinedOn(target: string): Finding {
  return {
    ...undefinedSymbol,
    subject: { ...undefinedSymbol.subject, target },
    message: 'syscall.Dup2 does not exist on this platform.',
  }
}

const brokenTargets: Report['targets'] = base.targets.map((target) =>
  target.target === 'linux/arm64-cgo'
    ? { ...target, outcome: 'failed', reason: 'undefined: syscall.Dup2', rule: 'target/undefined-symbol' }
    : target,
)

const fileBaseline = {
  source: 'file',
  ref: '.goparity/baseline.json',
  trusted: true,
  reason: 'a file of this working tree, committed',
}

/** What an attacker would put into every field: HTML, Markdown, terminal and runner commands, bidirectional marks. */
const HOSTILE =
  '::error::x <img src=x onerror=alert(1)> | `code` **b** [l](javascript:1) @user #12 \u001B[31m\u202Eevil\u2066 ##[error]y ```\n::set-output name=a::b\r\n## heading\u0000\uD800 https://evil.example/?a=1&b=2 </code></pre><!--'

function hostileFinding(severity: Finding['severity'], state: Finding['state']): Finding {
  return {
    rule: HOSTILE,
    severity,
    state,
    title: HOSTILE,
    message: HOSTILE,
    subject: { module: HOSTILE, package: HOSTILE, target: HOSTILE, key: HOSTILE, file: HOSTILE, library: HOSTILE, tool: HOSTILE },
    location: { file: HOSTILE, line: 1, column: 2 },
    evidence: [HOSTILE, HOSTILE],
    fix: [
      { command: HOSTILE, why: HOSTILE },
      { edit: HOSTILE, why: HOSTILE },
      { why: HOSTILE },
    ],
    jobs: [HOSTILE],
    source: 'targets',
    root: HOSTILE,
  }
}

/** Reports by the name of their golden files. */
export const reports: Readonly<Record<string, Report>> = {
  ...matrixReports,
  'first-run': base,
  unchanged: { ...base, comparison: { baseline: fileBaseline, environment: [], modules: [] } },
  'broken-target': {
    ...base,
    verdict: 'findings',
    findings: [undefinedSymbol],
    targets: brokenTargets,
  },
  'several-targets-one-cause': {
    ...base,
    verdict: 'findings',
    findings: [undefinedOn('linux/arm64-cgo'), undefinedOn('linux/riscv64-cgo')],
    targets: [
      ...brokenTargets,
      {
        target: 'linux/riscv64-cgo',
        goos: 'linux',
        goarch: 'riscv64',
        cgo: false,
        outcome: 'failed',
        reason: 'undefined: syscall.Dup2',
        rule: 'target/undefined-symbol',
        durationMs: 700,
      },
    ],
  },
  'known-and-fixed': {
    ...base,
    verdict: 'findings',
    findings: [
      { ...undefinedSymbol, state: 'known' },
      {
        rule: 'target/fixed',
        severity: 'note',
        state: 'fixed',
        title: 'windows/amd64-cgo builds again',
        message: 'It failed in the baseline and builds now.',
        subject: { target: 'windows/amd64-cgo' },
        evidence: [],
        fix: [{ command: 'goparity baseline save', why: 'keeps it so: from then on a failure is a new one' }],
        source: 'targets',
      },
    ],
    targets: brokenTargets,
    comparison: { baseline: fileBaseline, environment: [], modules: [] },
  },
  'wrong-checksum': {
    ...base,
    verdict: 'findings',
    targets: base.targets.map(({ target, goos, goarch, cgo }) => ({
      target,
      goos,
      goarch,
      cgo,
      outcome: 'skipped',
      reason: 'the modules did not pass verification',
      durationMs: 0,
    })),
    integrity: {
      outcome: 'failed',
      layers: [
        { layer: 'go.sum', outcome: 'ok', checked: 4, failed: 0 },
        { layer: 'ziphash', outcome: 'failed', checked: 2, failed: 1 },
        { layer: 'zip', outcome: 'unknown', checked: 0, failed: 0, reason: 'not reached: the download failed' },
      ],
    },
    findings: [
      {
        rule: 'checksum/gosum-mismatch',
        severity: 'error',
        state: 'new',
        title: 'example.com/lib@v1.2.0 is not what go.sum says',
        message: 'The module that was downloaded has another hash than the line in go.sum. Nothing was built.',
        subject: { module: 'example.com/lib@v1.2.0' },
        location: { file: 'go.sum', line: 3 },
        evidence: ['downloaded: h1:AAAA', 'go.sum:     h1:BBBB'],
        fix: [{ edit: 'find out which side is right before anything else', why: 'the checksum database has the hash of a public module' }],
        source: 'integrity',
      },
    ],
  },
  drift: {
    ...base,
    verdict: 'findings',
    findings: [
      {
        rule: 'env/drift',
        severity: 'warning',
        state: 'new',
        title: 'GOFLAGS differs from the baseline',
        message: 'GOFLAGS was empty and is -mod=mod. It changes what is compiled.',
        subject: { key: 'GOFLAGS' },
        evidence: ['baseline: GOFLAGS empty', 'now: GOFLAGS -mod=mod (process)'],
        fix: [
          { command: 'unset GOFLAGS', why: 'GOFLAGS is set in the environment of this job' },
          { command: 'goparity baseline save', why: 'keeps the new value, when GOFLAGS was changed on purpose' },
        ],
        source: 'environment',
      },
      {
        rule: 'modules/drift',
        severity: 'note',
        state: 'new',
        title: '1 module changed, and it is known why',
        message: 'The build list differs from the baseline: go.mod was edited.',
        subject: {},
        location: { file: 'go.mod' },
        evidence: ['example.com/lib v1.1.0 → v1.2.0'],
        fix: [],
        source: 'modules',
        root: '.',
      },
    ],
    comparison: {
      baseline: fileBaseline,
      environment: [
        { key: 'GOFLAGS', class: 'build', before: '', after: '-mod=mod' },
        { key: 'GOARCH', class: 'platform', before: 'amd64', after: 'arm64' },
        { key: 'GOTOOLDIR', class: 'path', before: '$GOROOT/pkg/tool/linux_amd64', after: '$GOROOT/pkg/tool/linux_arm64', explained: 'follows GOARCH' },
      ],
      modules: [{ root: '.', path: 'example.com/lib', change: 'moved', before: 'v1.1.0', after: 'v1.2.0', explained: 'go.mod was edited' }],
    },
  },
  unknown: {
    ...base,
    verdict: 'unknown',
    comparison: {
      baseline: {
        source: 'git',
        ref: '.goparity/baseline.json',
        trusted: false,
        reason: 'the clone is shallow and does not reach the merge base with main: set `fetch-depth: 0` on actions/checkout',
      },
      environment: [],
      modules: [],
    },
    degraded: [{ what: 'runner image', why: 'this machine is not a hosted runner' }],
  },
  error: {
    ...base,
    verdict: 'error',
    integrity: { outcome: 'not-applicable', layers: [] },
    targets: [],
    degraded: [{ what: 'everything after the environment', why: 'go env could not be read' }],
    timings: { totalMs: 0, goMs: 0, steps: [] },
  },
  'several-jobs': {
    ...base,
    verdict: 'findings',
    jobs: [
      { id: 'a', label: 'ci / build (os=linux)', matrix: { os: 'linux' }, outcome: 'ok' },
      { id: 'b', label: 'ci / build (os=windows)', matrix: { os: 'windows' }, outcome: 'findings' },
    ],
    integrity: { outcome: 'not-applicable', layers: [] },
    targets: [
      { job: 'a', target: 'linux/amd64-cgo', goos: 'linux', goarch: 'amd64', cgo: false, outcome: 'ok', durationMs: 0 },
      {
        job: 'b',
        root: 'tools',
        target: 'linux/amd64-cgo',
        goos: 'linux',
        goarch: 'amd64',
        cgo: false,
        outcome: 'failed',
        reason: 'undefined: x',
        durationMs: 0,
        rule: 'code/compile-error',
      },
    ],
    findings: [
      {
        rule: 'code/compile-error',
        severity: 'error',
        state: 'new',
        title: 'undefined: x',
        message: 'The program itself does not compile.',
        subject: { target: 'linux/amd64-cgo', package: 'example.com/hello' },
        location: { file: 'tools/main.go', line: 4, column: 2 },
        evidence: ['./main.go:4:2: undefined: x'],
        fix: [],
        jobs: ['b'],
        source: 'targets',
        root: 'tools',
      },
    ],
    comparison: {
      baseline: { source: 'snapshots', ref: 'a.json', trusted: false, reason: '2 snapshots, compared with one another' },
      environment: [{ key: 'GOOS', class: 'platform', before: 'linux', after: 'windows', explained: 'the os axis' }],
      modules: [],
    },
    timings: { totalMs: 12, goMs: 0, steps: [] },
  },
  'jobs-that-agree': {
    ...base,
    jobs: [
      { id: 'a', label: 'ci / build (n=1)', matrix: { n: 1 }, outcome: 'ok' },
      { id: 'b', label: 'ci / build (n=2)', matrix: { n: 2 }, outcome: 'ok' },
    ],
    integrity: { outcome: 'not-applicable', layers: [] },
    targets: [],
    comparison: { baseline: null, environment: [{ key: 'GOOS', class: 'platform', before: 'linux', after: 'windows', explained: 'the os axis' }], modules: [] },
  },
  hostile: {
    ...base,
    tool: { version: HOSTILE },
    verdict: 'unknown',
    jobs: [
      { id: HOSTILE, label: HOSTILE, matrix: { [HOSTILE]: HOSTILE }, outcome: 'ok' },
      { id: 'b', label: HOSTILE, matrix: {}, outcome: 'unknown' },
    ],
    findings: [
      hostileFinding('error', 'new'),
      hostileFinding('warning', 'known'),
      hostileFinding('note', 'fixed'),
      hostileFinding('note', 'new'),
    ],
    integrity: {
      outcome: 'unknown',
      layers: [{ layer: 'zip', outcome: 'unknown', checked: 1, failed: 0, reason: HOSTILE }],
    },
    targets: [
      {
        job: HOSTILE,
        root: HOSTILE,
        target: HOSTILE,
        goos: HOSTILE,
        goarch: HOSTILE,
        cgo: false,
        outcome: 'failed',
        reason: HOSTILE,
        durationMs: 1,
        rule: HOSTILE,
      },
      { job: 'b', target: HOSTILE, goos: HOSTILE, goarch: HOSTILE, cgo: true, outcome: 'skipped', reason: HOSTILE, durationMs: 0 },
      { job: 'b', target: `${HOSTILE}2`, goos: HOSTILE, goarch: HOSTILE, cgo: true, outcome: 'ok', reason: HOSTILE, durationMs: 0 },
    ],
    comparison: {
      baseline: { source: HOSTILE, ref: HOSTILE, trusted: false, reason: HOSTILE },
      environment: [{ key: HOSTILE, class: 'build', before: HOSTILE, after: null, explained: HOSTILE }],
      modules: [
        { root: HOSTILE, path: HOSTILE, change: 'moved', before: null, after: HOSTILE },
        { root: '.', path: HOSTILE, change: 'moved', before: HOSTILE, after: HOSTILE, from: 'jobs', jobs: [HOSTILE] },
      ],
      sums: [{ root: HOSTILE, line: HOSTILE, change: 'extra', jobs: [HOSTILE], explained: HOSTILE }],
    },
    degraded: [{ what: HOSTILE, why: HOSTILE }],
  },
}
