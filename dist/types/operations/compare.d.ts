import { type FailOn } from '../compare/index.js';
import type { Config } from '../config/index.js';
import type { Report } from '../report/index.js';
import type { Session } from './session.js';
/** Options of `compare`. */
export interface CompareOptions {
    /** Snapshot files, baseline files, or folders of them (`*.json`); the order counts for two. */
    readonly paths: readonly string[];
    readonly config: Config;
    readonly version: string;
    readonly failOn?: FailOn;
}
/**
 * Compares the snapshots of several jobs with one another: two in their order, more by consensus and outliers.
 * Asks neither go nor the network. Throws `snapshot-unreadable`, `snapshot-newer`, `usage`.
 */
export declare function compare(session: Session, options: CompareOptions): Promise<{
    readonly report: Report;
    readonly exitCode: 0 | 3;
}>;
