import type { BaselineReference, Finding } from '../report/index.js';
import type { Snapshot } from '../snapshot/index.js';
import type { BaselineRun } from './run-of.js';
/** What came of looking for a baseline. */
export type BaselineReading = 
/** There is none; `proposed` when this very change brings the first one, which it cannot be judged by. */
{
    readonly kind: 'none';
    readonly reason: string;
    readonly proposed?: readonly Snapshot[];
    readonly edited?: Finding;
}
/** `edited` and `proposed`: this change edits the baseline; both comparisons belong into the report. */
 | {
    readonly kind: 'found';
    readonly snapshots: readonly Snapshot[];
    readonly reference: BaselineReference;
    readonly edited?: Finding;
    readonly proposed?: readonly Snapshot[];
    /** The run that an artifact was made by. */
    readonly run?: BaselineRun;
}
/** There is one, or one was named, and it cannot be trusted or read: the verdict is `unknown`. `reason` is a sentence. */
 | {
    readonly kind: 'unusable';
    readonly reference: BaselineReference;
    readonly reason: string;
};
/**
 * Reads a file of the repository as of the merge base of the change, by other means than git (an API).
 * `path` is POSIX, from the top of the repository; `text` is `null` when the file is not there.
 */
export type MergeBaseSource = (path: string) => Promise<{
    readonly commit: string;
    readonly text: string | null;
}>;
