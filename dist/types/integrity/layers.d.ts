import type { GoResult } from '../go/index.js';
import type { Integrity, Layer, LayerOutcome, LayerResult } from '../snapshot/index.js';
/** Every layer, in the order in which they are looked at and shown. */
export declare const LAYERS: readonly Layer[];
/** A layer without its name. */
export type LayerFacts = Omit<LayerResult, 'layer'>;
/** Facts of the layers that are known; what is not among them was not looked at. */
export type KnownLayers = Readonly<Partial<Record<Layer, LayerFacts>>>;
/** A layer that was not looked at, and why. */
export declare function notLookedAt(reason: string): LayerFacts;
/** A layer that this root does not have, or that was not asked for. */
export declare function notApplicable(reason: string): LayerFacts;
/** A layer that was looked at: failed when anything in it failed, unknown with the reason when it is only a part; of nothing, nothing is said. */
export declare function lookedAt(checked: number, failed: number, part?: string): LayerFacts;
/** The whole from its layers: failed before unknown before ok; what is not applicable does not count. */
export declare function outcomeOf(layers: readonly LayerFacts[]): LayerOutcome;
/** All layers in order; those not `known` get `rest`. */
export declare function assemble(known: KnownLayers, rest: LayerFacts): Integrity;
/** The sums of the layers of several roots, as one result for the project. */
export declare function mergeIntegrity(parts: readonly Integrity[]): Integrity;
/** Which layer go refused, by its words; `null` when the failure is of another kind (network, a missing folder). */
export declare function refusedLayer(text: string): 'ziphash' | 'go.mod' | null;
/** The same with other facts of one layer. */
export declare function withLayer(integrity: Integrity, layer: Layer, facts: LayerFacts): Integrity;
/** Whether go ended because something was not what go.sum says. */
export declare function isRefusal(result: GoResult): boolean;
