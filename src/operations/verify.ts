import { runChain } from './chain.js'
import { conclude, type Outcome } from './conclude.js'
import type { FailOn } from '../compare/index.js'
import type { BuildOptions } from './options.js'
import type { Session } from './session.js'

/** Whether the modules of a project are what go.sum says. Throws as `recordProject` does. */
export async function verify(session: Session, options: BuildOptions & { readonly failOn?: FailOn }): Promise<Outcome> {
  const chain = await runChain(session, options, 'verify')
  const concluded = conclude({ ...chain, job: chain.snapshot.job, timings: chain.recording.watch.read() }, options)
  return { ...concluded, snapshot: chain.snapshot }
}
