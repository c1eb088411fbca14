import type { FailOn } from '../compare/index.js'
import { conclude, type Outcome } from './conclude.js'
import type { ProjectOptions } from './options.js'
import { recordProject } from './record-project.js'
import type { Session } from './session.js'

/**
 * This job's snapshot: environment and modules, nothing verified, nothing built.
 * The report says what stood in the way. Throws as `recordProject` does.
 */
export async function record(session: Session, options: ProjectOptions & { readonly failOn?: FailOn }): Promise<Outcome> {
  const { snapshot, findings, degraded, blocked, watch } = await recordProject(session, options)
  const integrity = { outcome: 'not-applicable', layers: [] } as const
  const concluded = conclude(
    { job: snapshot.job, findings, integrity, targets: [], degraded, sound: blocked === null, timings: watch.read() },
    options,
  )
  return { ...concluded, snapshot }
}
