import type { Host } from '../host/index.js';
import { type Repository, type SyncedFile } from './contents.js';
import type { Ledger } from './ledger.js';
import type { Look, Put } from './remote.js';
/** The files to put, and those that somebody else changed. */
export declare function compareFiles(files: readonly SyncedFile[], there: Look, ledger: Ledger, known: ReadonlyMap<string, ReadonlySet<string>>): {
    readonly puts: readonly Put[];
    readonly conflicts: readonly string[];
};
/** The contents that git itself has of the files: what is there of those was never somebody else's. */
export declare function knownSums(host: Host, repository: Repository): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
