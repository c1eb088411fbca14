import type { Report } from './model.js';
/** A difference of the environment or of the modules, with its name for people. */
export interface DriftRow {
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly explained?: string;
    readonly jobs: readonly string[];
}
/** The differences of one kind: those that nothing accounts for, and the others. */
export interface DriftRows {
    readonly open: readonly DriftRow[];
    readonly explained: readonly DriftRow[];
}
/** Whether the report holds jobs against one another only: rows that do not say whose value `before` is then mean the jobs'. */
export declare function comparesJobs({ jobs, comparison: { baseline } }: Report): boolean;
/** The differences between the jobs of this run, and those from the baseline. */
export declare function driftRows(report: Report): {
    readonly jobs: DriftRows;
    readonly baseline: DriftRows;
};
/** A baseline that was named or found, and with which nothing could be compared. */
export declare function lacksTrust(report: Report): boolean;
