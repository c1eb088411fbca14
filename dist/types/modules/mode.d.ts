import type { EnvironmentOrigin, ModuleMode } from '../snapshot/index.js';
/** What decides how go finds packages. */
export interface ModeFacts {
    /** `go env GO111MODULE` and where it comes from. */
    readonly go111module: string;
    readonly go111moduleOrigin: EnvironmentOrigin;
    /** `go env GOFLAGS` and where it comes from. */
    readonly goflags: string;
    readonly goflagsOrigin: EnvironmentOrigin;
    /** `go env GOWORK`: the path of the go.work file in effect, `off`, or empty. */
    readonly goWork: string;
    /** Whether a go.mod is in effect; it counts for `auto` only. */
    readonly hasGoMod: boolean;
    /** The `go` line of go.mod and of go.work; `null` without one. */
    readonly goModGoLine: string | null;
    readonly goWorkGoLine: string | null;
    /** Whether there is a vendor folder beside go.mod (in a workspace beside go.work), and whether `go work vendor` wrote it. */
    readonly vendor: {
        readonly workspace: boolean;
    } | null;
    /** `go env GOVERSION`, `go1.26.8`. Before 1.22 a workspace has no vendor folder. */
    readonly goVersion: string;
}
/** How go finds the packages, and why, in one line for people. */
export interface ModeDecision {
    readonly mode: ModuleMode;
    readonly reason: string;
}
/** The value of one flag in GOFLAGS; the last one counts; `null` when it is not there. */
export declare function findGoFlag(goflags: string, name: string): string | null;
/**
 * Module, vendor, workspace or GOPATH mode: the rules of cmd/go (modload.Init and setDefaultBuildMod, Go 1.21 to 1.26) as one answer.
 * A flag go refuses (`-mod=mod` in a workspace) does not change the answer: the go command reports it itself.
 */
export declare function decideMode(facts: ModeFacts): ModeDecision;
