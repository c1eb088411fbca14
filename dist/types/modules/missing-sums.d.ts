import { type ListedModule } from './build-list.js';
/** The lines that go.sum lacks for one root. */
export interface SumGaps {
    /** Without them go refuses to build. */
    readonly missing: readonly string[];
    /** Modules whose zip has no line: only the package graph can tell whether a package of them is built. */
    readonly suspects: readonly ListedModule[];
}
/**
 * Compares the build list with go.sum, outside of workspaces (inside go does without lines it lacks, and writes go.work.sum).
 * `required` are the paths that go.mod names: go reads the go.mod file of each, so its line must be there. Before `go 1.17`
 * (`unpruned`) it reads those of the whole graph. A zip line is needed only for a module that provides a package.
 */
export declare function findSumGaps(modules: readonly ListedModule[], sums: ReadonlyMap<string, readonly string[]>, required: ReadonlySet<string>, unpruned: boolean): SumGaps;
/** The zip lines among the suspects that `go list -e -deps` asks for, by what it says of each package. */
export declare function confirmSuspects(suspects: readonly ListedModule[], packageErrors: readonly string[]): readonly string[];
