import type { Layer } from '../snapshot/index.js'
import { lookedAt, type LayerFacts } from './layers.js'
import type { GoModState, ModuleState } from './module-states.js'

/** Hashes by `path@version` and `path@version/go.mod`, as go.sum has them. */
export type SumIndex = ReadonlyMap<string, readonly string[]>

/** The layers of the module cache. */
export type CacheLayer = 'ziphash' | 'zip' | 'directory'

/** How one module version came out, layer by layer; `null` where there is nothing to compare. */
export interface ModuleJudgement {
  readonly state: ModuleState
  readonly ok: Readonly<Record<CacheLayer, boolean | null>>
  /** What zip and directory must hash to: the recorded hash, as go believes it; without one the lines of go.sum. */
  readonly expected: readonly string[]
}

/** `null`: there is nothing to compare with. */
function fits(hash: string | null, among: readonly string[]): boolean | null {
  return among.length === 0 ? null : hash !== null && among.includes(hash)
}

/**
 * Compares link by link: go.sum ↔ recorded hash ↔ zip ↔ extracted directory. Where go recorded no hash it computes one from the zip
 * and compares that with go.sum, and so do we: an empty or missing .ziphash is no fault.
 */
export function judgeModule(state: ModuleState, sums: SumIndex): ModuleJudgement {
  const { key, recorded, zip, directory } = state
  const lines = sums.get(key)
  const expected = recorded === null ? (lines ?? []) : [recorded]
  const zipFits = zip === null ? null : fits(zip.h1, expected)
  // With nothing to go by, a directory must at least be what its zip is.
  const alike = expected.length > 0 ? expected : zip?.h1 == null ? [] : [zip.h1]
  return {
    state,
    ok: {
      ziphash: recorded === null || lines === undefined ? null : lines.includes(recorded),
      zip: zip !== null && zip.h1 === null ? false : zipFits,
      directory: directory === null ? null : directory.h1 === null ? false : fits(directory.h1, alike),
    },
    expected: alike,
  }
}

/** Whether any layer of a module version failed. */
export function isWrong({ ok }: ModuleJudgement): boolean {
  return Object.values(ok).includes(false)
}

/** Whether a cached go.mod is what go.sum says; `null` without a line. */
export function judgeGoMod({ key, hash }: GoModState, sums: SumIndex): boolean | null {
  const lines = sums.get(key)
  return lines === undefined ? null : hash !== null && lines.includes(hash)
}

function names(keys: readonly string[]): string {
  const shown = keys.slice(0, 5).join(', ')
  return keys.length > 5 ? `${shown} and ${String(keys.length - 5)} more` : shown
}

function count(oks: readonly (boolean | null)[], part?: string): LayerFacts {
  return lookedAt(oks.filter((ok) => ok !== null).length, oks.filter((ok) => ok === false).length, part)
}

/** The layers of the module cache, counted. `missingSums`: what go.sum lacks and the build needs; other gaps are none. */
export function layersOfCache(
  modules: readonly ModuleJudgement[],
  goMods: readonly (boolean | null)[],
  missingSums: readonly string[],
): Pick<Record<Layer, LayerFacts>, CacheLayer | 'go.mod'> {
  const gap = (isGoMod: boolean): string | undefined => {
    const lacking = missingSums.filter((key) => key.endsWith('/go.mod') === isGoMod)
    return lacking.length === 0 ? undefined : `go.sum has no line for ${names(lacking)}`
  }
  return {
    ziphash: count(
      modules.map(({ ok }) => ok.ziphash),
      gap(false),
    ),
    zip: count(modules.map(({ ok }) => ok.zip)),
    directory: count(modules.map(({ ok }) => ok.directory)),
    'go.mod': count(goMods, gap(true)),
  }
}
