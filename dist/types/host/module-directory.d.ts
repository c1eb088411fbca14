import type { HashedFile } from './host.js';
/**
 * Every file below a directory with its hash, sorted by path in UTF-8 byte order; links, special files and names that are
 * not UTF-8 are named, not opened.
 * `null` when nothing is there. Throws what the file system says.
 */
export declare function hashDirectoryFiles(directory: string): Promise<readonly HashedFile[] | null>;
