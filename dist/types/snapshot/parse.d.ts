import type { Snapshot } from './snapshot.js';
/** Characters of a snapshot that are read at most; one of 5,000 modules has about two million. */
export declare const MAX_SNAPSHOT_LENGTH: number;
/**
 * Reads a snapshot of unknown origin; `name` is what errors call it (a path).
 * Throws `snapshot-unreadable`, naming the field and what it should be, or `snapshot-newer`.
 */
export declare function parseSnapshot(text: string, name: string): Snapshot;
