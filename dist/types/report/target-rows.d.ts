import type { Report } from './model.js';
/**
 * What became of a target: built in the baseline and not now; fails and is not in the baseline; fails, with no baseline to ask;
 * failed there too; failed there and builds now; was not tried; builds.
 */
export type TargetKind = 'broken' | 'new' | 'failed' | 'known' | 'fixed' | 'skipped' | 'builds';
/** The same answer for one target, over all jobs that gave it. */
export interface TargetRow {
    readonly kind: TargetKind;
    /** `.` where the project has one root. */
    readonly root: string;
    readonly target: string;
    /** Ids, in the order of the report; empty where targets name no job. */
    readonly jobs: readonly string[];
    /** Jobs that tried this target at all. */
    readonly tried: number;
    readonly rule: string;
    /** Each once, in order of appearance. */
    readonly reasons: readonly string[];
    /** Of the slowest job. */
    readonly durationMs: number;
    /** Every job knew it from a proof. */
    readonly proved: boolean;
}
/** All targets of a report, the same answers of several jobs as one row; the most urgent first, else in their order. */
export declare function foldTargets(report: Report): readonly TargetRow[];
/** How many targets are of a kind, each counted once and by the most urgent of its rows. */
export declare function countTargets(rows: readonly TargetRow[]): Readonly<Record<TargetKind, number>>;
