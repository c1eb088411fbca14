import { type Go, type GoResult } from '../go/index.js';
import type { Host } from '../host/index.js';
import type { TargetBinary } from '../snapshot/index.js';
import { type BuildFailure, type Target } from '../targets/index.js';
/** One target that was built, or could not be. */
export interface BuiltTarget {
    readonly target: Target;
    readonly result: GoResult;
    /** Empty when the build went well. Places of files below the project are relative to it (POSIX), others absolute. */
    readonly failures: readonly BuildFailure[];
    /** The programs that were linked; empty when it failed, and where they were not looked at. */
    readonly binaries: readonly TargetBinary[];
    /** From the moment the go command was started. */
    readonly durationMs: number;
}
export interface BuildTargetsOptions {
    /** Package patterns, as for `go build`. */
    readonly packages: readonly string[];
    /** GOFLAGS as `go env` says. */
    readonly goflags: string;
    /** GOVERSION as `go env` says: newer ones say in JSON which package fails (default: none of them). */
    readonly goVersion?: string;
    /** Where the programs are looked at before they go: on which machine, and GOTMPDIR as `go env` says. */
    readonly look?: {
        readonly host: Host;
        readonly gotmpdir: string;
    };
    /** Processors this process may use. */
    readonly parallelism: number;
    /** Directory of the root in the project (POSIX, `.` for itself): it is put before the places of failures. */
    readonly root: string;
    readonly onStart?: (target: Target) => void;
    readonly onEnd?: (built: BuiltTarget) => void;
    /** Starts nothing more when aborted. The signal that `go` was opened with ends what runs. */
    readonly signal?: AbortSignal;
}
/** How many targets are built at once on so many processors. */
export declare function buildsAtOnce(parallelism: number): number;
/** Flags that goparity adds to the build of a target: without cgo nobody needs debug information to see whether it links. */
export declare function addedFlags({ cgo }: Target, goflags: string): readonly string[];
/**
 * Builds every target, some at once in one build cache, all of them even when some fail; results in the order of `targets`.
 * Rejects with `cancelled` when the signal was aborted, and only after every go command has ended; likewise for other errors.
 */
export declare function buildTargets(go: Go, targets: readonly Target[], options: BuildTargetsOptions): Promise<readonly BuiltTarget[]>;
