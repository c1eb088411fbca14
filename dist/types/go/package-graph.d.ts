import type { Environment } from '../host/index.js';
import type { Go, GoResult } from './go.js';
/** The lists of files of a package, as `go help list` names them. */
export declare const FILE_KINDS: readonly ['GoFiles', 'CgoFiles', 'CFiles', 'CXXFiles', 'MFiles', 'FFiles', 'HFiles', 'SFiles', 'SwigFiles', 'SwigCXXFiles', 'SysoFiles', 'EmbedFiles', 'IgnoredGoFiles', 'IgnoredOtherFiles'];
export type FileKind = (typeof FILE_KINDS)[number];
/** What `#cgo` lines of a package ask for, as `go help list` names it. */
export declare const CGO_FLAG_KINDS: readonly ['CgoCFLAGS', 'CgoCPPFLAGS', 'CgoCXXFLAGS', 'CgoFFLAGS', 'CgoLDFLAGS', 'CgoPkgConfig'];
export type CgoFlagKind = (typeof CGO_FLAG_KINDS)[number];
/** One package of a build for one target. */
export interface ListedPackage {
    /** Import path. */
    readonly path: string;
    /** The name in the package clause: `main` for a program; empty when go could read none. */
    readonly name: string;
    /** Absolute; empty when go did not find the package. */
    readonly directory: string;
    readonly standard: boolean;
    /** Whether only an import, no pattern, brought it in. */
    readonly dependencyOnly: boolean;
    /** What is built: the replacement's path and version; `version` is `null` for main modules and folders; `null` outside modules. */
    readonly module: {
        /** As go.mod names it. */
        readonly requiredPath: string;
        readonly path: string;
        readonly version: string | null;
        readonly main: boolean;
        /** The language version: its go line; empty without one. */
        readonly go: string;
    } | null;
    /** Names below the directory. */
    readonly files: Readonly<Record<FileKind, readonly string[]>>;
    readonly flags: Readonly<Record<CgoFlagKind, readonly string[]>>;
    /** Import paths as go resolved them (vendored and mapped ones too), `C` among them. */
    readonly imports: readonly string[];
    /** What go says against the package itself, its first line; `null` when it can be loaded. */
    readonly error: {
        readonly message: string;
        readonly position: string | null;
    } | null;
}
/** All packages of a build, dependencies before what imports them; `ok: false` when go could not list. */
export type PackageGraph = {
    readonly ok: true;
    readonly packages: readonly ListedPackage[];
    readonly result: GoResult;
} | {
    readonly ok: false;
    readonly result: GoResult;
};
/** What may be left open. */
export interface PackageGraphOptions {
    /** List packages that cannot be loaded too, with their `error`: `go list -e`. Otherwise one of them makes `ok: false`. */
    readonly broken: boolean;
}
/**
 * Every package that building `packages` takes part in, for the target that `env` names (GOOS, GOARCH, CGO_ENABLED …):
 * `go list -deps`, which compiles nothing and needs no C compiler. Throws `go-unreadable` and `usage`.
 */
export declare function listPackageGraph(go: Go, env: Environment, packages: readonly string[], { broken }: PackageGraphOptions): Promise<PackageGraph>;
