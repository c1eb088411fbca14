import type { Go } from '../go/index.js';
import type { Host } from '../host/index.js';
import type { Finding } from '../report/index.js';
import type { CacheReading } from './read-cache.js';
import type { RootReading } from './read-root.js';
import type { GoValues } from './roots.js';
import type { Dispute } from './testimony.js';
import type { WitnessResult } from './witness.js';
/** What explaining needs beside the dispute. */
export interface Court {
    readonly host: Host;
    readonly go: Go;
    readonly env: GoValues;
    readonly reading: RootReading;
    readonly witness: WitnessResult;
}
/** One finding for every version of which the module cache or the checksum database says another thing than go.sum. */
export declare function explainCache(court: Court, { modules, goMods }: CacheReading): Promise<readonly Finding[]>;
/** The findings for versions that go refused on their way into the module cache. */
export declare function explainRefusals(court: Court, refusals: readonly Dispute[]): Promise<readonly Finding[]>;
