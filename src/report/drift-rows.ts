import type { EnvironmentDrift, ModuleDrift, Report } from './model.js'

/** A difference of the environment or of the modules, with its name for people. */
export interface DriftRow {
  readonly name: string
  readonly before: string | null
  readonly after: string | null
  readonly explained?: string
  readonly jobs: readonly string[]
}

/** The differences of one kind: those that nothing accounts for, and the others. */
export interface DriftRows {
  readonly open: readonly DriftRow[]
  readonly explained: readonly DriftRow[]
}

/** Whether the report holds jobs against one another only: rows that do not say whose value `before` is then mean the jobs'. */
export function comparesJobs({ jobs, comparison: { baseline } }: Report): boolean {
  return baseline === null ? jobs.length > 1 : baseline.source === 'snapshots'
}

function rowOf({ drift, name }: { readonly drift: EnvironmentDrift | ModuleDrift; readonly name: string }): DriftRow {
  return {
    name,
    before: drift.before,
    after: drift.after,
    jobs: drift.jobs ?? [],
    ...(drift.explained === undefined ? {} : { explained: drift.explained }),
  }
}

/** The differences between the jobs of this run, and those from the baseline. */
export function driftRows(report: Report): { readonly jobs: DriftRows; readonly baseline: DriftRows } {
  const { environment, modules } = report.comparison
  const unsaid = comparesJobs(report) ? 'jobs' : 'baseline'
  const several = new Set(modules.map(({ root }) => root)).size > 1
  const named = [
    ...environment.map((drift) => ({ drift, name: drift.key })),
    ...modules.map((drift) => ({ drift, name: `${several ? `${drift.root}: ` : ''}${drift.path} ${drift.change}` })),
  ]
  const of = (from: 'jobs' | 'baseline'): DriftRows => {
    const rows = named.filter(({ drift }) => (drift.from ?? unsaid) === from).map(rowOf)
    return {
      open: rows.filter(({ explained }) => explained === undefined),
      explained: rows.filter(({ explained }) => explained !== undefined),
    }
  }
  return { jobs: of('jobs'), baseline: of('baseline') }
}

/** A baseline that was named or found, and with which nothing could be compared. */
export function lacksTrust(report: Report): boolean {
  const { open, explained } = driftRows(report).baseline
  return report.comparison.baseline?.trusted === false && !comparesJobs(report) && open.length + explained.length === 0
}
