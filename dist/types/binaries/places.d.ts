import type { Libc } from './model.js';
/** A place to run a Linux program: what its base image has before anybody installs something. */
export interface Place {
    /** As people write it after `--for`: `alpine:3.20`. */
    readonly name: string;
    /** `null`: no C library at all. */
    readonly libc: {
        readonly kind: Libc & ('glibc' | 'musl');
        readonly version: string | null;
    } | null;
    /** Names of libraries beside those of the C library itself. */
    readonly libraries: readonly string[];
    /** Nothing but these libraries is there; otherwise others may be, or may be installed. */
    readonly complete: boolean;
    /** The newest `GLIBCXX_` version of its libstdc++; `null` when it has none. */
    readonly libstdcxx: string | null;
    /** Command that installs a package, without its name. */
    readonly install: string | null;
    /** Where that is written. */
    readonly source: string;
}
/**
 * Places that are known by name. Versions of glibc and musl are those of the release, as their package lists say;
 * of libstdc++ by the GCC that made it (https://gcc.gnu.org/onlinedocs/libstdc++/manual/abi.html).
 */
export declare const PLACES: readonly Place[];
/** Other names of the same places. */
export declare const PLACE_NAMES: Readonly<Record<string, string>>;
/** Loaders of glibc by processor (each architecture's ABI; glibc's sysdeps, ld.so name and slibdir). */
export declare const GLIBC_LOADERS: Readonly<Record<string, readonly string[]>>;
/**
 * Whether a C library itself gives a library of that name. musl takes every name of its own parts for itself, whatever follows
 * the dot (ldso/dynlink.c, load_library).
 */
export declare function isOfLibc(libc: Libc, library: string): boolean;
