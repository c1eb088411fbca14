import { type Go } from '../go/index.js';
import type { Host } from '../host/index.js';
import type { GoValues } from './roots.js';
import type { Testimony } from './testimony.js';
import { type ModuleVersion } from './throwaway-module.js';
/** A module version as one place serves it, on this machine. */
export interface FetchedCopy {
    /** As in `Testimony`. */
    readonly from: string | null;
    /** `h1:…` of the zip, and of the go.mod file. */
    readonly hash: string | null;
    readonly goMod: string | null;
    /** Absolute paths; gone when the fetch ends. `null`: not served. */
    readonly zip: string | null;
    readonly mod: string | null;
}
/** What every place that go may ask serves for one module version. */
export interface FetchedModule {
    /** Of the whole module: one of each place, in the order of GOPROXY, the repository last. */
    readonly zip: readonly Testimony[];
    /** Of its go.mod file, likewise. */
    readonly goMod: readonly Testimony[];
}
export interface FetchModuleOptions {
    /** For each place; default 30 s. */
    readonly deadlineMs?: number;
    /** Is given what was fetched before it is removed, to name the files that differ. */
    readonly use?: (copies: readonly FetchedCopy[]) => Promise<void>;
}
/**
 * Fetches one module version anew from each entry of GOPROXY by itself and from its repository, each into an empty module cache with
 * an empty go.sum, and hashes what they serve. Nothing of the project or of its module cache is read or written. A place that gives
 * nothing says why in its `note`. Three at once. Throws `cancelled` and `go-missing`.
 */
export declare function fetchModule(host: Host, go: Go, env: GoValues, module: ModuleVersion, options?: FetchModuleOptions): Promise<FetchedModule>;
