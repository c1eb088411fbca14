import { diffEnvironments } from '../environment/index.js'
import type { EnvironmentDrift, Finding } from '../report/index.js'
import { byteOrder, type Snapshot } from '../snapshot/index.js'
import { explainByAxes, type Axis } from './axes.js'
import { consensusOf, outliersOf } from './consensus.js'
import { describeMove, showValue } from './environment-findings.js'
import { isRunningToolchain, machinePart } from './facts.js'
import { countJobs, type JobLabel } from './job-labels.js'

/** One key over all jobs. */
interface KeyDrift {
  readonly key: string
  readonly class: EnvironmentDrift['class']
  /** One per job. */
  readonly values: readonly (string | null)[]
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

/** The values of every key that is not the same everywhere, and what explains it: an axis, or what go itself derives. */
function collect(snapshots: readonly Snapshot[], axes: readonly Axis[]): readonly KeyDrift[] {
  const [first, ...others] = snapshots
  if (first === undefined) return []
  const found = new Map<string, Collected>()
  for (const [at, other] of others.entries()) {
    for (const drift of diffEnvironments(first, other)) {
      const entry = found.get(drift.key) ?? { class: drift.class, base: drift.before, values: new Map(), reasons: new Set() }
      entry.values.set(at + 1, drift.after)
      entry.reasons.add(drift.explained)
      found.set(drift.key, entry)
    }
  }
  return [...found]
    .toSorted(([a], [b]) => byteOrder(a, b))
    .map(([key, entry]) => {
      const values = snapshots.map((_, at) => (entry.values.has(at) ? (entry.values.get(at) ?? null) : entry.base))
      const explained = explainByAxes(values, entry.class, axes) ?? ownReason(entry.reasons)
      return { key, class: entry.class, values, explained }
    })
}

const MEANING: Readonly<Record<EnvironmentDrift['class'], string>> = {
  verification: 'It decides how far modules are checked: these jobs do not check the same.',
  build: 'It changes what is compiled: these jobs do not build the same program.',
  platform: 'It decides what the build is for.',
  version: 'It decides which Go builds.',
  path: 'It changes where go looks, not what it builds.',
  runner: 'It is the machine that builds.',
  volatile: '',
}

function findingOf(drift: KeyDrift, jobs: readonly JobLabel[]): Finding | null {
  const { key, values } = drift
  if (drift.class === 'volatile' || drift.explained !== null) return null
  const consensus = consensusOf(values)
  const outliers = outliersOf(values, consensus)
  const outside = outliers.flatMap(({ places }) => places.flatMap((at) => jobs[at] ?? []))
  const same = jobs.filter((_, at) => values[at] === consensus)
  const isGo = isRunningToolchain(key)
  const part = machinePart(drift)
  const rule = isGo ? 'toolchain/drift' : part === null ? 'env/drift' : 'runner/drift'
  const [only] = outliers
  const title =
    isGo && outliers.length === 1 && only !== undefined
      ? `Go is not the same in all jobs: ${describeMove(consensus, only.value)}`
      : `${isGo ? 'Go' : key} is not the same in all jobs`
  return {
    rule,
    severity: isGo || drift.class === 'verification' || drift.class === 'build' ? 'warning' : 'note',
    state: 'new',
    title,
    message: `${countJobs(same)} ${same.length === 1 ? 'has' : 'have'} ${showValue(consensus)}, ${countJobs(outside)} ${outside.length === 1 ? 'has' : 'have'} ${only !== undefined && outliers.length === 1 ? showValue(only.value) : 'other values'}, and no axis of the matrix accounts for it. ${MEANING[drift.class]}`,
    subject: { key: isGo ? 'GOVERSION' : key },
    evidence: [
      `${showValue(consensus)}: ${same.map(({ label }) => label).join(', ')}`,
      ...outliers.map(({ value, places }) => `${showValue(value)}: ${places.map((at) => jobs[at]?.label ?? '').join(', ')}`),
    ],
    fix: [
      {
        edit: `set ${isGo ? 'one version of Go' : key} for all of them, or make it an axis of the matrix`,
        why: 'then a difference is either gone or known',
      },
    ],
    jobs: outside.map(({ id }) => id),
    source: 'environment',
  }
}

/** What differs between the environments of jobs: rows (what most jobs have, then what the others have), and findings. */
export function compareEnvironments(
  snapshots: readonly Snapshot[],
  axes: readonly Axis[],
  jobs: readonly JobLabel[],
): { readonly rows: readonly EnvironmentDrift[]; readonly findings: readonly Finding[] } {
  const drifts = collect(snapshots, axes)
  const rows = drifts.flatMap((drift) => {
    const { key, values, explained } = drift
    const consensus = consensusOf(values)
    const reason = explained === null ? {} : { explained }
    return outliersOf(values, consensus).map(({ value }): EnvironmentDrift => {
      const row = { key, class: drift.class, before: consensus, after: value }
      return Object.assign(row, reason)
    })
  })
  return { rows, findings: drifts.flatMap((drift) => findingOf(drift, jobs) ?? []) }
}
