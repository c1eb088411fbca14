import type { EnvironmentDrift, Finding } from '../report/index.js';
import { type Snapshot } from '../snapshot/index.js';
import { type Axis } from './axes.js';
import { type JobLabel } from './job-labels.js';
import { type IgnoreRule } from './policy.js';
/**
 * What differs between the environments of jobs: rows (what most jobs have, then what the others have, with the ids of those),
 * and findings. What an ignore rule names is explained by it.
 */
export declare function compareEnvironments(snapshots: readonly Snapshot[], axes: readonly Axis[], jobs: readonly JobLabel[], ignore: readonly IgnoreRule[]): {
    readonly rows: readonly EnvironmentDrift[];
    readonly findings: readonly Finding[];
};
