import type { EnvironmentDrift, Location, ModuleDrift } from '../report/index.js';
import { type Root, type Snapshot } from '../snapshot/index.js';
import type { ChangedFile } from './change.js';
import { type ChangedFiles } from './changed-files.js';
/** Where a change asks for a difference: the file, and the line that names it where one does. */
export interface Edit {
    readonly explained: string;
    /** `null`: the file is not below the project. */
    readonly location: Location | null;
}
/**
 * The files that decide a root's build list and that the change touches: go.mod and go.work (also of members and of
 * replaced folders), or go.sum and go.work.sum when it touches only those.
 */
export declare function editedModuleFiles(change: ChangedFiles, before: Root | null, after: Root): readonly ChangedFile[];
/** `go.mod, tools/go.mod`, and no more than three of them. */
export declare function nameFiles(change: ChangedFiles, files: readonly ChangedFile[]): string;
/** Why the build list of a root moved, as the change tells it; `null` when it tells nothing beyond what the files themselves do. */
export declare function explainBuildList(change: ChangedFiles, before: Root | null, after: Root): string | null;
/** The line of the change that asks for what is built of a module now: one of go.mod or go.work that names path and version. */
export declare function findBump(change: ChangedFiles, files: readonly ChangedFile[], after: Root, path: string): Edit | null;
/** The line of go.sum that the change brings and that holds a hash. */
export declare function findSumLine(change: ChangedFiles, before: Root | null, after: Root, drift: ModuleDrift): Location | null;
/** Explains differences of the environment by what a change touches. */
export interface EnvironmentExplainer {
    /** `null`: the change does not account for it. */
    explain(drift: EnvironmentDrift, rows: readonly EnvironmentDrift[]): Edit | null;
}
/** An explainer for one job. */
export declare function explainerOf(change: ChangedFiles, present: Snapshot): EnvironmentExplainer;
