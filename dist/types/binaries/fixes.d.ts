import type { Fix } from '../report/index.js';
import type { Binary } from './model.js';
/** Ways to a program that an older glibc accepts. */
export declare function glibcFixes(binary: Binary, version: string): readonly Fix[];
/** Ways to a program that a place with another C library, or with none, accepts. */
export declare function libcFixes(binary: Binary, libc: 'glibc' | 'musl' | null): readonly Fix[];
/** A program for another processor or system. */
export declare function platformFixes(binary: Binary, goos: string, goarch: string | null): readonly Fix[];
