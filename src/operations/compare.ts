import { readBaseline, type BaselineReading } from '../baseline/index.js'
import type { ExpectedJobs, FailOn, NamedSnapshot } from '../compare/index.js'
import type { Config } from '../config/index.js'
import { ParityError } from '../errors.js'
import { readSnapshots } from './read-snapshots.js'
import { report, type RunReport } from './report.js'
import type { Session } from './session.js'
import { startStopwatch } from './stopwatch.js'

/** Options of `compare`. */
export interface CompareOptions {
  /** Snapshot files, baseline files, or folders of them (`*.json`); the order counts for two. */
  readonly paths: readonly string[]
  readonly config: Config
  readonly version: string
  readonly failOn?: FailOn
  /** What must be among them; default: what the snapshots themselves tell of their matrix. */
  readonly expected?: ExpectedJobs
  /** Also compare with a baseline: `file:PATH` or `git:REF`, from `directory`. */
  readonly baseline?: string
  /** Absolute directory of the project. */
  readonly directory?: string
}

/** Files that were named one by one are what the user wants to see: that a matrix has more legs is no news. */
function withoutLeg({ name, snapshot }: NamedSnapshot): NamedSnapshot {
  const { leg: _leg, ...job } = snapshot.job
  return { name, snapshot: { ...snapshot, job } }
}

async function baselineOf({ host, signal }: Session, { baseline, directory }: CompareOptions): Promise<BaselineReading | null> {
  if (baseline === undefined || baseline === 'none') return null
  return readBaseline(host, {
    reference: baseline,
    directory: directory ?? host.cwd,
    change: null,
    ...(signal === undefined ? {} : { signal }),
  })
}

/**
 * Compares the snapshots of several jobs with one another: two in their order, more by consensus and outliers; with a
 * baseline also each job with itself there. Asks neither go nor the network.
 * Throws `snapshot-unreadable`, `snapshot-newer`, `usage`, and as `readBaseline`.
 */
export async function compare(session: Session, options: CompareOptions): Promise<RunReport> {
  const watch = startStopwatch(session)
  const { config, version, failOn, expected = { total: null, jobs: [] } } = options
  const baseline = await baselineOf(session, options)
  const named: NamedSnapshot[] = []
  let folders = 0
  for (const path of options.paths) {
    const { kind, snapshots } = await readSnapshots(session.host, path)
    if (kind === 'folder') folders += 1
    named.push(...(kind === 'file' ? snapshots.map(withoutLeg) : snapshots))
  }
  if (named.length < 2 && baseline === null) {
    throw new ParityError(
      'usage',
      `compare needs at least two snapshots, and ${String(named.length)} was given`,
      'goparity compare a.json b.json, a folder that holds several, or one with --baseline file:PATH',
    )
  }
  return report(session, {
    snapshots: named,
    refused: [],
    // One by one, files are what the user wants to see; a folder is a run.
    expected: { ...expected, ofBaseline: folders > 0 },
    baseline,
    change: null,
    degraded: [],
    config,
    version,
    watch,
    ...(failOn === undefined ? {} : { failOn }),
  })
}
