import type { Finding } from '../report/index.js';
import type { Snapshot } from '../snapshot/index.js';
import { type JobLabel } from './job-labels.js';
/** Findings for targets that do not build in some job, and for modules that did not pass verification in one. */
export declare function compareOutcomes(snapshots: readonly Snapshot[], jobs: readonly JobLabel[]): readonly Finding[];
