import type { EnvironmentDrift, Finding, ModuleDrift } from '../report/index.js';
import type { Snapshot } from '../snapshot/index.js';
import type { ChangedFiles } from './changed-files.js';
import { type IgnoreRule } from './policy.js';
/** What differs from a baseline, and what of it a person should see. */
export interface BaselineComparison {
    readonly environment: readonly EnvironmentDrift[];
    readonly modules: readonly ModuleDrift[];
    readonly findings: readonly Finding[];
}
/** The version whose hash changed: what is built of that module in a root. */
export declare function builtVersion(snapshot: Snapshot, drift: ModuleDrift): string | null;
/** The environment of a job against that of the baseline. */
export declare function compareEnvironment(baseline: Snapshot, present: Snapshot, ignore: readonly IgnoreRule[], change: ChangedFiles | null): Omit<BaselineComparison, 'modules'>;
/** The build lists of a job, and what it vendored, against those of the baseline. */
export declare function compareBuildLists(baseline: Snapshot, present: Snapshot, ignore: readonly IgnoreRule[], change: ChangedFiles | null): Omit<BaselineComparison, 'environment'>;
/**
 * Compares a job with its baseline. A difference that an ignore rule names is explained by it.
 * Findings are in the order environment, modules, targets; incidents of failed targets are the caller's
 * (`stateOf` marks those that the baseline knows).
 */
export declare function compareToBaseline(baseline: Snapshot, present: Snapshot, ignore?: readonly IgnoreRule[]): BaselineComparison;
