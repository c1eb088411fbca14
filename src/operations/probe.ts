import { resolve } from 'node:path'
import { ParityError, toError } from '../errors.js'
import { openGo } from '../go/index.js'
import { compareProbes, MAX_PROBE_BYTES, parseProbe, probeMachine, type ProbeComparison, type ProbeDocument } from '../probes/index.js'
import type { Session } from './session.js'

/** The largest matrix that GitHub runs. */
const MAX_PROBES = 256

/** What a probe of this machine is asked for. */
export interface ProbeSettings {
  /** Absolute: the go command is the one that counts there. */
  readonly directory: string
  /** Version of goparity. */
  readonly version: string
  /** Also what takes half a minute of waiting. */
  readonly slow?: boolean
}

/**
 * Measures the resolver, the clock, os/user and libc of this machine by small programs, with cgo and without. Nothing is sent beyond it.
 * Throws `directory-missing`, `go-missing`, `go-unreadable` and `cancelled`; what cannot be measured is in `degraded`.
 */
export async function probe({ host, signal, progress }: Session, { directory, version, slow }: ProbeSettings): Promise<ProbeDocument> {
  const go = openGo(host, { directory, ...(signal === undefined ? {} : { signal }) })
  return probeMachine(host, go, {
    version,
    ...(slow === undefined ? {} : { slow }),
    ...(signal === undefined ? {} : { signal }),
    tell: (text) => {
      progress({ kind: 'note', text })
    },
  })
}

/**
 * Compares results of earlier probes, two files or more, and measures nothing. Exit code 3 when a fact differs.
 * Throws `usage`, `snapshot-unreadable` and `snapshot-newer`.
 */
export async function compareProbeFiles(
  { host }: Session,
  { paths, version }: { readonly paths: readonly string[]; readonly version: string },
): Promise<{ readonly comparison: ProbeComparison; readonly exitCode: 0 | 3 }> {
  if (paths.length < 2)
    throw new ParityError(
      'usage',
      'one result alone cannot be compared',
      'name two or more; goparity probe --format json -o FILE writes one',
    )
  if (paths.length > MAX_PROBES) throw new ParityError('usage', `${String(paths.length)} results are more than ${String(MAX_PROBES)}`)
  const probes = []
  for (const path of paths) {
    let bytes
    try {
      bytes = await host.files.read(resolve(host.cwd, path), MAX_PROBE_BYTES)
    } catch (error) {
      throw new ParityError('snapshot-unreadable', `cannot read ${path}: ${toError(error).message}`, undefined, { cause: error })
    }
    if (bytes === null)
      throw new ParityError('snapshot-unreadable', `there is no ${path}`, 'write one with goparity probe --format json -o FILE')
    probes.push({ name: path, probe: parseProbe(new TextDecoder().decode(bytes), path) })
  }
  const comparison = compareProbes(probes, version)
  return { comparison, exitCode: comparison.differences.length === 0 ? 0 : 3 }
}
