import type { Finding, ModuleDrift } from '../report/index.js';
import type { Snapshot } from '../snapshot/index.js';
import { type Axis } from './axes.js';
import { type JobLabel } from './job-labels.js';
import { type IgnoreRule } from './policy.js';
/**
 * What differs between the build lists of jobs: rows against what most jobs have, with the ids of the others, and findings.
 * The go axis may explain another version; nothing explains another hash.
 */
export declare function compareModules(snapshots: readonly Snapshot[], axes: readonly Axis[], jobs: readonly JobLabel[], ignore: readonly IgnoreRule[]): {
    readonly rows: readonly ModuleDrift[];
    readonly findings: readonly Finding[];
};
