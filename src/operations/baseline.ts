import { isAbsolute, join } from 'node:path'
import {
  BASELINE_PATH,
  detectChange,
  parseBaselineName,
  readBaseline,
  saveBaseline as save,
  type BaselineReading,
  type SavedBaseline,
} from '../baseline/index.js'
import { ParityError } from '../errors.js'
import { runChain } from './chain.js'
import { conclude, type Outcome } from './conclude.js'
import { withDeclared } from './declared.js'
import type { CheckOptions, ProjectOptions } from './options.js'
import type { Session } from './session.js'

/** What was saved, and the run it was made of. */
export interface SaveOutcome extends Outcome {
  /** `null`: nothing was saved, because the modules are not verified. */
  readonly saved: SavedBaseline | null
}

function pathOf(reference: string, directory: string): string {
  const name = parseBaselineName(reference)
  if (name.kind === 'file') return isAbsolute(name.path) ? name.path : join(directory, name.path)
  if (name.kind === 'auto') return join(directory, BASELINE_PATH)
  throw new ParityError('usage', `a baseline cannot be saved to ${reference}`, 'leave it out, or write file:PATH')
}

/**
 * Makes the present state of this job the baseline: runs the chain, then writes the file.
 * Failing targets are kept as known failures; modules that are not verified are never saved.
 */
export async function saveBaseline(session: Session, options: CheckOptions): Promise<SaveOutcome> {
  const path = pathOf(options.baseline ?? options.config.baseline ?? 'auto', options.directory)
  const chain = await withDeclared(session, options.directory, async () => runChain(session, { ...options, keepProofs: true }, 'build'))
  const saved = chain.sound && chain.integrity.outcome !== 'failed' ? await save(session.host, path, [chain.snapshot]) : null
  const concluded = conclude({ ...chain, job: chain.snapshot.job, timings: chain.recording.watch.read() }, options)
  return { ...concluded, snapshot: chain.snapshot, saved }
}

/** Where the baseline of a project comes from and why it is trusted. */
export async function showBaseline(
  session: Session,
  options: Pick<ProjectOptions, 'directory' | 'config'> & Pick<CheckOptions, 'baseline' | 'event' | 'mergeBase'>,
): Promise<BaselineReading> {
  const { host, signal } = session
  return await readBaseline(host, {
    reference: options.baseline ?? options.config.baseline ?? 'auto',
    directory: options.directory,
    change: detectChange(host.env, options.event),
    ...(options.mergeBase === undefined ? {} : { fetchAtMergeBase: options.mergeBase }),
    ...(signal === undefined ? {} : { signal }),
  })
}
