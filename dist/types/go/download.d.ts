import type { Go, GoResult } from './go.js';
/** One module that `go mod download` looked at: the replacement of a replaced one. */
export interface DownloadedModule {
    readonly path: string;
    readonly version: string;
    /** Hashes of what lies in the module cache (by its `.ziphash`), not of what go.sum says. */
    readonly sum: string | null;
    readonly goModSum: string | null;
    /** Paths in the module cache. */
    readonly zip: string | null;
    readonly directory: string | null;
    readonly error: string | null;
}
/** What was downloaded; `ok: false` when anything was not, with as much as is known. */
export interface DownloadAnswer {
    readonly ok: boolean;
    readonly modules: readonly DownloadedModule[];
    /** As it ended; with `-json` go prints what failed as JSON on standard output: it is added to standard error as plain go prints it. */
    readonly result: GoResult;
}
/**
 * `go mod download -json`: fetches what the main module needs and compares the module cache's hashes with go.sum.
 * It may write go.sum, go.work.sum and go.mod where they lack something: the caller keeps them. Throws `go-unreadable`.
 */
export declare function downloadModules(go: Go): Promise<DownloadAnswer>;
