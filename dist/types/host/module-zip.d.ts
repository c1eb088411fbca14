import type { HashedFile } from './host.js';
/** Content that is no module zip; its message is one sentence part: `it has no directory`. */
export declare class ZipFault extends Error {
}
/** Every entry of a module zip with its hash, sorted by UTF-8 bytes; folders are entries, as in Go's hash. Throws `ZipFault`. */
export declare function hashZipFiles(path: string, prefix: string): Promise<readonly HashedFile[] | null>;
/** One file out of a module zip; `null` when it is not in it, or larger than `maxBytes` (at most 8 MiB). Throws `ZipFault`. */
export declare function readZipFile(path: string, prefix: string, name: string, maxBytes: number): Promise<Uint8Array | null>;
