import type { Finding, Report, ReportTarget } from '../../src/report/index.js'

const LEGS = [
  ['1.25', 'macos-15'],
  ['1.25', 'ubuntu-24.04'],
  ['1.26', 'macos-15'],
  ['1.26', 'ubuntu-24.04'],
] as const

function idOf(go: string, os: string): string {
  return `github:.github/workflows/ci.yml#check{"go":"${go}","os":"${os}"}`
}

const [mac25, linux25, mac26, linux26] = LEGS.map(([go, os]) => idOf(go, os))
const ids = [mac25, linux25, mac26, linux26].flatMap((id) => id ?? [])
const macs = [mac25, mac26].flatMap((id) => id ?? [])
const linuxes = [linux25, linux26].flatMap((id) => id ?? [])

function jobsOf(outcome: (id: string) => Report['verdict']): Report['jobs'] {
  return LEGS.map(([go, os]) => ({
    id: idOf(go, os),
    label: `ci / check (go=${go}, os=${os})`,
    matrix: { go, os },
    outcome: outcome(idOf(go, os)),
  }))
}

const TARGETS = ['darwin/amd64-cgo', 'darwin/arm64-cgo', 'freebsd/amd64-cgo', 'linux/386-cgo', 'linux/amd64-cgo', 'linux/arm64-cgo', 'windows/amd64-cgo', 'plan9/amd64-cgo']

type Answer = Pick<ReportTarget, 'outcome' | 'state' | 'reason' | 'rule'>

/** All targets in all jobs; what is not answered builds. */
function targetsOf(answer: (id: string, target: string) => Answer | null): readonly ReportTarget[] {
  return ids.flatMap((job) =>
    TARGETS.map((target): ReportTarget => {
      const [goos = '', goarch = ''] = target.replace('-cgo', '').split('/')
      const built: ReportTarget = { job, target, goos, goarch, cgo: false, durationMs: 0, outcome: 'ok' }
      return Object.assign(built, answer(job, target))
    }),
  )
}

const base: Report = {
  schema: 'goparity/report/1',
  tool: { version: '0.1.0' },
  verdict: 'ok',
  jobs: jobsOf(() => 'ok'),
  findings: [],
  integrity: {
    outcome: 'ok',
    layers: [
      { layer: 'go.sum', outcome: 'ok', checked: 24, failed: 0 },
      { layer: 'ziphash', outcome: 'ok', checked: 24, failed: 0 },
      { layer: 'zip', outcome: 'ok', checked: 24, failed: 0 },
      { layer: 'directory', outcome: 'ok', checked: 24, failed: 0 },
      { layer: 'vendor', outcome: 'not-applicable', checked: 0, failed: 0, reason: 'there is no vendor folder' },
    ],
  },
  targets: targetsOf(() => null),
  comparison: { baseline: null, environment: [], modules: [], sums: [] },
  degraded: [],
  timings: { totalMs: 1830, goMs: 0, steps: [] },
}

const artifact = {
  source: 'artifact',
  ref: 'run 812',
  trusted: true,
  reason: 'the run of main at the merge base a1b2c3d4e5f6',
}

const dup2 = 'golang.org/x/sys/unix: undefined: syscall.Dup2'

const broken: Finding = {
  rule: 'target/broken',
  severity: 'error',
  state: 'new',
  title: 'linux/arm64-cgo no longer builds',
  message:
    'It built in the baseline and does not build now. The failing package golang.org/x/sys/unix belongs to golang.org/x/sys v0.30.0 → v0.31.0, which this pull request bumps at go.mod:7.',
  subject: { target: 'linux/arm64-cgo', module: 'golang.org/x/sys@v0.31.0', package: 'golang.org/x/sys/unix' },
  location: { file: 'go.mod', line: 7 },
  evidence: [dup2, 'golang.org/x/sys/unix', 'go.mod:7: golang.org/x/sys v0.31.0'],
  fix: [
    { command: 'go get golang.org/x/sys@v0.30.0', why: 'goes back to the version with which it built' },
    { command: 'goparity build --targets linux/arm64-cgo', why: 'builds this target alone, with the whole output' },
  ],
  jobs: linuxes,
  source: 'targets',
}

const goflags: Finding = {
  rule: 'env/drift',
  severity: 'warning',
  state: 'new',
  title: 'GOFLAGS is not the same in all jobs',
  message:
    '3 jobs have nothing, ci / check (go=1.26, os=macos-15) has -tags=netgo, and no axis of the matrix accounts for it. It changes what is compiled: these jobs do not build the same program.',
  subject: { key: 'GOFLAGS' },
  evidence: [
    'empty: ci / check (go=1.25, os=macos-15), ci / check (go=1.25, os=ubuntu-24.04), ci / check (go=1.26, os=ubuntu-24.04)',
    '-tags=netgo: ci / check (go=1.26, os=macos-15)',
  ],
  fix: [{ edit: 'set GOFLAGS for all of them, or make it an axis of the matrix', why: 'then a difference is either gone or known' }],
  jobs: mac26 === undefined ? [] : [mac26],
  source: 'environment',
}

const image: Finding = {
  rule: 'runner/drift',
  severity: 'note',
  state: 'new',
  title: 'the runner image differs from the baseline',
  message: 'The image ubuntu24 was 20261102.1.0 and is 20261116.2.0. Nothing in this pull request asks for that: the world moved.',
  subject: { key: 'runner.image' },
  evidence: [],
  fix: [],
  jobs: linuxes,
  source: 'environment',
}

const known: Finding = {
  rule: 'target/constraints-exclude-all',
  severity: 'error',
  state: 'known',
  title: 'plan9/amd64-cgo does not compile',
  message: 'All files of github.com/mattn/go-isatty are left out on plan9/amd64.',
  subject: { target: 'plan9/amd64-cgo', package: 'github.com/mattn/go-isatty' },
  evidence: ['build constraints exclude all Go files'],
  fix: [],
  jobs: ids,
  source: 'targets',
}

const fixed: Finding = {
  rule: 'target/fixed',
  severity: 'note',
  state: 'fixed',
  title: 'windows/amd64-cgo builds again',
  message: 'It failed in the baseline and builds now.',
  subject: { target: 'windows/amd64-cgo' },
  evidence: [],
  fix: [],
  jobs: ids,
  source: 'targets',
}

const stateOf: Readonly<Record<string, Answer>> = {
  'plan9/amd64-cgo': { outcome: 'failed', state: 'known', reason: 'build constraints exclude all Go files', rule: 'target/constraints-exclude-all' },
  'windows/amd64-cgo': { outcome: 'ok', state: 'fixed' },
}

function answerOfStory(id: string, target: string): Answer | null {
  if (target === 'linux/arm64-cgo' && linuxes.includes(id)) return { outcome: 'failed', state: 'broken', reason: dup2, rule: 'target/undefined-symbol' }
  return stateOf[target] ?? null
}

const story: Report = {
  ...base,
  verdict: 'findings',
  jobs: jobsOf((id) => (linuxes.includes(id) ? 'findings' : 'ok')),
  findings: [broken, goflags, image, known, fixed],
  targets: targetsOf(answerOfStory),
  comparison: {
    baseline: artifact,
    environment: [
      { key: 'GOFLAGS', class: 'build', before: '', after: '-tags=netgo', from: 'jobs', jobs: mac26 === undefined ? [] : [mac26] },
      { key: 'GOOS', class: 'platform', before: 'darwin', after: 'linux', explained: 'the os axis', from: 'jobs', jobs: linuxes },
      { key: 'toolchain.running', class: 'version', before: 'go1.25.11', after: 'go1.26.8', explained: 'the go axis', from: 'jobs', jobs: [mac26, linux26].flatMap((id) => id ?? []) },
      { key: 'runner.image', class: 'runner', before: '20261102.1.0', after: '20261116.2.0', from: 'baseline', jobs: linuxes },
    ],
    modules: [
      { root: '.', path: 'golang.org/x/sys', change: 'moved', before: 'v0.30.0', after: 'v0.31.0', explained: 'this pull request edits go.mod', from: 'baseline', jobs: ids },
    ],
    sums: [
      {
        root: '.',
        line: 'golang.org/x/sys v0.30.0/go.mod h1:/VUhepiaJMQUp4+oa/7Zr1D23ma6VTLIYjOOTFZPUcA=',
        change: 'extra',
        jobs: macs,
        explained: 'go mod tidy with go1.25.11 takes it out',
      },
      { root: '.', line: 'github.com/mattn/go-isatty v0.0.20 h1:xfD0iDuEKnDkl03q4limB+vH+GxLEtL/jb4xVJSWWEY=', change: 'missing', jobs: mac25 === undefined ? [] : [mac25] },
    ],
  },
}

/** 3,000 findings in 600 files, and as many rows. */
function huge(): Report {
  const findings = Array.from({ length: 3000 }, (_, at): Finding => ({
    ...broken,
    rule: 'target/undefined-symbol',
    title: `undefined: name${String(at)}`,
    message: `name${String(at)} does not exist on this platform. 日本語 é 🧪`,
    location: { file: `pkg/dir${String(at % 600)}/file.go`, line: at + 1 },
    evidence: Array.from({ length: 30 }, (__, line) => `pkg/dir${String(at % 600)}/file.go:${String(line)}: undefined: ${'ñ'.repeat(60)}`),
    fix: [{ edit: `rename name${String(at)}`, why: 'it is there under another name' }],
  }))
  const modules = Array.from({ length: 3000 }, (_, at) => ({
    root: '.',
    path: `example.com/m${String(at)}`,
    change: 'moved' as const,
    before: 'v1.0.0',
    after: 'v1.1.0',
    from: 'jobs' as const,
    jobs: macs,
  }))
  return { ...story, findings, comparison: { ...story.comparison, modules } }
}

/** A report too large for every place that shows one; not golden. */
export const hugeReport: Report = huge()

/** Reports of whole matrices, by the name of their golden files. */
export const matrixReports: Readonly<Record<string, Report>> = {
  matrix: story,
  'matrix-ok': { ...base, comparison: { ...base.comparison, baseline: artifact } },
  'matrix-no-baseline': {
    ...base,
    verdict: 'findings',
    jobs: jobsOf((id) => (linuxes.includes(id) ? 'findings' : 'ok')),
    findings: [
      {
        ...broken,
        title: 'linux/arm64-cgo builds in one job and not in another',
        message: '2 jobs cannot build it, 2 jobs can: the difference is in the environment, not in the program.',
        location: { file: 'dup_linux.go', line: 9, column: 17 },
        fix: [],
      },
      { ...known, state: 'new', title: 'plan9/amd64-cgo does not build', message: 'No job that tried could build it: 4 jobs.' },
    ],
    targets: targetsOf((id, target) => {
      const answer = answerOfStory(id, target)
      return answer === null || answer.outcome === 'ok' ? null : { outcome: 'failed', reason: answer.reason ?? '', rule: answer.rule ?? '' }
    }),
    degraded: [{ what: 'baseline', why: 'no run of main has left one yet: the next push to main writes it' }],
  },
  'matrix-missing-job': {
    ...base,
    verdict: 'findings',
    jobs: base.jobs.slice(0, 3),
    findings: [
      {
        rule: 'job/missing',
        severity: 'error',
        state: 'new',
        title: 'the job check (go=1.26, os=ubuntu-24.04) left no snapshot',
        message: 'The matrix of check has 4 legs, and 3 of them recorded. What the fourth builds is not known.',
        subject: {},
        location: { file: '.github/workflows/ci.yml' },
        evidence: [],
        fix: [{ edit: 'open the log of that job', why: 'it failed before goparity ran, was cancelled, or its step was removed' }],
        source: 'environment',
      },
    ],
    targets: base.targets.filter(({ job }) => job !== linux26),
    comparison: { ...base.comparison, baseline: artifact },
  },
  'fork-pull-request': {
    ...story,
    degraded: [
      { what: 'check run', why: 'the token of a pull request from a fork may not post one; this summary and the result of this job say the same' },
    ],
  },
  'matrix-untrusted-baseline': {
    ...base,
    verdict: 'unknown',
    findings: [
      {
        rule: 'baseline/untrusted',
        severity: 'warning',
        state: 'new',
        title: 'the baseline cannot be used',
        message: 'run 812 was started by pull_request_target; only push, schedule and workflow_dispatch count. So what is new and what was there before is not known.',
        subject: {},
        evidence: [],
        fix: [{ edit: 'let the workflow run on push to main', why: 'each such run leaves a baseline' }],
        source: 'baseline',
      },
    ],
    comparison: {
      ...base.comparison,
      baseline: {
        source: 'artifact',
        ref: 'run 812',
        trusted: false,
        reason: 'run 812 was started by pull_request_target; only push, schedule and workflow_dispatch count',
      },
    },
  },
}
