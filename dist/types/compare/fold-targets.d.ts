import type { Finding, ReportTarget } from '../report/index.js';
import type { ChangedFiles } from './changed-files.js';
import type { ComparedToBaseline } from './compared-job.js';
/**
 * Targets of all jobs against the baseline: a row for each, and for each target over its jobs one finding for what is newly
 * broken, one for what was known, one for what builds again. Without a baseline rows alone, without a state.
 */
export declare function foldTargets(jobs: readonly ComparedToBaseline[], change: ChangedFiles | null, hasBaseline: boolean): {
    readonly targets: readonly ReportTarget[];
    readonly findings: readonly Finding[];
};
