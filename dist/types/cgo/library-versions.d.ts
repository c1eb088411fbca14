import type { Host } from '../host/index.js';
import type { LibraryAnswer } from './libraries.js';
import type { CTool } from './toolchain.js';
/** A header and a library that are not of one version. */
export interface VersionMismatch {
    readonly library: string;
    /** The file of the library. */
    readonly path: string;
    readonly header: string;
    /** What the header says. */
    readonly version: string;
}
/** Which libraries do not hold the version that the header of the same name says, under the flags of a package. */
export declare function findVersionMismatches(host: Host, compiler: CTool, flags: readonly string[], libraries: readonly LibraryAnswer[]): Promise<readonly VersionMismatch[]>;
