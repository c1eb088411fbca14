import type { Environment } from '../host/index.js';
import type { Go, GoResult } from './go.js';
/** A package as the build cache holds it. */
export interface Archive {
    /** Import path; with profile-guided optimisation it may name the main package that it was compiled for. */
    readonly package: string;
    /** Absolute path of the compiled package, in the build cache; `null` when it did not compile. */
    readonly file: string | null;
    /** `action/content` as the archive itself says: what it was made of, what came of it. */
    readonly buildId: string;
    /** Whether a C compiler has a part in it. */
    readonly cgo: boolean;
    readonly standard: boolean;
    /** Import paths of the packages that it imports. */
    readonly imports: readonly string[];
}
export interface ArchiveOptions {
    /** Patterns, as for `go build`. */
    readonly packages: readonly string[];
    /** What `targetEnvironment` gives, and what else the command needs. */
    readonly env: Environment;
}
/** The compiled packages, each after those that it imports; `ok: false` when go could not list them. */
export type ArchivesAnswer = {
    readonly ok: true;
    readonly archives: readonly Archive[];
    readonly result: GoResult;
} | {
    readonly ok: false;
    readonly result: GoResult;
};
/**
 * What a build of these packages takes out of the build cache, by `go list -e -export -deps`: it compiles what the cache lacks, as a
 * build does, and links nothing. Throws `go-unreadable` and `usage`.
 */
export declare function listArchives(go: Go, { packages, env }: ArchiveOptions): Promise<ArchivesAnswer>;
/** An entry of the build cache that is not what go computes: go stops at the first. */
export interface CacheMismatch {
    /** The compiled package; `null` when it is about something else (see `what`). */
    readonly package: string | null;
    /** The folder whose index of packages it is; `null` when it is about something else. */
    readonly indexed: string | null;
    /** First line of what go hashed: `compile`, `module index …`, `subkey …`. */
    readonly what: string;
    /** sha256 of what the cache holds and of what go computed, hex. */
    readonly cached: string;
    readonly computed: string;
}
/** `ok: false` without a mismatch: the command failed for another reason. */
export interface VerifyCacheAnswer {
    readonly ok: boolean;
    readonly mismatch: CacheMismatch | null;
    readonly result: GoResult;
}
/** Go's panic of `cmd/go/internal/cache/cache.go`, `putIndexEntry`; newer releases indent its lines. */
export declare function parseCacheMismatch(text: string): CacheMismatch | null;
/**
 * Compiles everything anew and lets go compare it with what the build cache records (`GODEBUG=gocacheverify=1`). Go stops at the first
 * difference. It does not see a cached file that was changed in place: it writes such a file anew. Throws `usage`.
 */
export declare function verifyBuildCache(go: Go, { packages, env }: ArchiveOptions): Promise<VerifyCacheAnswer>;
