import type { Inspection } from './summary.js';
/** Whether every system with that C library has the library: glibc and musl bring these themselves. */
export declare function comesWithLibc(library: string): boolean;
/** What programs need where they run: `glibc 2.34 or newer, libz.so.1`; `null` when they need nothing. */
export declare function describeNeeds(programs: readonly Pick<Inspection, 'linkage' | 'needed' | 'glibc' | 'libc'>[]): string | null;
