import type { Host } from '../host/index.js';
import type { Finding } from '../report/index.js';
import { type ModuleState } from './module-states.js';
import type { CacheReading } from './read-cache.js';
/** One module version as it was verified; `null`: not in the cache, or not sound. */
interface LedgerEntry {
    readonly path: string;
    readonly version: string;
    readonly zip: string | null;
    readonly directory: string | null;
    readonly goMod: string | null;
}
/** What the module cache held when it was verified: what must still be there when the work is done. */
export interface Ledger {
    /** GOMODCACHE, absolute. */
    readonly cache: string;
    /** Sorted by path and version. */
    readonly modules: readonly LedgerEntry[];
}
/** A module version that is not any more what was verified. */
export interface LedgerChange {
    readonly path: string;
    readonly version: string;
    readonly what: 'zip' | 'directory' | 'goMod';
    readonly before: string;
    readonly after: string | null;
    /** What is there now; `null` for a go.mod. */
    readonly state: ModuleState | null;
}
/** The ledger of the roots that were verified; they share one module cache. */
export declare function ledgerOf(cache: string, readings: readonly CacheReading[]): Ledger;
/** The ledger as text, to be kept between two processes. */
export declare function formatLedger(ledger: Ledger): string;
/** `null` for a text that is no ledger. */
export declare function parseLedger(text: string): Ledger | null;
/** Hashes the modules of a ledger once more. What is gone is no change: nothing can be built from it. */
export declare function findLedgerChanges(host: Host, { cache, modules }: Ledger): Promise<readonly LedgerChange[]>;
/** One finding for each module that changed. `during`: what ran meanwhile, `while the targets were built`. */
export declare function changeFindings(host: Host, changes: readonly LedgerChange[], during: string): Promise<readonly Finding[]>;
export {};
