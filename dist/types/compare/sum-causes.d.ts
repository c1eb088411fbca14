import type { Snapshot } from '../snapshot/index.js';
import { type Axis } from './axes.js';
import type { SharedRoot } from './build-lists.js';
import type { SharedSums, SumLine } from './sum-lines.js';
/** What the causes of lines are looked up in. */
export interface SumContext {
    readonly shared: SharedRoot;
    readonly sums: SharedSums;
    readonly snapshots: readonly Snapshot[];
    readonly axes: readonly Axis[];
}
/** Finds the cause of a line that not all jobs have; `null` when nothing that was recorded accounts for it. */
export declare function findCauses(context: SumContext): (line: SumLine) => string | null;
