import type { GoResult } from '../go/index.js'
import type { Integrity, Layer, LayerOutcome, LayerResult } from '../snapshot/index.js'

/** Every layer, in the order in which they are looked at and shown. */
export const LAYERS: readonly Layer[] = [
  'go.sum',
  'ziphash',
  'zip',
  'directory',
  'go.mod',
  'vendor',
  'checksum-database',
  'build-inputs',
  'build-cache',
]

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
  'build-inputs': notApplicable('not looked at'),
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
  const { 'build-inputs': inputs, ...others } = known
  // Settings that go past nothing verify nothing: a project without modules stays one of which nothing is said.
  const isIdle = inputs?.outcome === 'ok' && outcomeOf(Object.values(others)) === 'not-applicable'
  const all: KnownLayers = {
    ...LEFT_TO_GO,
    ...known,
    ...(isIdle ? { 'build-inputs': notApplicable('there are no modules to go past') } : {}),
  }
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

/** `verifying PATH@VERSION[/go.mod]: checksum mismatch`, go's words when it refuses. */
const MISMATCH = /verifying \S+?@\S+?(?<mod>\/go\.mod)?: checksum mismatch/

/** Which layer go refused, by its words; `null` when the failure is of another kind (network, a missing folder). */
export function refusedLayer(text: string): 'ziphash' | 'go.mod' | null {
  const groups = MISMATCH.exec(text)
  if (groups === null) return null
  return groups.groups?.['mod'] === undefined ? 'ziphash' : 'go.mod'
}

/** The same with other facts of one layer. */
export function withLayer(integrity: Integrity, layer: Layer, facts: LayerFacts): Integrity {
  const layers = integrity.layers.map((result) => (result.layer === layer ? { layer, ...facts } : result))
  return { outcome: outcomeOf(layers), layers }
}

/** Whether go ended because something was not what go.sum says. */
export function isRefusal(result: GoResult): boolean {
  return refusedLayer(result.stderr.text) !== null
}
