import type { Host } from '../host/index.js';
import type { CTool } from './toolchain.js';
/** Where a linker would find what one `-l` asks for. */
export interface LibraryAnswer {
    /** As asked for: `sqlite3`, `:libz.a`, a path. */
    readonly name: string;
    /** `found`; `missing`; `unknown` where the linker brings its own. */
    readonly state: 'found' | 'missing' | 'unknown';
    /** The file, absolute. */
    readonly path?: string;
    /** Files of another processor that the linker passes over. */
    readonly skipped: readonly string[];
}
/** What a linker is asked to link: `-L`, `-l`, files, in the words of LDFLAGS. */
export interface LinkRequest {
    readonly directories: readonly string[];
    readonly names: readonly string[];
    readonly isStatic: boolean;
}
/** Reads linker flags. `-framework` and what only steers the linker ask for no file here. */
export declare function readLinkFlags(words: readonly string[]): LinkRequest;
/** Directories in which the linker of a compiler looks by itself, under flags such as `--sysroot`. */
export declare function askSearchPath(host: Host, compiler: CTool, flags: readonly string[]): Promise<readonly string[]>;
/** Where the linker finds each library of a request, as GNU ld goes: directory after directory, passing over other processors. */
export declare function findLibraries(host: Host, request: LinkRequest, { goos, goarch, searchPath, isZig, }: {
    readonly goos: string;
    readonly goarch: string;
    readonly searchPath: readonly string[];
    readonly isZig: boolean;
}): Promise<readonly LibraryAnswer[]>;
