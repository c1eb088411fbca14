import { basename, isAbsolute, join } from 'node:path'
import { MAX_BASELINE_BYTES, parseBaseline } from '../baseline/index.js'
import type { NamedSnapshot } from '../compare/index.js'
import { ParityError, toError } from '../errors.js'
import type { Host } from '../host/index.js'
import { parseSnapshot } from '../snapshot/index.js'

/** The largest matrix that GitHub runs. */
const MAX_SNAPSHOTS = 256
/** Folders below a given one that are searched for snapshots: artifacts come one folder each. */
const MAX_DEPTH = 3

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
  return parse(await readText(host, path), shown)
}

function parse(text: string, shown: string): readonly NamedSnapshot[] {
  if (/"schema"\s*:\s*"goparity\/baseline\//.test(text))
    return parseBaseline(text, shown).snapshots.map((snapshot) => ({ name: shown, snapshot }))
  return [{ name: shown, snapshot: parseSnapshot(text, shown) }]
}

/** Name of an artifact without its attempt, and the attempt: `goparity-check-0123456789ab-2`. */
const ATTEMPT = /^(.*-[0-9a-f]{12})-(\d{1,6})\.json$/

/** What tells legs apart, and which attempt this is; of any other file its name and 0. */
function readAttempt(file: string): readonly [string, number] {
  const [, leg, attempt] = ATTEMPT.exec(basename(file)) ?? []
  return leg === undefined ? [file, 0] : [leg, Number(attempt)]
}

/** A leg that ran again left an artifact for each attempt: the newest counts. */
function newestAttempts(files: readonly string[]): readonly string[] {
  const newest = new Map<string, number>()
  for (const [leg, attempt] of files.map(readAttempt)) newest.set(leg, Math.max(attempt, newest.get(leg) ?? 0))
  return files.filter((file) => {
    const [leg, attempt] = readAttempt(file)
    return newest.get(leg) === attempt
  })
}

/** A downloaded run holds its report and its baseline beside the snapshots: they say nothing more. */
async function readFolder(host: Host, folder: string, shown: string): Promise<readonly NamedSnapshot[]> {
  const files = newestAttempts(await findFiles(host, folder, MAX_DEPTH))
  const found: NamedSnapshot[] = []
  const bundled: NamedSnapshot[] = []
  for (const file of files) {
    const name = join(shown, file.slice(folder.length + 1))
    const text = await readText(host, file)
    if (/"schema"\s*:\s*"goparity\/report\//.test(text.slice(0, 1000))) continue
    const read = parse(text, name)
    if (basename(file) === 'baseline.json') bundled.push(...read)
    else found.push(...read)
  }
  const there = new Set(found.map(({ snapshot }) => snapshot.job.id))
  const all = [...found, ...bundled.filter(({ snapshot }) => !there.has(snapshot.job.id))]
  if (all.length === 0)
    throw new ParityError('snapshot-unreadable', `there is no snapshot (*.json) in ${shown}`, 'download the artifacts of the jobs into it')
  if (all.length > MAX_SNAPSHOTS)
    throw new ParityError('usage', `${shown} holds ${String(all.length)} snapshots; at most ${String(MAX_SNAPSHOTS)} are compared`)
  return all
}

/**
 * The snapshots of a file (a snapshot, or a baseline with one for each job), or of all files (`*.json`) in a folder.
 * Throws `snapshot-unreadable`, `snapshot-newer`, `usage`.
 */
export async function readSnapshots(
  host: Host,
  shown: string,
): Promise<{ readonly kind: 'file' | 'folder'; readonly snapshots: readonly NamedSnapshot[] }> {
  const path = isAbsolute(shown) ? shown : join(host.cwd, shown)
  const real = await host.files.realPath(path)
  if ((await host.files.status(real))?.kind === 'directory') return { kind: 'folder', snapshots: await readFolder(host, real, shown) }
  return { kind: 'file', snapshots: await readFile(host, real, shown) }
}
