import type { ExpectedJobs, FailOn } from '../compare/index.js';
import type { Config } from '../config/index.js';
import { type RunReport } from './report.js';
import type { Session } from './session.js';
/** Options of `compare`. */
export interface CompareOptions {
    /** Snapshot files, baseline files, or folders of them (`*.json`); the order counts for two. */
    readonly paths: readonly string[];
    readonly config: Config;
    readonly version: string;
    readonly failOn?: FailOn;
    /** What must be among them; default: what the snapshots themselves tell of their matrix. */
    readonly expected?: ExpectedJobs;
    /** Also compare with a baseline: `file:PATH` or `git:REF`, from `directory`. */
    readonly baseline?: string;
    /** Absolute directory of the project. */
    readonly directory?: string;
}
/**
 * Compares the snapshots of several jobs with one another: two in their order, more by consensus and outliers; with a
 * baseline also each job with itself there. Asks neither go nor the network.
 * Throws `snapshot-unreadable`, `snapshot-newer`, `usage`, and as `readBaseline`.
 */
export declare function compare(session: Session, options: CompareOptions): Promise<RunReport>;
