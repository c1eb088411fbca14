import { type Go, type GoResult } from '../go/index.js';
import type { Host } from '../host/index.js';
import type { Degrade, Finding } from '../report/index.js';
import type { Root } from '../snapshot/index.js';
import { type RootFiles } from './root-files.js';
import { type GoValues, type RootPlace } from './roots.js';
/** A root as it was read, with what later steps need of it. */
export interface RootReading {
    readonly place: RootPlace;
    readonly root: Root;
    readonly files: RootFiles;
    /** POSIX folders of the main modules, from the root: `.` in a plain module. In a workspace packages are named below these. */
    readonly members: readonly string[];
    readonly findings: readonly Finding[];
    readonly degraded: readonly Degrade[];
    /** The command without which the build list is not known; `null` when it is. */
    readonly failed: GoResult | null;
}
/**
 * Reads one root: how go finds its packages and why, its files by hash, the vendored files by content, the build list, and which
 * lines go.sum lacks. Never throws for a go command that fails: `failed` is that command. `env` is `go env` of this very place.
 */
export declare function readRoot(host: Host, go: Go, place: RootPlace, env: GoValues): Promise<RootReading>;
