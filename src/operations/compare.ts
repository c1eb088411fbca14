import { isAbsolute, join } from 'node:path'
import { MAX_BASELINE_BYTES, parseBaseline } from '../baseline/index.js'
import { applyPolicy, compareJobs, exitCodeOf, verdictOf, type FailOn, type NamedSnapshot } from '../compare/index.js'
import type { Config } from '../config/index.js'
import { ParityError, toError } from '../errors.js'
import type { Host } from '../host/index.js'
import type { Report } from '../report/index.js'
import { parseSnapshot } from '../snapshot/index.js'
import type { Session } from './session.js'
import { startStopwatch } from './stopwatch.js'

/** The largest matrix that GitHub runs. */
const MAX_SNAPSHOTS = 256
/** Folders below a given one that are searched for snapshots: artifacts come one folder each. */
const MAX_DEPTH = 3

/** Options of `compare`. */
export interface CompareOptions {
  /** Snapshot files, baseline files, or folders of them (`*.json`); the order counts for two. */
  readonly paths: readonly string[]
  readonly config: Config
  readonly version: string
  readonly failOn?: FailOn
}

async function readText(host: Host, path: string): Promise<string> {
  let bytes
  try {
    bytes = await host.files.read(path, MAX_BASELINE_BYTES)
  } catch (error) {
    throw new ParityError('snapshot-unreadable', `cannot read ${path}: ${toError(error).message}`, undefined, { cause: error })
  }
  if (bytes === null) throw new ParityError('snapshot-unreadable', `there is no snapshot ${path}`, 'write one with goparity record -o FILE')
  return new TextDecoder().decode(bytes)
}

/** The JSON files of a folder, those of its folders after them. */
async function findFiles(host: Host, folder: string, depth: number): Promise<readonly string[]> {
  const entries = await host.files.list(folder)
  const here = entries.filter(({ name, kind }) => kind === 'file' && name.endsWith('.json')).map(({ name }) => join(folder, name))
  if (depth === 0) return here
  const below = []
  for (const { name, kind } of entries) if (kind === 'directory') below.push(...(await findFiles(host, join(folder, name), depth - 1)))
  return [...here, ...below]
}

/** One file holds one snapshot, or a baseline with one for each job. */
async function readFile(host: Host, path: string, shown: string): Promise<readonly NamedSnapshot[]> {
  const text = await readText(host, path)
  if (/"schema"\s*:\s*"goparity\/baseline\//.test(text))
    return parseBaseline(text, shown).snapshots.map((snapshot) => ({ name: shown, snapshot }))
  return [{ name: shown, snapshot: parseSnapshot(text, shown) }]
}

async function readPath(host: Host, shown: string): Promise<readonly NamedSnapshot[]> {
  const path = isAbsolute(shown) ? shown : join(host.cwd, shown)
  const real = await host.files.realPath(path)
  if ((await host.files.status(real))?.kind !== 'directory') return readFile(host, real, shown)
  const files = await findFiles(host, real, MAX_DEPTH)
  if (files.length === 0)
    throw new ParityError('snapshot-unreadable', `there is no snapshot (*.json) in ${shown}`, 'download the artifacts of the jobs into it')
  if (files.length > MAX_SNAPSHOTS)
    throw new ParityError('usage', `${shown} holds ${String(files.length)} files; at most ${String(MAX_SNAPSHOTS)} snapshots are compared`)
  const found = []
  for (const file of files) found.push(...(await readFile(host, file, join(shown, file.slice(real.length + 1)))))
  return found
}

/**
 * Compares the snapshots of several jobs with one another: two in their order, more by consensus and outliers.
 * Asks neither go nor the network. Throws `snapshot-unreadable`, `snapshot-newer`, `usage`.
 */
export async function compare(session: Session, options: CompareOptions): Promise<{ readonly report: Report; readonly exitCode: 0 | 3 }> {
  const { host } = session
  const { config, failOn = config.failOn ?? 'error' } = options
  const watch = startStopwatch(session)
  const named = []
  for (const path of options.paths) named.push(...(await readPath(host, path)))
  if (named.length < 2) {
    throw new ParityError(
      'usage',
      `compare needs at least two snapshots, and ${String(named.length)} was given`,
      'goparity compare a.json b.json, or a folder that holds several',
    )
  }
  const compared = compareJobs(named)
  const { findings } = applyPolicy(compared.findings, config)
  const verdict = verdictOf({ findings, integrity: null, failOn })
  const report: Report = {
    schema: 'goparity/report/1',
    tool: { version: options.version },
    verdict,
    jobs: compared.jobs,
    findings,
    integrity: { outcome: 'not-applicable', layers: [] },
    targets: [],
    comparison: { baseline: null, environment: compared.environment, modules: compared.modules },
    degraded: [],
    timings: watch.read(),
  }
  return { report, exitCode: exitCodeOf(verdict, findings, failOn) }
}
