import type { GoModState } from './module-states.js';
import type { ModuleJudgement } from './judge-states.js';
import type { RootReading } from './read-root.js';
import type { Dispute } from './testimony.js';
/** What go.sum and the places of the module cache say of a module version. */
export declare function moduleDispute(reading: RootReading, { state }: ModuleJudgement): Dispute;
/** The same of a cached go.mod. */
export declare function goModDispute(reading: RootReading, state: GoModState): Dispute;
/** What go refused on its way into the module cache, by its own words; each version once. */
export declare function refusalDisputes(reading: RootReading, text: string): readonly Dispute[];
