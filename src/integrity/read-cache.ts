import type { DownloadedModule } from '../go/index.js'
import type { Host } from '../host/index.js'
import { indexGoSums, sumKey } from '../modules/index.js'
import { judgeGoMod, judgeModule, type ModuleJudgement } from './judge-states.js'
import { builtModules, readGoModStates, readModuleStates, type GoModState } from './module-states.js'
import type { RootReading } from './read-root.js'

interface Version {
  readonly path: string
  readonly version: string
}

/** What the module cache holds of a root, judged by go.sum. */
export interface CacheReading {
  readonly modules: readonly ModuleJudgement[]
  readonly goMods: readonly { readonly state: GoModState; readonly ok: boolean | null }[]
}

/** Each version once. */
function unique(versions: readonly Version[]): readonly Version[] {
  return [...new Map(versions.map(({ path, version }) => [sumKey(path, version, false), { path, version }])).values()]
}

function linesOf({ files }: RootReading, isGoMod: boolean): readonly Version[] {
  return unique(files.sums.flatMap(({ sum }) => sum.lines.filter(({ goMod }) => goMod === isGoMod)))
}

/** What is built and what go downloaded for it; all that go.sum names where the build list is not known. */
function modulesOf(reading: RootReading, downloaded: readonly DownloadedModule[]): readonly Version[] {
  if (reading.failed !== null) return linesOf(reading, false)
  return unique([...builtModules(reading.root.modules), ...downloaded.filter(({ version }) => version !== '')])
}

/** Reads what the module cache `cache` (GOMODCACHE) holds of the modules of a root and of every go.mod that go.sum names. */
export async function readCache(
  host: Host,
  cache: string,
  reading: RootReading,
  downloaded: readonly DownloadedModule[],
): Promise<CacheReading> {
  const sums = indexGoSums(reading.files.sums.map(({ sum }) => sum))
  const [states, goMods] = await Promise.all([
    readModuleStates(host, cache, modulesOf(reading, downloaded)),
    readGoModStates(host, cache, linesOf(reading, true)),
  ])
  return {
    modules: states.map((state) => judgeModule(state, sums)),
    goMods: goMods.map((state) => ({ state, ok: judgeGoMod(state, sums) })),
  }
}
