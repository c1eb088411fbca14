import type { Environment } from '../host/index.js';
import type { Go, GoResult } from './go.js';
/** A package that loses files when cgo is off. */
export interface DroppedPackage {
    readonly package: string;
    /** Module path; `null` outside modules. */
    readonly module: string | null;
    /** Names of Go files that are built only with cgo. */
    readonly files: readonly string[];
    /** Names of Go files that are built only without it: stubs in their place. */
    readonly replacements: readonly string[];
    /** Names of Go files that are built either way. */
    readonly kept: readonly string[];
    /** Nothing of the package is left. */
    readonly whole: boolean;
}
/** Which packages lose what; `ok: false` when go could not list them. */
export type DroppedAnswer = {
    readonly ok: true;
    readonly packages: readonly DroppedPackage[];
} | {
    readonly ok: false;
    readonly result: GoResult;
};
/**
 * Packages outside the standard library whose files, or which altogether, vanish with cgo off: `go list -e -deps` both ways.
 * Needs no C compiler. Throws `go-unreadable` and `usage`.
 */
export declare function listDropped(go: Go, targetEnv: Environment, packages: readonly string[]): Promise<DroppedAnswer>;
/** Where a package lies, as `go list -find` says. */
export interface PackagePlace {
    readonly package: string;
    /** Absolute. */
    readonly directory: string;
    readonly standard: boolean;
}
/**
 * Import paths and directories for some directories (`./x`, absolute) and import paths, broken ones too.
 * Those that go does not find are left out; nothing at all when go cannot list.
 */
export declare function locatePackages(go: Go, targetEnv: Environment, packages: readonly string[]): Promise<readonly PackagePlace[]>;
