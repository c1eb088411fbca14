import { ParityError, toError } from '../errors.js'
import * as v from 'valibot'
import { baselineRunSchema, type BaselineRun } from './run-of.js'
import { byteOrder, canonicalJson, parseSnapshot, type Snapshot } from '../snapshot/index.js'

/** A trusted run, as a file: one snapshot per job. */
export interface Baseline {
  readonly schema: 'goparity/baseline/1'
  /** Sorted by job id, each id once. */
  readonly snapshots: readonly Snapshot[]
  /** The run of GitHub Actions that it was made by; a file that a laptop saved has none. */
  readonly run?: BaselineRun
}

/** Bytes of a baseline that are read at most. */
export const MAX_BASELINE_BYTES: number = 64 * 1024 * 1024

const SCHEMA = 'goparity/baseline/1'
/** A baseline nests about eight levels; the rest is for matrix values. */
const MAX_DEPTH = 64

function unreadable(name: string, why: string, cause?: unknown): ParityError {
  return new ParityError(
    'baseline-unreadable',
    `the baseline ${name} cannot be read: ${why}`,
    `take the last good version from git (git checkout HEAD -- PATH), or remove the file and write it anew: goparity baseline save`,
    { cause },
  )
}

/** The deepest nesting of brackets outside strings, without parsing: what is too deep must not reach a recursive reader. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === 0x5c) at += 1
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x5b || code === 0x7b) {
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (code === 0x5d || code === 0x7d) depth -= 1
  }
  return deepest
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readEntry(entry: unknown, place: string, name: string): Snapshot {
  try {
    return parseSnapshot(JSON.stringify(entry) ?? '', place)
  } catch (error) {
    if (error instanceof ParityError && error.code === 'snapshot-newer') throw newer(name, error)
    throw unreadable(name, toError(error).message, error)
  }
}

function newer(name: string, cause?: unknown): ParityError {
  return new ParityError(
    'baseline-newer',
    `the baseline ${name} was written by a later version of goparity`,
    'update goparity here, or save the baseline with this version: remove the file, then goparity baseline save',
    { cause },
  )
}

/**
 * Reads a baseline; `name` is what errors call it.
 * Throws `baseline-unreadable` (truncated, malformed, too large, too deep, a job twice) or `baseline-newer`.
 */
export function parseBaseline(text: string, name: string): Baseline {
  if (text.length > MAX_BASELINE_BYTES) throw unreadable(name, `it is larger than ${String(MAX_BASELINE_BYTES)} bytes`)
  if (/^(?:<{7}|={7}|>{7})/m.test(text)) throw unreadable(name, 'it holds the conflict markers of a merge')
  if (depthOf(text) > MAX_DEPTH) throw unreadable(name, `it nests deeper than ${String(MAX_DEPTH)} levels`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw unreadable(name, text.trim() === '' ? 'it is empty' : `it is no complete JSON (${toError(error).message})`, error)
  }
  if (!isObject(value)) throw unreadable(name, 'it is no JSON object')
  const schema = value['schema']
  if (schema !== SCHEMA) {
    const version = typeof schema === 'string' ? /^goparity\/baseline\/(\d{1,9})$/.exec(schema)?.[1] : undefined
    if (version !== undefined && Number(version) > 1) throw newer(name)
    throw unreadable(name, `its schema is ${JSON.stringify(schema)?.slice(0, 80) ?? 'missing'}; ${SCHEMA} is expected`)
  }
  const stranger = Object.keys(value).find((key) => key !== 'schema' && key !== 'snapshots' && key !== 'run')
  if (stranger !== undefined) throw unreadable(name, `it has an unknown field ${JSON.stringify(stranger.slice(0, 80))}`)
  const entries = value['snapshots']
  if (!Array.isArray(entries)) throw unreadable(name, 'snapshots is no list')
  const snapshots = entries.map((entry: unknown, index) => readEntry(entry, `snapshots[${String(index)}]`, name))
  const ids = new Set<string>()
  for (const { job } of snapshots) {
    if (ids.has(job.id)) throw unreadable(name, `the job ${job.label} is in it twice`)
    ids.add(job.id)
  }
  return { schema: SCHEMA, snapshots, ...readRun(value['run'], name) }
}

function readRun(value: unknown, name: string): { readonly run?: BaselineRun } {
  if (value === undefined) return {}
  const run = v.safeParse(baselineRunSchema, value)
  if (run.success) return { run: run.output }
  throw unreadable(name, `its run is not one: ${run.issues[0].message}`)
}

/** The bytes of a baseline file: canonical, one entry per job, sorted, so that it diffs well in git. */
export function formatBaseline(snapshots: readonly Snapshot[], run?: BaselineRun): string {
  const sorted = snapshots.toSorted((a, b) => byteOrder(a.job.id, b.job.id))
  return canonicalJson({ schema: SCHEMA, snapshots: sorted, ...(run === undefined ? {} : { run: { ...run } }) })
}
