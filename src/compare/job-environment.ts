import { diffEnvironments } from '../environment/index.js'
import type { EnvironmentDrift, Finding } from '../report/index.js'
import { byteOrder, type Snapshot } from '../snapshot/index.js'
import { explainByAxes, type Axis, type Said } from './axes.js'
import { consensusOf, outliersOf } from './consensus.js'
import { describeMove, ignoredBecause, showValue } from './environment-findings.js'
import { isRunningToolchain, machinePart } from './facts.js'
import { countJobs, nameJobs, type JobLabel } from './job-labels.js'
import { isIgnoredBy, type IgnoreRule } from './policy.js'

/** One key over all jobs. */
interface KeyDrift {
  readonly key: string
  readonly class: EnvironmentDrift['class']
  /** One per job. */
  readonly values: readonly Said[]
  readonly explained: string | null
}

interface Collected {
  readonly class: EnvironmentDrift['class']
  readonly base: string | null
  readonly values: Map<number, string | null>
  /** Of each difference; `undefined` where nothing accounts for one. */
  readonly reasons: Set<string | undefined>
}

/** What accounts for every difference of a key: it follows another key, or only some versions of Go have it. */
function ownReason(reasons: ReadonlySet<string | undefined>): string | null {
  const known = [...reasons].filter((reason) => reason !== undefined)
  return known.length === reasons.size && known.length > 0 ? known.join('; ') : null
}

/** The rule under which a difference is reported. */
function ruleOf(drift: Pick<KeyDrift, 'key' | 'class'>): string {
  if (isRunningToolchain(drift.key)) return 'toolchain/drift'
  return machinePart(drift) === null ? 'env/drift' : 'runner/drift'
}

function ignored(drift: Pick<KeyDrift, 'key' | 'class'>, ignore: readonly IgnoreRule[]): string | null {
  const rule = ignore.find((entry) => isIgnoredBy(entry, { rule: ruleOf(drift), key: drift.key }))
  return rule === undefined ? null : ignoredBecause(rule.reason)
}

function countParts({ cCompiler, libc, runner }: Snapshot): number {
  return [cCompiler, libc, runner].filter((part) => part !== null).length
}

/** The job that has most parts of a machine, so that no part of another is without a counterpart; of several the first. */
function referenceOf(snapshots: readonly Snapshot[]): Snapshot | undefined {
  return snapshots.toSorted((a, b) => countParts(b) - countParts(a))[0]
}

/** The values of every key that is not the same everywhere, and what explains it: an ignore rule, an axis, or what go itself derives. */
function collect(snapshots: readonly Snapshot[], axes: readonly Axis[], ignore: readonly IgnoreRule[]): readonly KeyDrift[] {
  const reference = referenceOf(snapshots)
  if (reference === undefined) return []
  const found = new Map<string, Collected>()
  for (const [at, other] of snapshots.entries()) {
    if (other === reference) continue
    for (const drift of diffEnvironments(reference, other)) {
      const entry = found.get(drift.key) ?? { class: drift.class, base: drift.before, values: new Map(), reasons: new Set() }
      entry.values.set(at, drift.after)
      entry.reasons.add(drift.explained)
      found.set(drift.key, entry)
    }
  }
  /** A job without a C compiler says nothing of its version: that it has none is a row of its own. */
  const valueOf = (key: string, entry: Collected, at: number): Said => {
    if (entry.values.has(at)) return entry.values.get(at) ?? null
    const [part = key] = key.split('.', 1)
    return part !== key && found.get(part)?.values.has(at) === true ? undefined : entry.base
  }
  return [...found]
    .toSorted(([a], [b]) => byteOrder(a, b))
    .map(([key, entry]) => {
      const values = snapshots.map((_, at) => valueOf(key, entry, at))
      const explained = ignored({ key, class: entry.class }, ignore) ?? explainByAxes(values, entry.class, axes) ?? ownReason(entry.reasons)
      return { key, class: entry.class, values, explained }
    })
}

/** Values that a finding lists; the comparison has all. */
const LISTED = 20

const MEANING: Readonly<Record<EnvironmentDrift['class'], string>> = {
  verification: 'It decides how far modules are checked: these jobs do not check the same.',
  build: 'It changes what is compiled: these jobs do not build the same program.',
  platform: 'It decides what the build is for.',
  version: 'It decides which Go builds.',
  path: 'It changes where go looks, not what it builds.',
  runner: 'It is the machine that builds.',
  volatile: '',
}

function findingOf(drift: KeyDrift, jobs: readonly JobLabel[], hasAxes: boolean): Finding | null {
  const { key, values } = drift
  if (drift.class === 'volatile' || drift.explained !== null) return null
  const consensus = consensusOf(values)
  const outliers = outliersOf(values, consensus)
  const outside = outliers.flatMap(({ places }) => places.flatMap((at) => jobs[at] ?? []))
  const same = jobs.filter((_, at) => values[at] === consensus)
  const isGo = isRunningToolchain(key)
  const [only] = outliers
  const title =
    isGo && outliers.length === 1 && only !== undefined
      ? `Go is not the same in all jobs: ${describeMove(consensus, only.value)}`
      : `${isGo ? 'Go' : key} is not the same in all jobs`
  return {
    rule: ruleOf(drift),
    severity: isGo || drift.class === 'verification' || drift.class === 'build' ? 'warning' : 'note',
    state: 'new',
    title,
    message: `${countJobs(same)} ${same.length === 1 ? 'has' : 'have'} ${showValue(consensus)}, ${countJobs(outside)} ${outside.length === 1 ? 'has' : 'have'} ${only !== undefined && outliers.length === 1 ? showValue(only.value) : 'other values'}${hasAxes ? ', and no axis of the matrix accounts for it' : ''}. ${MEANING[drift.class]}`,
    subject: { key: isGo ? 'GOVERSION' : key },
    evidence: [
      `${showValue(consensus)}: ${nameJobs(same)}`,
      ...outliers.slice(0, LISTED).map(({ value, places }) => `${showValue(value)}: ${nameJobs(places.flatMap((at) => jobs[at] ?? []))}`),
      ...(outliers.length > LISTED ? [`and ${String(outliers.length - LISTED)} more values`] : []),
    ],
    fix: [
      {
        edit: `set ${isGo ? 'one version of Go' : key} for all of them${hasAxes ? ', or make it an axis of the matrix' : ''}`,
        why: hasAxes ? 'then a difference is either gone or known' : 'then they build the same',
      },
    ],
    jobs: outside.map(({ id }) => id),
    source: 'environment',
  }
}

/**
 * What differs between the environments of jobs: rows (what most jobs have, then what the others have, with the ids of those),
 * and findings. What an ignore rule names is explained by it.
 */
export function compareEnvironments(
  snapshots: readonly Snapshot[],
  axes: readonly Axis[],
  jobs: readonly JobLabel[],
  ignore: readonly IgnoreRule[],
): { readonly rows: readonly EnvironmentDrift[]; readonly findings: readonly Finding[] } {
  const drifts = collect(snapshots, axes, ignore)
  const rows = drifts.flatMap(({ key, class: class_, values, explained }) => {
    const before = consensusOf(values)
    const reason = explained === null ? {} : { explained }
    return outliersOf(values, before).map(({ value, places }): EnvironmentDrift => {
      const ids = places.flatMap((at) => jobs[at]?.id ?? [])
      const row = { key, class: class_, before, after: value, from: 'jobs' as const, jobs: ids }
      return Object.assign(row, reason)
    })
  })
  return { rows, findings: drifts.flatMap((drift) => findingOf(drift, jobs, axes.length > 0) ?? []) }
}
