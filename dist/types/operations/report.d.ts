import type { BaselineReading } from '../baseline/index.js';
import { type ChangeFacts, type ExpectedJobs, type FailOn, type NamedSnapshot } from '../compare/index.js';
import { type Config } from '../config/index.js';
import type { Degrade, Report } from '../report/index.js';
import type { Session } from './session.js';
import { type Stopwatch } from './stopwatch.js';
/** Something that was to be a snapshot and is none. */
export interface RefusedSnapshot {
    /** Name of the artifact or file. */
    readonly name: string;
    /** One sentence without a full stop. */
    readonly why: string;
}
/** All that is known of a run, and how to judge it. */
export interface ReportOptions {
    /** One per job, the newest attempt of each. */
    readonly snapshots: readonly NamedSnapshot[];
    readonly refused: readonly RefusedSnapshot[];
    readonly expected: ExpectedJobs;
    /** `null`: nobody asked for one. */
    readonly baseline: BaselineReading | null;
    /** `null`: nobody can tell what was changed. */
    readonly change: ChangeFacts | null;
    /** What the face could not do before. */
    readonly degraded: readonly Degrade[];
    readonly config: Config;
    readonly version: string;
    readonly failOn?: FailOn;
    /** Why nothing of this proves anything, however good it looks: the verdict is then never ok. */
    readonly unproven?: string;
    /** The clock of the whole work, when it began before this. */
    readonly watch?: Stopwatch;
}
/** A run as one answer. */
export interface RunReport {
    readonly report: Report;
    readonly exitCode: 0 | 3;
}
/**
 * Folds the jobs of a run into one report: against one another, against what was expected, and against the baseline.
 * Asks neither go nor the network.
 */
export declare function report(session: Session, options: ReportOptions): RunReport;
