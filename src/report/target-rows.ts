import type { Finding, Report, ReportTarget } from './model.js'

/**
 * What became of a target: built in the baseline and not now; fails and is not in the baseline; fails, with no baseline to ask;
 * failed there too; failed there and builds now; was not tried; builds.
 */
export type TargetKind = 'broken' | 'new' | 'failed' | 'known' | 'fixed' | 'skipped' | 'builds'

/** The most urgent first. */
const ORDER: readonly TargetKind[] = ['broken', 'new', 'failed', 'known', 'fixed', 'skipped', 'builds']

/** The same answer for one target, over all jobs that gave it. */
export interface TargetRow {
  readonly kind: TargetKind
  /** `.` where the project has one root. */
  readonly root: string
  readonly target: string
  /** Ids, in the order of the report; empty where targets name no job. */
  readonly jobs: readonly string[]
  /** Jobs that tried this target at all. */
  readonly tried: number
  readonly rule: string
  /** Each once, in order of appearance. */
  readonly reasons: readonly string[]
  /** Of the slowest job. */
  readonly durationMs: number
  /** Every job knew it from a proof. */
  readonly proved: boolean
}

/** NUL can be in neither part. */
function keyOf(root: string | undefined, target: string): string {
  return `${root ?? '.'}\0${target}`
}

function saidBy({ rule, state, severity }: Finding): TargetKind | null {
  if (rule === 'target/fixed') return 'fixed'
  if (rule === 'target/broken' && state === 'new') return 'broken'
  if (state === 'known') return 'known'
  return severity === 'error' && state === 'new' ? 'failed' : null
}

/** What findings say of a target whose own row does not: a single job is compared by its findings. */
function statesOf({ findings, comparison }: Report): ReadonlyMap<string, ReadonlySet<TargetKind>> {
  const states = new Map<string, Set<TargetKind>>()
  if (comparison.baseline === null) return states
  for (const finding of findings) {
    const kind = saidBy(finding)
    if (finding.subject.target === undefined || kind === null) continue
    const key = keyOf(finding.root, finding.subject.target)
    states.set(key, (states.get(key) ?? new Set()).add(kind))
  }
  return states
}

function kindOf({ outcome, state }: ReportTarget, said: ReadonlySet<TargetKind> | undefined): TargetKind {
  if (outcome === 'skipped') return 'skipped'
  if (outcome !== 'failed') return state === 'fixed' || (state === undefined && said?.has('fixed') === true) ? 'fixed' : 'builds'
  if (state !== undefined && state !== 'fixed') return state
  if (said?.has('broken') === true) return 'broken'
  return said?.has('known') === true && !said.has('failed') ? 'known' : 'failed'
}

/** All targets of a report, the same answers of several jobs as one row; the most urgent first, else in their order. */
export function foldTargets(report: Report): readonly TargetRow[] {
  const said = statesOf(report)
  const tried = new Map<string, number>()
  const rows = new Map<string, Omit<TargetRow, 'tried' | 'reasons'> & { readonly jobs: string[]; readonly reasons: Set<string> }>()
  for (const result of report.targets) {
    const { root = '.', target, job, rule = '', reason, outcome } = result
    const key = keyOf(root, target)
    const kind = kindOf(result, said.get(key))
    if (kind !== 'skipped') tried.set(key, (tried.get(key) ?? 0) + 1)
    const id = `${key}\0${kind}\0${rule}`
    const row = rows.get(id) ?? { kind, root, target, jobs: [], rule, reasons: new Set<string>(), durationMs: 0, proved: true }
    rows.set(id, { ...row, durationMs: Math.max(row.durationMs, result.durationMs), proved: row.proved && outcome === 'proved' })
    if (job !== undefined) row.jobs.push(job)
    if (reason !== undefined) row.reasons.add(reason)
  }
  return [...rows.values()]
    .map(({ reasons, ...row }) => Object.assign(row, { reasons: [...reasons], tried: tried.get(keyOf(row.root, row.target)) ?? 0 }))
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

/** How many targets are of a kind, each counted once and by the most urgent of its rows. */
export function countTargets(rows: readonly TargetRow[]): Readonly<Record<TargetKind, number>> {
  const counts = { broken: 0, new: 0, failed: 0, known: 0, fixed: 0, skipped: 0, builds: 0 }
  const worst = new Map<string, TargetKind>()
  for (const { kind, root, target } of rows) if (!worst.has(keyOf(root, target))) worst.set(keyOf(root, target), kind)
  for (const kind of worst.values()) counts[kind] += 1
  // A target that one job skips and another builds is built.
  const built = new Set(rows.filter(({ kind }) => kind === 'builds').map(({ root, target }) => keyOf(root, target)))
  for (const [key, kind] of worst) {
    if (kind !== 'skipped' || !built.has(key)) continue
    counts.skipped -= 1
    counts.builds += 1
  }
  return counts
}
