import { type Job, type Snapshot } from '../snapshot/index.js';
/** A job of the baseline, and why it is the one to compare with. */
export interface PickedJob {
    readonly snapshot: Snapshot;
    /** One sentence without a full stop. */
    readonly reason: string;
    /** Another job stands in for this one: differences may be those of the two jobs. */
    readonly standsIn: boolean;
}
/**
 * The baseline's snapshot for a job: the same job; else the only one; else the first on the same platform (`linux/amd64`).
 * `null` when none of them fits.
 */
export declare function pickBaselineJob(snapshots: readonly Snapshot[], job: Job, platform?: string): PickedJob | null;
