import type { NamedSnapshot } from '../compare/index.js';
import type { Host } from '../host/index.js';
/**
 * The snapshots of a file (a snapshot, or a baseline with one for each job), or of all files (`*.json`) in a folder.
 * Throws `snapshot-unreadable`, `snapshot-newer`, `usage`.
 */
export declare function readSnapshots(host: Host, shown: string): Promise<{
    readonly kind: 'file' | 'folder';
    readonly snapshots: readonly NamedSnapshot[];
}>;
