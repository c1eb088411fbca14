/** The bytes of a file, read piece by piece: a binary of half a gigabyte is never held as a whole. */
export interface ByteSource {
    /** Bytes in all. */
    readonly size: number;
    /** Up to `length` bytes from `offset` on; fewer (or none) where the file ends. */
    readAt(offset: number, length: number): Uint8Array;
}
/** What is in memory already, as a source. */
export declare function bytesSource(bytes: Uint8Array): ByteSource;
/** A window on a source that begins at `start`: offsets are counted from there. */
export declare function sliceOf(source: ByteSource, start: number, size: number): ByteSource;
/** An offset, a count or a size in a binary that cannot be true. The message is one sentence without the file's name. */
export declare class Malformed extends Error {
}
/** A few bytes of a file as numbers and texts. Offsets are counted from the beginning of the part; outside of it everything throws `Malformed`. */
export interface Part {
    readonly length: number;
    readonly bytes: Uint8Array;
    u8(at: number): number;
    u16(at: number): number;
    u32(at: number): number;
    /** Exact below 2^53; above, it only has to be too large for every file. */
    u64(at: number): number;
    /** The text from `at` to a zero byte, the end of the part or `max` bytes. */
    text(at: number, max?: number): string;
}
/** Makes a part of bytes. */
export declare function partFrom(bytes: Uint8Array, little: boolean): Part;
/** Reads a part that must be there as a whole; `what` names it in the fault. */
export declare function readPart(source: ByteSource, offset: number, length: number, little: boolean, what: string): Part;
/** Where `needle` begins in a range of a source, in bytes from the beginning of the source; `null` when it is not there. `align` counts from the beginning of the range. */
export declare function findBytes(source: ByteSource, offset: number, size: number, needle: Uint8Array, align?: number): number | null;
/** Collects what is wrong with a binary, and goes on without the part that is. */
export interface Faults {
    readonly list: readonly string[];
    /** The value of `read`, or `otherwise` when that part is malformed. Other errors go through. */
    attempt<T>(read: () => T, otherwise: T): T;
    add(fault: string): void;
}
/** A new, empty collection. */
export declare function collectFaults(): Faults;
