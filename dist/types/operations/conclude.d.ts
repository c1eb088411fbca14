import { type FailOn } from '../compare/index.js';
import type { Ledger } from '../integrity/index.js';
import type { Config } from '../config/index.js';
import type { Comparison, Degrade, Finding, Report, ReportTarget } from '../report/index.js';
import type { Integrity, Job, Snapshot } from '../snapshot/index.js';
/** What an operation on a project gives to its face. */
export interface Outcome {
    readonly report: Report;
    readonly snapshot: Snapshot;
    readonly exitCode: 0 | 3;
    /** What the module cache held when it was verified; `null` when nothing was. */
    readonly ledger?: Ledger | null;
}
/** Everything that is known when the work is done. */
export interface Conclusion {
    readonly job: Job;
    readonly findings: readonly Finding[];
    readonly integrity: Integrity;
    readonly targets: readonly ReportTarget[];
    readonly degraded: readonly Degrade[];
    readonly comparison?: Comparison;
    /** Why something that was asked for cannot be told. */
    readonly unknown?: readonly string[];
    /** Whether nothing forbids to build (default true). */
    readonly sound?: boolean;
    readonly timings: Report['timings'];
}
/** Applies the project's policy and makes the report and the exit code of it. */
export declare function conclude({ job, findings, integrity, targets, degraded, comparison, unknown, sound, timings }: Conclusion, { config, version, failOn }: {
    readonly config: Config;
    readonly version: string;
    readonly failOn?: FailOn;
}): {
    readonly report: Report;
    readonly exitCode: 0 | 3;
};
