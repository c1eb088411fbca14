import type { DownloadedModule, VerifyProblem } from '../go/index.js'
import { sumKey } from '../modules/index.js'
import type { Integrity, Layer, LayerOutcome, LayerResult } from '../snapshot/index.js'

/** Every layer, in the order in which they are looked at and shown. */
export const LAYERS: readonly Layer[] = ['go.sum', 'ziphash', 'zip', 'directory', 'go.mod', 'vendor', 'checksum-database', 'build-cache']

/** A layer without its name. */
export type LayerFacts = Omit<LayerResult, 'layer'>

/** Facts of the layers that are known; what is not among them was not looked at. */
export type KnownLayers = Readonly<Partial<Record<Layer, LayerFacts>>>

/** A layer that was not looked at, and why. */
export function notLookedAt(reason: string): LayerFacts {
  return { outcome: 'unknown', checked: 0, failed: 0, reason }
}

/** A layer that this root does not have, or that was not asked for. */
export function notApplicable(reason: string): LayerFacts {
  return { outcome: 'not-applicable', checked: 0, failed: 0, reason }
}

/** A layer that was looked at: failed when anything in it failed, unknown with the reason when it is only a part; of nothing, nothing is said. */
export function lookedAt(checked: number, failed: number, part?: string): LayerFacts {
  if (failed > 0) return { outcome: 'failed', checked, failed }
  if (checked === 0 && part === undefined) return notApplicable('there is nothing to look at')
  return part === undefined ? { outcome: 'ok', checked, failed } : { outcome: 'unknown', checked, failed, reason: part }
}

/** Layers that goparity leaves to go, and says so. */
const LEFT_TO_GO: KnownLayers = {
  'checksum-database': notApplicable('go.sum answers first: go asks the database only for modules that go.sum lacks'),
  'build-cache': notApplicable('trusted as go trusts it'),
}

/** The whole from its layers: failed before unknown before ok; what is not applicable does not count. */
export function outcomeOf(layers: readonly LayerFacts[]): LayerOutcome {
  const outcomes = new Set(layers.map(({ outcome }) => outcome))
  for (const outcome of ['failed', 'unknown'] as const) if (outcomes.has(outcome)) return outcome
  return outcomes.has('ok') ? 'ok' : 'not-applicable'
}

/** All layers in order; those not `known` get `rest`. */
export function assemble(known: KnownLayers, rest: LayerFacts): Integrity {
  const all: KnownLayers = { ...LEFT_TO_GO, ...known }
  const layers = LAYERS.map((layer): LayerResult => ({ layer, ...(all[layer] ?? rest) }))
  return { outcome: outcomeOf(layers), layers }
}

function mergeLayer(layer: Layer, parts: readonly Integrity[]): LayerResult {
  const same = parts.flatMap((part) => part.layers.filter((result) => result.layer === layer))
  const outcome = outcomeOf(same)
  const reason = [...new Set(same.filter((result) => result.outcome === outcome).flatMap((result) => result.reason ?? []))].join('; ')
  const checked = same.reduce((total, result) => total + result.checked, 0)
  const failed = same.reduce((total, result) => total + result.failed, 0)
  return { layer, outcome, checked, failed, ...(reason === '' ? {} : { reason }) }
}

/** The sums of the layers of several roots, as one result for the project. */
export function mergeIntegrity(parts: readonly Integrity[]): Integrity {
  const layers = LAYERS.map((layer) => mergeLayer(layer, parts))
  return { outcome: outcomeOf(layers), layers }
}

function names(keys: readonly string[]): string {
  const shown = keys.slice(0, 5).join(', ')
  return keys.length > 5 ? `${shown} and ${String(keys.length - 5)} more` : shown
}

/** Compares the hashes of the module cache with the lines of go.sum; what go.sum has no line for is not compared, and told. */
function compareWithSums(
  modules: readonly DownloadedModule[],
  sums: ReadonlyMap<string, readonly string[]>,
  goMod: boolean,
  missingSums: readonly string[],
): LayerFacts {
  let checked = 0
  let failed = 0
  const lacking: string[] = []
  for (const { path, version, sum, goModSum } of modules) {
    const hash = goMod ? goModSum : sum
    const key = sumKey(path, version, goMod)
    const lines = sums.get(key)
    if (lines === undefined) lacking.push(key)
    else if (hash !== null) {
      checked++
      if (!lines.includes(hash)) failed++
    }
  }
  // Lines nobody needs are no gap: modules of the list of which nothing is built.
  const needed = new Set(missingSums)
  const gaps = lacking.filter((key) => needed.has(key))
  return lookedAt(checked, failed, gaps.length === 0 ? undefined : `go.sum has no line for ${names(gaps)}`)
}

/** `verifying PATH@VERSION[/go.mod]: checksum mismatch`, go's words when it refuses. */
const MISMATCH = /verifying \S+?@\S+?(?<mod>\/go\.mod)?: checksum mismatch/

/** Which layer go refused, by its words; `null` when the failure is of another kind (network, a missing folder). */
export function refusedLayer(text: string): 'ziphash' | 'go.mod' | null {
  const groups = MISMATCH.exec(text)
  if (groups === null) return null
  return groups.groups?.['mod'] === undefined ? 'ziphash' : 'go.mod'
}

/** Layers known after `go mod download`. */
export function layersOfDownload(
  modules: readonly DownloadedModule[],
  sums: ReadonlyMap<string, readonly string[]>,
  missingSums: readonly string[],
): Pick<Record<Layer, LayerFacts>, 'ziphash' | 'go.mod'> {
  return {
    ziphash: compareWithSums(modules, sums, false, missingSums),
    'go.mod': compareWithSums(modules, sums, true, missingSums),
  }
}

/** What was found of the extracted directories of replacements, which `go mod verify` never looks at. */
export interface ReplacementCheck {
  readonly checked: number
  /** `path@version` */
  readonly failed: readonly string[]
}

/** Layers known after `go mod verify`. `replaced` counts the replacements among the modules. */
export function layersOfVerify(
  modules: readonly DownloadedModule[],
  problems: readonly VerifyProblem[],
  replacements: ReplacementCheck,
): Pick<Record<Layer, LayerFacts>, 'zip' | 'directory'> & { readonly missingZiphash: number } {
  const count = (layer: VerifyProblem['layer']): number => problems.filter((problem) => problem.layer === layer).length
  const present = (key: 'zip' | 'directory'): number => modules.filter((module) => module[key] !== null).length
  const directories = present('directory') - replacements.checked
  return {
    zip: lookedAt(Math.max(present('zip') - replacements.checked, count('zip')), count('zip')),
    directory: lookedAt(Math.max(directories + replacements.checked, count('directory')), count('directory') + replacements.failed.length),
    missingZiphash: count('ziphash'),
  }
}
