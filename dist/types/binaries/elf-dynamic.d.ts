import { type Faults } from './bytes.js';
import { type Elf } from './elf.js';
/** One entry of the dynamic section: a tag and a number. */
export interface DynamicEntry {
    readonly tag: number;
    readonly value: number;
}
/** Symbol versions asked of one library. */
export interface VersionNeed {
    readonly library: string;
    readonly versions: readonly {
        readonly name: string;
        readonly weak: boolean;
        readonly index: number;
    }[];
}
/** One symbol version that a library defines; `base` is the library's own name. */
export interface VersionDefinition {
    readonly name: string;
    readonly base: boolean;
    readonly index: number;
}
/** A symbol that a loader binds. */
export interface DynamicSymbol {
    readonly name: string;
    /** Somebody else must define it. */
    readonly undefined: boolean;
    readonly weak: boolean;
    /** Nobody else sees it. */
    readonly local: boolean;
    readonly versionIndex: number | null;
}
/** What a loader is told. */
export interface Dynamic {
    readonly entries: readonly DynamicEntry[];
    readonly needed: readonly string[];
    readonly soname: string | null;
    readonly rpath: readonly string[];
    readonly runpath: readonly string[];
    readonly needs: readonly VersionNeed[];
    readonly definitions: readonly VersionDefinition[];
    /** `DF_1_PIE`: an executable, although its type says library. */
    readonly pie: boolean;
}
/** Tags of the dynamic section that are used here (glibc's elf.h). */
export declare const TAG: {
    readonly end: 0;
    readonly needed: 1;
    readonly hash: 4;
    readonly strings: 5;
    readonly symbols: 6;
    readonly stringsSize: 10;
    readonly soname: 14;
    readonly rpath: 15;
    readonly bindNow: 24;
    readonly runpath: 29;
    readonly flags: 30;
    readonly flags1: 1879048187;
    readonly definitions: 1879048188;
    readonly definitionCount: 1879048189;
    readonly needs: 1879048190;
    readonly needCount: 1879048191;
    readonly versionSymbols: 1879048176;
};
/** Reads what a loader is told; empty for a static program. */
export declare function readDynamic(elf: Elf, faults: Faults): Dynamic;
/** The symbols that a loader binds, in the order of the file; `null` when their number is not said anywhere. Throws `Malformed`. */
export declare function readDynamicSymbols(elf: Elf, { entries }: Dynamic): readonly DynamicSymbol[] | null;
