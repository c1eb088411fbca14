import { type ByteSource, type LibraryRoot } from '../binaries/index.js';
/** An open file. It is read in pieces, whatever its size. */
export interface OpenFile {
    readonly source: ByteSource;
    close(): void;
}
/** Opens a regular file; `null` when nothing is there or something else is. Throws what the system says otherwise (permission). */
export declare function openFile(path: string): OpenFile | null;
/** A path below a root with its links resolved as a program in that root sees them; `null` when nothing is there. */
export declare function pathBelow(root: string, path: string): string | null;
/** The libraries of a file system: `/` or a folder that is the root of an image. Every path and every link stays below it. */
export declare function openRoot(root: string, goarch: string | null, little: boolean, libraryPath: readonly string[]): LibraryRoot;
/** The processor of a root, as Go names it; `null` when nothing in it tells. */
export declare function processorOf(root: LibraryRoot): string | null;
/** The processor of this machine, as Go names it. */
export declare function ownProcessor(): string;
