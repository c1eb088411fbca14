import type { Go } from '../go/index.js';
import type { Host } from '../host/index.js';
import type { Degrade, Finding } from '../report/index.js';
import type { CacheReading } from './read-cache.js';
import type { RootReading } from './read-root.js';
import type { GoValues } from './roots.js';
/** What a repair did, and what of it could not be done. */
export interface RootRepair {
    /** A note for each version that was repaired. */
    readonly findings: readonly Finding[];
    readonly degraded: readonly Degrade[];
}
/** Fetches again what the module cache does not hold as go.sum says. `null`: there is nothing of that kind. */
export declare function repairRoot(host: Host, go: Go, env: GoValues, reading: RootReading, cache: CacheReading, signal?: AbortSignal): Promise<RootRepair | null>;
