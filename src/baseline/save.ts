import { ParityError, toError } from '../errors.js'
import type { Host } from '../host/index.js'
import type { Snapshot } from '../snapshot/index.js'
import { formatBaseline, MAX_BASELINE_BYTES, parseBaseline } from './document.js'

/** What a saved baseline holds now: labels of jobs. */
export interface SavedBaseline {
  readonly path: string
  readonly saved: readonly string[]
  /** Jobs of the file that were there and were kept. */
  readonly kept: readonly string[]
  /** The file had these very bytes already. */
  readonly unchanged: boolean
}

/** The text of a file, or `null` when it is not there. Throws `baseline-unreadable`. */
export async function readBaselineText(host: Host, path: string): Promise<string | null> {
  try {
    const bytes = await host.files.read(path, MAX_BASELINE_BYTES)
    return bytes === null ? null : new TextDecoder('utf-8').decode(bytes)
  } catch (error) {
    throw new ParityError(
      'baseline-unreadable',
      `the baseline cannot be read: ${toError(error).message}`,
      'take away what is in its place, or name another one with --baseline file:PATH',
      { cause: error },
    )
  }
}

/**
 * Makes snapshots the baseline in a file (absolute path): each replaces the entry of its job, other jobs stay.
 * Throws `write-failed` (the file is then as before), and `baseline-unreadable` or `baseline-newer`
 * when the file that is there would be lost.
 */
export async function saveBaseline(host: Host, path: string, snapshots: readonly Snapshot[]): Promise<SavedBaseline> {
  const text = await readBaselineText(host, path)
  const there = text === null ? [] : parseBaseline(text, path).snapshots
  const fresh = new Map(snapshots.map((snapshot) => [snapshot.job.id, snapshot]))
  const kept = there.filter(({ job }) => !fresh.has(job.id))
  const content = formatBaseline([...kept, ...fresh.values()])
  const unchanged = content === text
  if (!unchanged) await host.files.writeAtomically(path, content)
  return {
    path,
    saved: [...fresh.values()].map(({ job }) => job.label),
    kept: kept.map(({ job }) => job.label),
    unchanged,
  }
}
