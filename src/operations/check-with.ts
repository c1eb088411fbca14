import { posix } from 'node:path'
import type { FailOn } from '../compare/index.js'
import { ParityError } from '../errors.js'
import { formatPlace, openPlace, openPlaceHost, openRepository, parsePlace, type Engine } from '../sync/index.js'
import { posixFrom } from './ci-files.js'
import { requireDirectory } from './find-places.js'
import type { ProjectOptions } from './options.js'
import { record } from './record.js'
import { report, type RunReport } from './report.js'
import type { Session } from './session.js'
import { startStopwatch } from './stopwatch.js'

/** Options of `check --with`. */
export interface CheckWithOptions extends ProjectOptions {
  /** As for `sync`. */
  readonly place: string
  readonly engine: Engine | null
  readonly failOn?: FailOn
}

const REACH_MS = 30_000

/**
 * Records the project on this machine and in another place, and compares the two: same Go, same settings, same build list?
 * Nothing is built. Throws as `record`, and `usage` when the place cannot be talked to.
 */
export async function checkWith(session: Session, options: CheckWithOptions): Promise<RunReport> {
  const watch = startStopwatch(session)
  const place = parsePlace(options.place)
  const name = formatPlace(place)
  const directory = await requireDirectory(session.host, options.directory)
  const { top } = await openRepository(session.host, directory)
  const opened = await openPlace(session.host, place, {
    top,
    engine: options.engine,
    deadlineMs: REACH_MS,
    ...(session.signal === undefined ? {} : { signal: session.signal }),
  })
  if (!opened.ok) throw new ParityError('usage', opened.said, opened.wayOut)
  const there = await openPlaceHost(session.host, opened.transport, name, opened.directory)
  const here = await record(session, { ...options, job: { name: 'this machine' } })
  const remote = await record(
    { ...session, host: there },
    { ...options, directory: posix.join(there.cwd, posixFrom(top, directory)), job: { name } },
  )
  return report(session, {
    snapshots: [
      { name: 'this machine', snapshot: here.snapshot },
      { name, snapshot: remote.snapshot },
    ],
    refused: [],
    expected: { total: null, jobs: [], ofBaseline: false },
    baseline: null,
    change: null,
    degraded: [],
    config: options.config,
    version: options.version,
    watch,
    ...(options.failOn === undefined ? {} : { failOn: options.failOn }),
  })
}
