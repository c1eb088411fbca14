import { conclude, type Outcome } from './conclude.js'
import type { ProjectOptions } from './options.js'
import { recordProject } from './record-project.js'
import type { Session } from './session.js'

/**
 * This job's snapshot: environment and modules, nothing verified, nothing built.
 * The report says what stood in the way. Throws as `recordProject` does.
 */
export async function record(session: Session, options: ProjectOptions): Promise<Outcome> {
  const { snapshot, findings, degraded, watch } = await recordProject(session, options)
  const integrity = { outcome: 'not-applicable', layers: [] } as const
  const concluded = conclude({ job: snapshot.job, findings, integrity, targets: [], degraded, timings: watch.read() }, options)
  return { ...concluded, snapshot }
}
