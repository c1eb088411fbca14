import type { Go } from '../go/index.js';
import type { Environment, Host } from '../host/index.js';
import type { GoValues } from './roots.js';
/** A module version that go may be asked for by name. */
export interface ModuleVersion {
    readonly path: string;
    readonly version: string;
}
/** Whether a name out of go.sum can be given to go, and to the file system: nothing in it is an option, a query or a way out of a folder. */
export declare function isNameable({ path, version }: ModuleVersion): boolean;
/**
 * Runs exactly the toolchain that `env` describes, in whatever folder: no other one is chosen, and above all none is downloaded,
 * which with its checksums switched off must never happen.
 */
export declare function sameToolchain(go: Go, { values }: GoValues): Environment;
/** Runs `work` with a new folder under the temporary directory, and removes it afterwards. */
export declare function withTemporaryFolder<T>(host: Host, work: (folder: string) => Promise<T>): Promise<T>;
/** Makes an empty main module with this go.sum; gives its folder. It has no go line: nothing there asks for another Go. */
export declare function makeEmptyMain(host: Host, folder: string, goSum: string): Promise<string>;
