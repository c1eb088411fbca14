import { type Host } from '../host/index.js';
/** What this repository last put into a place, and what waits for it. Lies in the folder of git, never in the working tree. */
export interface Ledger {
    /** sha256 of each file as it was put there, by path. */
    readonly put: Readonly<Record<string, string>>;
    /** Names of git's objects that are still to be put there, by path; `null` when nothing waits. */
    readonly pending: Readonly<Record<string, string>> | null;
}
/** The ledger of a place; one that cannot be read counts as none: then only what git has counts as known. */
export declare function readLedger(host: Host, commonFolder: string, place: string): Promise<Ledger>;
/** Writes the ledger of a place. Throws `write-failed`. */
export declare function writeLedger(host: Host, commonFolder: string, place: string, ledger: Ledger): Promise<void>;
