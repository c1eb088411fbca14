import type { HashedFile, Host } from '../host/index.js';
import { type FileChange } from '../modules/index.js';
/** What a vendor folder should hold. */
export interface ExpectedTree {
    /** Paths below vendor/. */
    readonly files: readonly HashedFile[];
    /** One of these files; `null` when it is larger. */
    read(path: string, maxBytes: number): Promise<Uint8Array | null>;
}
/** One file of a vendor folder that is not what it should be. */
export interface VendorDifference {
    /** POSIX, below vendor/. */
    readonly path: string;
    readonly change: Exclude<FileChange['change'], 'mode'> | 'line-ends';
    /** The first line that differs, from 1. */
    readonly line: number;
    /** A few lines of what differs, as a unified difference. */
    readonly text: readonly string[];
}
/** The files of a vendor folder (absolute) that are not as they should be, sorted by path. Permissions do not count: git and go set their own. */
export declare function findVendorDifferences(host: Host, vendor: string, found: readonly HashedFile[], expected: ExpectedTree): Promise<readonly VendorDifference[]>;
