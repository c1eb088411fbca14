import type { EnvironmentDrift, Finding } from '../report/index.js';
import { type Snapshot } from '../snapshot/index.js';
import { type Axis } from './axes.js';
import { type JobLabel } from './job-labels.js';
/** What differs between the environments of jobs: rows (what most jobs have, then what the others have), and findings. */
export declare function compareEnvironments(snapshots: readonly Snapshot[], axes: readonly Axis[], jobs: readonly JobLabel[]): {
    readonly rows: readonly EnvironmentDrift[];
    readonly findings: readonly Finding[];
};
