import { type ZipLimits } from './directory.js';
/** One file of a zip, unpacked in memory: nothing is ever written. */
export interface ZipEntry {
    /** As in the zip, after the checks: one plain name of ASCII letters, digits, `.`, `_` and `-`, no folder. */
    readonly name: string;
    readonly bytes: Uint8Array;
}
/**
 * Reads a zip of unknown origin strictly: only what archiver, fflate and Info-ZIP write, one file after the other from the first
 * byte, the directory, the end record at the last byte, and no byte that belongs to none of them; nothing on which two readers
 * could disagree. Stored entries are views of `bytes`. Linear in `bytes` and the limits; a zip within a zip is just bytes.
 * Throws `archive-refused` with one sentence that names the entry and what is wrong.
 */
export declare function readZip(bytes: Uint8Array, limits: ZipLimits): readonly ZipEntry[];
