import type { Host } from '../host/index.js';
import type { Change } from './change.js';
import type { BaselineReading, MergeBaseSource } from './reading.js';
/** Where a project keeps its baseline, from its directory. */
export declare const BASELINE_PATH: string;
export interface ReadBaselineOptions {
    /** `auto`, `none`, `file:PATH` or `git:REF`. */
    readonly reference: string;
    /** Absolute directory of the project. */
    readonly directory: string;
    /** The file that `auto` and `git:REF` mean, from that directory (default `.goparity/baseline.json`). */
    readonly path?: string;
    /** `detectChange`: in a change only what its target branch had is trusted. */
    readonly change: Change | null;
    /** Used when the clone does not reach the merge base. */
    readonly fetchAtMergeBase?: MergeBaseSource;
    readonly signal?: AbortSignal;
}
/**
 * Finds the baseline. In a pull request it is read from the merge base, so that the change it judges cannot forge it;
 * elsewhere from the working tree. Throws `usage` for a reference that is not understood, `baseline-unreadable` and
 * `baseline-newer` for a file that is there (or was named) and cannot be read, `git-failed` for a named commit that is not there.
 */
export declare function readBaseline(host: Host, options: ReadBaselineOptions): Promise<BaselineReading>;
