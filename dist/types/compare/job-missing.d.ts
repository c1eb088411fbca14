import type { Finding } from '../report/index.js';
import { type Snapshot } from '../snapshot/index.js';
import { type ChangedFiles } from './changed-files.js';
import type { ExpectedJobs } from './expected.js';
import type { JobLabel } from './job-labels.js';
/** What jobs are looked for by. */
export interface MissingInput {
    readonly expected: ExpectedJobs;
    readonly snapshots: readonly Snapshot[];
    /** One per snapshot, in the same order. */
    readonly labels: readonly JobLabel[];
    readonly baseline: readonly Snapshot[] | null;
    readonly change: ChangedFiles | null;
}
/**
 * Findings for jobs that are missing, by every source that knows of them: what was asked for, the legs that the recorded ones
 * tell of, and the baseline's jobs of the same workflow; and one note for jobs that the baseline does not have.
 * A job that was skipped on purpose is not missing. One error for each, the first 20, then one for the rest.
 */
export declare function findMissingJobs(input: MissingInput): readonly Finding[];
