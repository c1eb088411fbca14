import type { Binary } from './model.js';
/** What a snapshot keeps of a binary: what decides where it starts. Plain JSON. */
export interface Inspection {
    readonly format: Binary['format'];
    readonly goos: string | null;
    readonly goarch: string | null;
    readonly linkage: Binary['linkage'];
    readonly interpreter: string | null;
    /** Sorted as in the file: the order in which a loader looks for them. */
    readonly needed: readonly string[];
    readonly libc: Binary['libc'];
    /** The oldest glibc it starts with: `2.34`. */
    readonly glibc: string | null;
    readonly cgo: boolean | null;
    /** The Go that built it. */
    readonly go: string | null;
}
/** The summary of one binary. */
export declare function summarise(binary: Binary): Inspection;
