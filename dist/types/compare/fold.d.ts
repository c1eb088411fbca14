import type { EnvironmentDrift, Finding, ModuleDrift, ReportTarget, SumDrift } from '../report/index.js';
import type { Snapshot } from '../snapshot/index.js';
import type { ChangeFacts } from './change.js';
import type { ExpectedJobs } from './expected.js';
import { type ComparedJob, type NamedSnapshot } from './jobs.js';
import type { IgnoreRule } from './policy.js';
/** All that is known of one run. */
export interface FoldInput {
    /** One per job, the newest attempt of each. */
    readonly snapshots: readonly NamedSnapshot[];
    readonly expected: ExpectedJobs;
    /** The snapshots of the trusted run; `null`: none, nothing is compared with one. */
    readonly baseline: readonly Snapshot[] | null;
    /** `null`: not known what was changed. */
    readonly change: ChangeFacts | null;
    readonly ignore: readonly IgnoreRule[];
}
/** One run as one answer. */
export interface Fold {
    /** Two in the order given, more by their ids. */
    readonly jobs: readonly ComparedJob[];
    readonly findings: readonly Finding[];
    readonly targets: readonly ReportTarget[];
    readonly environment: readonly EnvironmentDrift[];
    readonly modules: readonly ModuleDrift[];
    readonly sums: readonly SumDrift[];
}
/**
 * Folds the jobs of a run: against what was expected, against one another (two in the order given, more whatever their order),
 * and each against itself in the baseline. What fails is told once: of a target the baseline's finding, where there is one,
 * with what the other jobs say of it. Linear in jobs times modules.
 */
export declare function foldRun(input: FoldInput): Fold;
