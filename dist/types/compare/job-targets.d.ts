import type { Finding } from '../report/index.js';
import type { Snapshot } from '../snapshot/index.js';
import { type JobLabel } from './job-labels.js';
/** A finding for each target that does not build in some job: once over all jobs, told apart by whether others can build it. */
export declare function compareTargets(snapshots: readonly Snapshot[], jobs: readonly JobLabel[]): readonly Finding[];
/**
 * Adds to findings of targets that fail what the other jobs of the run say: one that builds elsewhere is a matter of the environment.
 * So the failure of a target is told once, by the finding that also knows the baseline.
 */
export declare function addOtherJobs(findings: readonly Finding[], snapshots: readonly Snapshot[], jobs: readonly JobLabel[]): readonly Finding[];
/** Findings for modules that did not pass verification in some job, or could not be verified there. */
export declare function compareIntegrity(snapshots: readonly Snapshot[], jobs: readonly JobLabel[]): readonly Finding[];
