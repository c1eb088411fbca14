import type { VersionNeed } from './elf-dynamic.js';
/** Compares dotted numbers: negative, zero or positive. */
export declare function compareVersions(a: string, b: string): number;
/** The release of glibc that has a symbol version first: `2.34` for `GLIBC_2.34`; `null` for what is none of glibc's. */
export declare function glibcOf(version: string): string | null;
/** The oldest glibc that has all versions asked for; weak ones are only warned about by the loader. */
export declare function oldestGlibc(needs: readonly VersionNeed[]): string | null;
