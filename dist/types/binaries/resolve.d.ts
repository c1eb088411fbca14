import type { DynamicSymbol } from './elf-dynamic.js';
import type { Binary } from './model.js';
/** A binary found below a root. */
export interface FoundBinary {
    /** Its path below the root, links resolved. */
    readonly path: string;
    readonly binary: Binary;
    /** `null` when their number is not known. */
    readonly symbols: readonly DynamicSymbol[] | null;
    /** The linker said that every symbol must be bound at the start (`DF_BIND_NOW`). */
    readonly bindsNow: boolean;
}
/** A file system in which libraries are looked for; nothing throws. */
export interface LibraryRoot {
    /** The binary at an absolute path below the root; `null` when none is there. */
    open(path: string): FoundBinary | null;
    /** Whether there is a folder. */
    hasFolder(path: string): boolean;
    /** Path by name, of those the loader remembers (glibc's /etc/ld.so.cache), in its order. */
    readonly cache: readonly {
        readonly name: string;
        readonly path: string;
    }[];
    /** Folders of the musl loader (/etc/ld-musl-ARCH.path), `null` when nothing is set. */
    readonly muslPath: readonly string[] | null;
    /** `LD_LIBRARY_PATH`. */
    readonly libraryPath: readonly string[];
}
/** One library of the tree. */
export interface ResolvedLibrary {
    readonly name: string;
    /** Path below the root; `null` when it was not found. */
    readonly path: string | null;
    /** Index in `libraries` of the first one that needs it; `null`: the binary itself. */
    readonly neededBy: number | null;
    /** Where it was found. */
    readonly via: 'rpath' | 'runpath' | 'LD_LIBRARY_PATH' | 'loader cache' | 'default folder' | 'path' | 'the C library itself' | null;
    readonly libc: Binary['libc'];
    readonly glibc: string | null;
}
/** What a loader would load. */
export interface Resolution {
    /** The loader that looks for the libraries. */
    readonly loader: {
        readonly path: string;
        readonly kind: 'glibc' | 'musl' | null;
        /** `assumed`: a library names none; this is the one of its C library. */
        readonly from: 'binary' | 'assumed';
        readonly found: boolean;
    } | null;
    readonly libraries: readonly ResolvedLibrary[];
    /** Objects that were opened, for judging. */
    readonly objects: readonly FoundBinary[];
    /** More libraries than are followed. */
    readonly truncated: boolean;
}
/** Finds every library that a loader would load for a binary, as a tree: the first one that needs it is its parent. */
export declare function resolveLibraries(root: LibraryRoot, main: FoundBinary, loaderPath: string | null, assumed: boolean): Resolution;
/** The chain of names from the binary to a library, without the binary: `libfoo.so.1`, `libc.so.6`. */
export declare function chainOf({ libraries }: Pick<Resolution, 'libraries'>, index: number): readonly string[];
