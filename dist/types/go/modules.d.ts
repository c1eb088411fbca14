import type { Go, GoResult } from './go.js';
export interface ListModulesOptions {
    /** Patterns or paths; default: `all`, the build list. */
    readonly patterns?: readonly string[];
}
/** What a command printed on standard output, or how it failed. */
export type GoOutput = {
    readonly ok: true;
    readonly json: string;
    readonly result: GoResult;
} | {
    readonly ok: false;
    readonly result: GoResult;
};
/**
 * The build list: `go list -m -e -mod=readonly -json all`, objects one after the other (`parseListedModules` reads them).
 * Works with lines missing in go.sum, absent replacements and a vendor folder; needs the go.mod files of the modules, not their zips.
 * Fails (`ok: false`) for a wrong hash of a go.mod file, a malformed go.sum, a go line that is too new.
 */
export declare function listModules(go: Go, options?: ListModulesOptions): Promise<GoOutput>;
/**
 * What keeps packages from loading, by `go list -e -deps -test ./...`: the text of each error, `[]` when the command itself fails.
 * Used for one question, which modules without a line in go.sum are needed.
 */
export declare function listPackageErrors(go: Go): Promise<readonly string[]>;
