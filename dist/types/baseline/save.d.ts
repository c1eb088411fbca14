import type { Host } from '../host/index.js';
import type { Snapshot } from '../snapshot/index.js';
/** What a saved baseline holds now: labels of jobs. */
export interface SavedBaseline {
    readonly path: string;
    readonly saved: readonly string[];
    /** Jobs of the file that were there and were kept. */
    readonly kept: readonly string[];
    /** The file had these very bytes already. */
    readonly unchanged: boolean;
}
/** The text of a file, or `null` when it is not there. Throws `baseline-unreadable`. */
export declare function readBaselineText(host: Host, path: string): Promise<string | null>;
/**
 * Makes snapshots the baseline in a file (absolute path): each replaces the entry of its job, other jobs stay.
 * Throws `write-failed` (the file is then as before), and `baseline-unreadable` or `baseline-newer`
 * when the file that is there would be lost.
 */
export declare function saveBaseline(host: Host, path: string, snapshots: readonly Snapshot[]): Promise<SavedBaseline>;
