import { type BaselineRun } from './run-of.js';
import { type Snapshot } from '../snapshot/index.js';
/** A trusted run, as a file: one snapshot per job. */
export interface Baseline {
    readonly schema: 'goparity/baseline/1';
    /** Sorted by job id, each id once. */
    readonly snapshots: readonly Snapshot[];
    /** The run of GitHub Actions that it was made by; a file that a laptop saved has none. */
    readonly run?: BaselineRun;
}
/** Bytes of a baseline that are read at most. */
export declare const MAX_BASELINE_BYTES: number;
/**
 * Reads a baseline; `name` is what errors call it.
 * Throws `baseline-unreadable` (truncated, malformed, too large, too deep, a job twice) or `baseline-newer`.
 */
export declare function parseBaseline(text: string, name: string): Baseline;
/** The bytes of a baseline file: canonical, one entry per job, sorted, so that it diffs well in git. */
export declare function formatBaseline(snapshots: readonly Snapshot[], run?: BaselineRun): string;
