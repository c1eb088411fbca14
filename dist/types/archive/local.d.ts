import type { DirectoryEntry } from './directory.js';
/**
 * The packed bytes of an entry whose local header begins at `at`, and where what follows it begins; all of it lies before `end`.
 * Throws when the local header or the descriptor behind the data says anything else than the directory.
 */
export declare function readLocal(zip: Buffer, entry: DirectoryEntry, at: number, end: number): {
    readonly data: Buffer;
    readonly next: number;
};
