import type { EnvironmentDrift, Finding, ModuleDrift, ReportTarget } from '../report/index.js';
import { type Snapshot } from '../snapshot/index.js';
import type { ChangeFacts } from './change.js';
import type { JobLabel } from './job-labels.js';
import type { IgnoreRule } from './policy.js';
/** The jobs of a run and what they are held against. */
export interface BaselineFoldInput {
    readonly snapshots: readonly Snapshot[];
    /** One per snapshot, in the same order. */
    readonly labels: readonly JobLabel[];
    /** `null`: there is none; nothing is compared and targets have no state. */
    readonly baseline: readonly Snapshot[] | null;
    /** `null`: not known what was changed. */
    readonly change: ChangeFacts | null;
    readonly ignore: readonly IgnoreRule[];
}
/** What differs from a baseline over all jobs: each row and finding once, with the ids of its jobs. */
export interface BaselineFold {
    readonly findings: readonly Finding[];
    /** Sorted by key, `from: 'baseline'`. */
    readonly environment: readonly EnvironmentDrift[];
    /** Sorted by root and path, `from: 'baseline'`. */
    readonly modules: readonly ModuleDrift[];
    /** Every target of every job, in the order of the jobs; `durationMs` is 0, as snapshots hold no time. */
    readonly targets: readonly ReportTarget[];
}
/**
 * Folds what every job says against the same job of the baseline. A job that the baseline does not have is not compared:
 * nothing stands in for it. Linear in jobs times modules; jobs with the same build lists are compared once.
 */
export declare function foldBaseline({ snapshots, labels, baseline, change, ignore }: BaselineFoldInput): BaselineFold;
