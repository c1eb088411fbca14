import type { Host } from '../host/index.js';
/** For each cache of go a phrase that tells how it came from outside of this build; `null` where nothing says so. */
export interface RestoredCaches {
    /** GOCACHE. */
    readonly build: string | null;
    /** Whether GOCACHE lies on a mount: so it does in every run, while what CI restores depends on the run. */
    readonly buildIsMounted: boolean;
    /** GOMODCACHE. */
    readonly modules: string | null;
}
/**
 * Whether the caches of go were mounted (`RUN --mount=type=cache` of a Dockerfile, a volume) or, in CI, filled before this began.
 * `env` holds GOCACHE and GOMODCACHE as `go env` says. To be asked before the first download or build. Never fails: no sign, no phrase.
 */
export declare function findRestoredCaches(host: Host, env: Readonly<Record<string, string>>): Promise<RestoredCaches>;
