import { report, type RunReport } from '../../src/operations/index.js'
import type { Finding, Report } from '../../src/report/index.js'
import type { Job, Json, Snapshot } from '../../src/snapshot/index.js'
import { fakeHost } from '../../src/testing/index.js'
import { rootOf, snapshotOf, targetOf } from '../unit/compare/fixtures.js'

/** Fields whose words are fixed: any other word is refused before. */
const WORDS: ReadonlySet<string> = new Set(['schema', 'provider', 'origins', 'kind', 'mode', 'layer', 'outcome', 'cgoReason'])
/** What tells one thing of a snapshot from another. */
const NAMES: ReadonlySet<string> = new Set(['directory', 'path', 'target', 'root', 'main'])
/** Objects whose keys are free. */
const OPEN: ReadonlySet<string> = new Set(['values', 'origins', 'files', 'matrix'])

const benign: Snapshot = {
  ...snapshotOf(),
  runner: { os: 'Linux', arch: 'X64', image: 'ubuntu24', version: '1', environment: 'github-hosted' },
  roots: [
    rootOf({
      toolchainLine: 'go1.26.8',
      vendor: { files: 3, hash: 'c'.repeat(64) },
      files: { 'go.mod': 'a', 'go.sum': 'b', 'vendor/modules.txt': 'c' },
      modules: [
        { path: 'example.com/hello', version: null, main: true },
        { path: 'example.com/a', version: 'v1.0.0', sum: 'h1:a=', goModSum: 'h1:b=' },
        {
          path: 'example.com/b',
          version: 'v1.2.3',
          sum: 'h1:c=',
          replace: { path: 'example.com/c', version: 'v1.0.0' },
          error: 'not found',
        },
      ],
      missingSums: ['example.com/a@v1.0.0'],
      otherSums: ['example.com/z v1.0.0 h1:z='],
      tidy: ['+example.com/y v1.0.0 h1:y='],
    }),
  ],
  integrity: {
    outcome: 'unknown',
    layers: [
      { layer: 'zip', outcome: 'unknown', checked: 1, failed: 0, reason: 'no network' },
      { layer: 'go.sum', outcome: 'ok', checked: 2, failed: 0 },
    ],
  },
  targets: [
    targetOf('linux/amd64+cgo'),
    targetOf('linux/arm64-cgo', 'failed', { rule: 'code/compile-error', reason: 'undefined: x' }),
    targetOf('windows/amd64-cgo', 'skipped', { reason: 'not now' }),
  ],
}

/** The value with the text in every string, or only in those that name nothing; keys too where they are free. */
function poison(value: unknown, text: string, names: boolean, key = ''): unknown {
  if (typeof value === 'string') return WORDS.has(key) || (!names && NAMES.has(key)) ? value : text
  if (Array.isArray(value)) return value.map((item: unknown) => poison(item, text, names, key))
  if (typeof value !== 'object' || value === null) return value
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value)
  const changed = entries.map(([name, item]) => [name, poison(item, text, names, key === 'origins' ? 'origins' : name)] as const)
  const more = names && OPEN.has(key) ? changed.slice(0, 1).map(([, item]) => [text, item] as const) : []
  return Object.fromEntries([...changed, ...more])
}

function isSnapshot(value: unknown): value is Snapshot {
  return typeof value === 'object' && value !== null && 'roots' in value && 'job' in value
}

function jobWith(text: string, id: string): Job {
  const matrix: Record<string, Json> = { os: text, n: 1, deep: [text, { a: text }] }
  if (text !== '__proto__') matrix[text] = text
  return { id: `${text}${id}`, label: text, provider: 'github', workflow: text, name: text, matrix, leg: { index: 0, total: 9 } }
}

function poisoned(text: string, names: boolean, id: string): Snapshot {
  const made = poison(benign, text, names)
  if (!isSnapshot(made)) throw new Error('the snapshot lost its shape')
  return { ...made, job: jobWith(text, id) }
}

/**
 * The report of a run in which everything that others write holds the text: snapshots of three jobs beside a benign one, the
 * baseline, names of artifacts, paths and lines of the change, names of expected jobs, reasons.
 */
export function hostileRun(text: string): RunReport {
  const snapshots = [poisoned(text, false, 'a'), poisoned(text, true, 'b'), poisoned(text, true, 'c'), benign]
  return report(
    { host: fakeHost(), progress: () => undefined },
    {
      snapshots: snapshots.map((snapshot, at) => ({ name: `${text}${String(at)}`, snapshot })),
      refused: [{ name: text, why: text }],
      expected: {
        total: 9,
        jobs: [
          { name: text, legs: 3, skipped: false },
          { name: `${text}x`, legs: null, skipped: false },
        ],
      },
      baseline: {
        kind: 'found',
        snapshots: [{ ...benign, job: jobWith(text, 'a') }, poisoned(text, false, 'b'), poisoned(text, true, 'gone'), benign],
        reference: { source: 'artifact', ref: text, trusted: true, reason: text },
      },
      change: {
        name: 'this pull request',
        files: [
          { path: text, status: 'modified', added: [{ line: 1, text }] },
          { path: 'go.mod', status: 'modified', added: [{ line: 2, text: `require ${text} ${text}` }] },
        ],
        complete: false,
        directory: '',
      },
      degraded: [{ what: text, why: text }],
      config: {},
      version: text,
    },
  )
}

/** The same report, with the text also in what no part of this run led to: every field of a finding, and rows of every table. */
export function hostileReport(text: string): Report {
  const { report: made } = hostileRun(text)
  const { jobs, comparison } = made
  const ids = [...jobs.map(({ id }) => id).slice(0, 1), text]
  const finding: Finding = {
    rule: text,
    severity: 'error',
    state: 'new',
    // Ours always begin with a word; bold words must not be none.
    title: text.trim() === '' ? 'x' : text,
    message: text,
    subject: { module: text, package: text, target: text, key: text, file: text, library: text, tool: text },
    location: { file: text, line: 1, column: 2 },
    evidence: [text, text],
    fix: [{ command: text, why: text }, { edit: text, why: text }, { why: text }],
    jobs: ids,
    source: 'targets',
    root: text,
  }
  const states = ['broken', 'known', 'fixed', 'new'] as const
  return {
    ...made,
    findings: [
      ...made.findings,
      finding,
      { ...finding, severity: 'warning', state: 'known' },
      { ...finding, severity: 'note', state: 'fixed' },
      { ...finding, location: { file: 'go.mod', line: 3 } },
    ],
    targets: [
      ...made.targets,
      ...states.map((state) => ({
        job: text,
        root: text,
        target: text,
        goos: text,
        goarch: text,
        cgo: false,
        outcome: 'failed' as const,
        reason: text,
        durationMs: 1,
        rule: text,
        state,
      })),
    ],
    comparison: {
      ...comparison,
      environment: [
        ...comparison.environment,
        { key: text, class: 'build', before: text, after: null, from: 'jobs', jobs: ids, explained: text },
      ],
      modules: [
        ...comparison.modules,
        { root: text, path: text, change: 'moved', before: text, after: text, from: 'baseline', jobs: ids, explained: text },
        { root: text, path: text, change: 'sum', before: text, after: null, from: 'jobs', jobs: ids },
      ],
      sums: [
        ...(comparison.sums ?? []),
        { root: text, line: text, change: 'extra', jobs: ids, explained: text },
        { root: text, line: text, change: 'missing', jobs: ids },
      ],
    },
  }
}
