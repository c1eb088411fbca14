import type { Layer } from '../snapshot/index.js';
import { type LayerFacts } from './layers.js';
import type { GoModState, ModuleState } from './module-states.js';
/** Hashes by `path@version` and `path@version/go.mod`, as go.sum has them. */
export type SumIndex = ReadonlyMap<string, readonly string[]>;
/** The layers of the module cache. */
export type CacheLayer = 'ziphash' | 'zip' | 'directory';
/** How one module version came out, layer by layer; `null` where there is nothing to compare. */
export interface ModuleJudgement {
    readonly state: ModuleState;
    readonly ok: Readonly<Record<CacheLayer, boolean | null>>;
    /** What zip and directory must hash to: the recorded hash, as go believes it; without one the lines of go.sum. */
    readonly expected: readonly string[];
}
/**
 * Compares link by link: go.sum ↔ recorded hash ↔ zip ↔ extracted directory. Where go recorded no hash it computes one from the zip
 * and compares that with go.sum, and so do we: an empty or missing .ziphash is no fault.
 */
export declare function judgeModule(state: ModuleState, sums: SumIndex): ModuleJudgement;
/** Whether any layer of a module version failed. */
export declare function isWrong({ ok }: ModuleJudgement): boolean;
/** Whether a cached go.mod is what go.sum says; `null` without a line. */
export declare function judgeGoMod({ key, hash }: GoModState, sums: SumIndex): boolean | null;
/** The layers of the module cache, counted. `missingSums`: what go.sum lacks and the build needs; other gaps are none. */
export declare function layersOfCache(modules: readonly ModuleJudgement[], goMods: readonly (boolean | null)[], missingSums: readonly string[]): Pick<Record<Layer, LayerFacts>, CacheLayer | 'go.mod'>;
