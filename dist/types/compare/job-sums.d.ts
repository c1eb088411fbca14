import type { Finding, ModuleDrift, SumDrift } from '../report/index.js';
import type { Snapshot } from '../snapshot/index.js';
import type { Axis } from './axes.js';
import { type JobLabel } from './job-labels.js';
import { type IgnoreRule } from './policy.js';
/** What go.sum is compared with and by. */
export interface SumsInput {
    readonly snapshots: readonly Snapshot[];
    readonly axes: readonly Axis[];
    /** One per snapshot, in the same order. */
    readonly jobs: readonly JobLabel[];
    readonly ignore: readonly IgnoreRule[];
    /** Differences of the build lists: a hash that they tell of is not told again. */
    readonly modules: readonly ModuleDrift[];
}
interface RootSums {
    readonly rows: readonly SumDrift[];
    readonly findings: readonly Finding[];
}
/**
 * Compares go.sum over the jobs as a set of lines: a row for each that not all have, with its cause, and one finding a root;
 * an error for each version that has several hashes. Jobs that did not record go.sum as a whole are left out.
 */
export declare function compareSums(input: SumsInput): RootSums;
export {};
