import type { Host } from '../host/index.js';
import { type EnvironmentOrigin } from '../snapshot/index.js';
/** `go env` of a folder, paths as they are on this machine, and where each value comes from. */
export interface GoValues {
    readonly values: Readonly<Record<string, string>>;
    readonly origins: Readonly<Record<string, EnvironmentOrigin>>;
}
/** A place where go commands run. */
export interface RootPlace {
    /** POSIX path from the project's directory, `.` for itself. */
    readonly directory: string;
    /** The same, absolute, in the machine's own form. */
    readonly path: string;
    /** Absolute; `null` in a workspace folder that is no module, and without modules. */
    readonly goMod: string | null;
    /** Absolute path of the go.work in effect; it may lie above `path`. */
    readonly goWork: string | null;
}
/** The roots of a project, and the modules in it that none of them covers. */
export interface FoundRoots {
    readonly roots: readonly RootPlace[];
    /** POSIX folders of further modules: they are not built with the roots. */
    readonly uncovered: readonly string[];
    /** `false`: there are more folders than were looked at, or some could not be read. */
    readonly complete: boolean;
}
/** A path as reports show it: relative, with slashes. */
export declare function posixPath(from: string, to: string): string;
/**
 * Where go commands have to run for a project: the workspace in effect, else the module of this folder (or the one it lies in),
 * else every module below it. With GO111MODULE=off the folder itself. `go` holds GO111MODULE, GOWORK and GOMOD of this folder.
 * Throws `directory-missing` and `module-missing`.
 */
export declare function findRoots(host: Host, directory: string, go: GoValues): Promise<FoundRoots>;
