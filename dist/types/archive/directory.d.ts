/** What a zip may hold at most. */
export interface ZipLimits {
    readonly entries: number;
    /** Bytes of one unpacked entry, and of all together. */
    readonly entryBytes: number;
    readonly totalBytes: number;
}
/** One entry as the directory has it; the local header must say the same. */
export interface DirectoryEntry {
    readonly name: Buffer;
    /** Version, flags, method, time and date: ten bytes that stand alike in both headers. */
    readonly common: Buffer;
    /** CRC and both sizes: twelve bytes, likewise. */
    readonly sums: Buffer;
    readonly isDeflated: boolean;
    /** CRC and sizes stand behind the data, because the writer was streaming. */
    readonly hasDescriptor: boolean;
    readonly crc: number;
    readonly packed: number;
    readonly size: number;
    /** Where its local header begins. */
    readonly offset: number;
}
export interface Directory {
    /** Where it begins: all before it must be entries. */
    readonly offset: number;
    readonly entries: readonly DirectoryEntry[];
}
/** Reads the directory and holds it to the limits: what is declared too large is refused before anything is unpacked. */
export declare function readDirectory(zip: Buffer, limits: ZipLimits): Directory;
