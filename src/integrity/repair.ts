import { ParityError } from '../errors.js'
import { cachePlaces, type CachePlaces, type Go, type GoResult } from '../go/index.js'
import type { Host } from '../host/index.js'
import { findGoFlag, sumKey } from '../modules/index.js'
import type { Fix } from '../report/index.js'
import { redact } from '../snapshot/index.js'
import { readDownloadNote } from './download-note.js'
import { readGoModStates, readModuleStates } from './module-states.js'
import { nodeMoves, type Moves } from './moves.js'
import { describeFailure, discard, liesInCache, putBack, recover, setAside, type Aside } from './repair-aside.js'
import type { GoValues } from './roots.js'
import { isNameable, makeEmptyMain, sameToolchain, withTemporaryFolder, type ModuleVersion } from './throwaway-module.js'

/** Long enough for a large module over a slow line. */
const DEADLINE_MS = 300_000

/** One module version to be fetched anew. */
export interface RepairCase extends ModuleVersion {
  /** Hashes of go.sum for the module and for its go.mod file, in the order of the file: what the new copy must be. */
  readonly sums: readonly string[]
  readonly goModSums: readonly string[]
}

/** How the repair of one module version ended. */
export interface RepairOutcome extends ModuleVersion {
  /**
   * `repaired`: fetched anew, and what go.sum says. `sound`: it was that before, and nothing was touched. `unchanged`: it is as it was
   * before, for `reason`. `missing`: neither a new copy nor, for `reason`, the old one is there; go fetches it when it needs it.
   */
  readonly outcome: 'repaired' | 'sound' | 'unchanged' | 'missing'
  /** One sentence without a machine path; `null` when there is nothing to say. */
  readonly reason: string | null
  /** Names of what was set aside and could not be removed. Go does not look at it. */
  readonly left: readonly string[]
  /** What remains to be done by hand. */
  readonly fix: readonly Fix[]
}

export interface RepairOptions {
  /** Ends the repair between two steps; the module under way is put back. */
  readonly signal?: AbortSignal
  readonly moves?: Moves
}

interface Workplace {
  readonly host: Host
  readonly go: Go
  readonly env: GoValues
  readonly cache: string
  readonly moves: Moves
  readonly stopIfCancelled: () => void
}

/** What is wrong with a module version in the cache, `null` for nothing. `wanted`: the zip and the directory have to be there. */
async function findFault({ host, cache }: Workplace, repair: RepairCase, wanted: boolean): Promise<string | null> {
  const [[state], [goMod]] = await Promise.all([readModuleStates(host, cache, [repair]), readGoModStates(host, cache, [repair])])
  const { sums, goModSums } = repair
  if (goMod === undefined) return 'its go.mod file is not there'
  if (goModSums.length > 0 && (goMod.hash === null || !goModSums.includes(goMod.hash))) return 'its go.mod file is not what go.sum says'
  if (state === undefined || (state.zip === null && state.directory === null)) return wanted ? 'it is not there' : null
  if (state.zip !== null && (state.zip.h1 === null || !sums.includes(state.zip.h1))) return 'its zip is not what go.sum says'
  if (wanted && state.zip === null) return 'its zip is not there'
  if (state.recorded !== null && !sums.includes(state.recorded)) return 'the recorded hash is not what go.sum says'
  if (state.directory !== null && (state.directory.h1 === null || !sums.includes(state.directory.h1)))
    return 'its extracted directory is not what go.sum says'
  return wanted && state.directory === null ? 'its extracted directory is not there' : null
}

function firstLine(result: GoResult, folder: string): string {
  if (result.ending === 'timed-out') return `it was not fetched within ${String(DEADLINE_MS / 1000)} seconds`
  const { error } = readDownloadNote(result)
  const lines = (error === '' ? result.stderr.text : error).split('\n').map((line) => line.trim())
  const line = lines.find((text) => text !== '' && !text.startsWith('go: downloading')) ?? 'go says nothing'
  return redact(line.replaceAll(folder, '')).slice(0, 300)
}

/**
 * Lets go fetch it into the real cache, held against these lines of go.sum and nothing else of the project: what the project needs
 * besides is neither fetched nor written. Without its zip only the go.mod file is wanted.
 */
async function fetchAgain({ host, go, env }: Workplace, repair: RepairCase, zip: boolean): Promise<string | null> {
  const { path, version, sums, goModSums } = repair
  const lines = [...sums.map((hash) => `${path} ${version} ${hash}\n`), ...goModSums.map((hash) => `${path} ${version}/go.mod ${hash}\n`)]
  const writable = findGoFlag(env.values['GOFLAGS'] ?? '', 'modcacherw')
  return withTemporaryFolder(host, async (folder) => {
    const key = sumKey(path, version, false)
    const result = await go.run([...(zip ? ['mod', 'download'] : ['list', '-m']), '-json', key], {
      cwd: await makeEmptyMain(host, folder, lines.join('')),
      deadlineMs: DEADLINE_MS,
      env: {
        ...sameToolchain(go, env),
        GOMODCACHE: env.values['GOMODCACHE'],
        GOFLAGS: writable === null || writable === 'false' ? '-mod=mod' : '-mod=mod -modcacherw',
      },
    })
    return result.ending === 'exited' && result.exitCode === 0 ? null : firstLine(result, folder)
  })
}

/** An index of file names and imports is kept in the build cache for each directory of the module cache, and never made again. */
const STALE_INDEX: Fix = {
  command: 'go clean -cache',
  why: 'the build cache may remember the names and imports of the files as they were; needed only if something was built with them',
}

async function replace(
  work: Workplace,
  repair: RepairCase,
  places: CachePlaces,
  zip: boolean,
): Promise<Omit<RepairOutcome, keyof ModuleVersion>> {
  const { host, moves, stopIfCancelled } = work
  const nothing = { left: [], fix: [] }
  let aside: Aside
  try {
    aside = await setAside(host, moves, places)
  } catch (error) {
    return { outcome: 'unchanged', reason: describeFailure(error), ...nothing }
  }
  const hadDirectory = aside.moved.includes(places.directory)
  let isKept = false
  try {
    stopIfCancelled()
    const refusal = await fetchAgain(work, repair, zip)
    stopIfCancelled()
    // By what lies there, not by how go ended: it also fails, after the download, over the go line of a module.
    const fault = await findFault(work, repair, zip)
    if (fault === null) {
      isKept = true
      return { outcome: 'repaired', reason: null, left: await discard(host, aside), fix: hadDirectory ? [STALE_INDEX] : [] }
    }
    const lost = await putBack(host, moves, aside)
    isKept = true
    const reason = refusal ?? `what was fetched is not right: ${fault}`
    if (lost.length === 0) return { outcome: 'unchanged', reason, ...nothing }
    return { outcome: 'missing', reason: `${reason}; not put back: ${lost.join(', ')}`, ...nothing }
  } finally {
    // Cancelled, or something broke that nobody thought of.
    if (!isKept) await putBack(host, moves, aside)
  }
}

async function repairModule(work: Workplace, repair: RepairCase): Promise<RepairOutcome> {
  const { host, cache, moves } = work
  const { path, version, sums, goModSums } = repair
  const end = (rest: Omit<RepairOutcome, keyof ModuleVersion>): RepairOutcome => ({ path, version, ...rest })
  const unchanged = (reason: string): RepairOutcome => end({ outcome: 'unchanged', reason, left: [], fix: [] })
  if (!isNameable(repair)) return unchanged('its name is not one that go could fetch')
  const places = cachePlaces(cache, path, version)
  if (!(await liesInCache(host, cache, places)))
    return unchanged('a symbolic link leads out of the module cache: nothing behind it is touched')
  try {
    await recover(host, moves, places)
    const there = await Promise.all([places.zip, places.ziphash, places.directory].map(async (place) => host.files.status(place)))
    const zip = there.some((status) => status !== null)
    if ((zip && sums.length === 0) || (!zip && goModSums.length === 0))
      return unchanged('go.sum has no line for it, so nothing could tell whether a new copy is right')
    if ((await findFault(work, repair, false)) === null) return end({ outcome: 'sound', reason: null, left: [], fix: [] })
    return end(await replace(work, repair, places, zip))
  } catch (error) {
    if (error instanceof ParityError) throw error
    return unchanged(describeFailure(error))
  }
}

/**
 * Removes these module versions from the module cache, one after the other, fetches each again and holds it against go.sum. Nothing
 * else is touched: not go.sum, not another version. All steps are renames inside the folder of the version, so that it is the
 * old one, the new one or not there for every go command that looks meanwhile, and it is put back when it cannot be fetched, is not
 * right, or the repair is cancelled. What a killed repair left is put right by the next one. `env`: GOMODCACHE, GOROOT, GOFLAGS.
 * Throws `cancelled` and `go-missing`.
 */
export async function repairModules(
  host: Host,
  go: Go,
  env: GoValues,
  cases: readonly RepairCase[],
  { signal, moves = nodeMoves }: RepairOptions = {},
): Promise<readonly RepairOutcome[]> {
  const stopIfCancelled = (): void => {
    if (signal?.aborted === true) throw new ParityError('cancelled', 'cancelled while modules were repaired')
  }
  const work = { host, go, env, cache: env.values['GOMODCACHE'] ?? '', moves, stopIfCancelled }
  const outcomes: RepairOutcome[] = []
  for (const repair of cases) {
    stopIfCancelled()
    outcomes.push(await repairModule(work, repair))
  }
  return outcomes
}
