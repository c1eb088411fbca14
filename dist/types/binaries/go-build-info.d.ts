import { type ByteSource } from './bytes.js';
import type { GoBuildInfo } from './model.js';
/** How addresses of a loaded program lie in its file. */
export interface Mapping {
    /** The section of the build info, else the first data that can be written. Offsets and sizes in bytes of the file. */
    readonly data: {
        readonly offset: number;
        readonly size: number;
    } | null;
    /** Where an address lies in the file, and how many bytes are mapped from there on; `null` when nothing is. */
    locate(address: number): {
        readonly offset: number;
        readonly size: number;
    } | null;
}
/** Reads what the linker left of how a Go program was built, as debug/buildinfo does; `null` when it is no Go program. Throws `Malformed`. */
export declare function readGoBuildInfo(source: ByteSource, mapping: Mapping): GoBuildInfo | null;
/**
 * Whether C code of cgo is in a program: by its setting, else by Go's table of functions. `null` for what is no Go program, and
 * where the table is not found.
 */
export declare function findCgo(source: ByteSource, go: GoBuildInfo | null, functions: {
    readonly offset: number;
    readonly size: number;
} | null): boolean | null;
