import { type Module } from '../snapshot/index.js';
import { type GoSum } from './go-sum.js';
import type { VendorList } from './vendor-list.js';
/** One object of `go list -m -json`, the fields that count here. */
export interface ListedModule {
    readonly path: string;
    readonly version: string | null;
    readonly main: boolean;
    readonly indirect: boolean;
    /** Folder of a main module on this machine. */
    readonly directory: string | null;
    readonly replace: {
        readonly path: string;
        readonly version: string | null;
    } | null;
    /** The whole text of what is wrong with it. */
    readonly error: string | null;
}
/** Reads the output of `go list -m -e -json all`. Throws `go-unreadable`. */
export declare function parseListedModules(listJson: string): readonly ListedModule[];
/** What is really built for a module: its replacement, or itself; `null` when that has no version and so no checksum. */
export declare function builtVersion(module: Pick<ListedModule, 'path' | 'version' | 'replace'>): {
    readonly path: string;
    readonly version: string;
} | null;
/**
 * The build list from `go list -m -e -mod=readonly -json all`, sorted by path, with the hashes that go.sum (in a workspace
 * every go.sum and go.work.sum) holds for what is really built. Throws `go-unreadable`.
 */
export declare function readBuildList(listJson: string, sums: readonly GoSum[]): Module[];
/**
 * The build list as vendor/modules.txt tells it: the main modules, and what is vendored of the others.
 * `direct` are the paths that a go.mod requires without `// indirect`.
 */
export declare function readVendoredList(list: VendorList, main: readonly string[], direct: ReadonlySet<string>, sums: readonly GoSum[]): Module[];
