import type { Libc } from './model.js';
/** The C library whose loader a path names; `null` for a loader of another system. */
export declare function libcOfLoader(interpreter: string): Libc | null;
/** The C library whose file a name of a needed library is; `null` for other libraries. */
export declare function libcOfLibrary(name: string): Libc | null;
/** The C library a dynamic binary was linked with: by its loader, its libraries, then by the versions of symbols. */
export declare function libcOf(interpreter: string | null, needed: readonly string[], versions: readonly string[], goos: string | null): Libc | null;
