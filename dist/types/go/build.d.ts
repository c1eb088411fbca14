import type { Environment } from '../host/index.js';
import type { Go, GoResult } from './go.js';
export interface BuildTargetOptions {
    readonly deadlineMs?: number;
    /**
     * Flags of our own: `-ldflags=-w` links without debug information, a fifth of the time of a link to nowhere. It replaces -ldflags of
     * GOFLAGS, and an external linker may fail only with it: not for those.
     */
    readonly flags?: readonly string[];
    /** A folder, absolute, in which go works and leaves what it made: the programs among it, at `go-build…/b…/exe/`. */
    readonly workFolder?: string;
}
/** Package patterns go to the go command as they are; one that looks like a flag could run a program (`-toolexec`). Throws `usage`. */
export declare function requirePatterns(packages: readonly string[]): void;
/**
 * `go build -o /dev/null PACKAGES`: compiles everything, links main packages, writes nothing.
 * `env` is what `targetEnvironment` gives; the user's GOFLAGS stay. A failed build is a result, not an error.
 */
export declare function buildTarget(go: Go, env: Environment, packages: readonly string[], options?: BuildTargetOptions): Promise<GoResult>;
