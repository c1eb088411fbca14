import type { Host } from '../host/index.js';
import type { Libc } from '../snapshot/index.js';
/**
 * The C library of this Linux: glibc by what getconf says, musl by its loader. `null` on other systems, and where there is no
 * C library at all (an image made from scratch). A glibc system with musl's tools installed is a glibc system.
 */
export declare function findLibc(host: Host): Promise<Libc | null>;
