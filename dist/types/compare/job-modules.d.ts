import type { Finding, ModuleDrift } from '../report/index.js';
import type { Snapshot } from '../snapshot/index.js';
import { type Axis } from './axes.js';
import { type JobLabel } from './job-labels.js';
/** What differs between the build lists of jobs: rows against what most jobs have, and findings. */
export declare function compareModules(snapshots: readonly Snapshot[], axes: readonly Axis[], jobs: readonly JobLabel[]): {
    readonly rows: readonly ModuleDrift[];
    readonly findings: readonly Finding[];
};
