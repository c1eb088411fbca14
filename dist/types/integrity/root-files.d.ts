import { type Host } from '../host/index.js';
import { type GoSum } from '../modules/index.js';
import { type GoValues, type RootPlace } from './roots.js';
/** One file that decides what is built, as it was read. */
export interface RootFile {
    /** POSIX path from the root; `../go.work` when it lies above. */
    readonly name: string;
    /** Absolute. */
    readonly path: string;
    readonly text: string;
}
/** The files of a root: go.mod, go.sum and, in a workspace, those of go.work and every member. */
export interface RootFiles {
    readonly goMods: readonly RootFile[];
    readonly goWork: RootFile | null;
    readonly sums: readonly (RootFile & {
        readonly sum: GoSum;
    })[];
    readonly modulesTxt: RootFile | null;
    /** Folders of the main modules, absolute. */
    readonly members: readonly string[];
    /** Absolute; whether it is there is another question. */
    readonly vendorFolder: string;
    /** sha256 (hex) by name. */
    readonly hashes: Readonly<Record<string, string>>;
    /** Absolute paths of all that go could write, there or not. */
    readonly writable: readonly string[];
}
/** Reads the files of a root. A file that cannot be read throws; one that is not there is left out. */
export declare function readRootFiles(host: Host, place: RootPlace, go: GoValues): Promise<RootFiles>;
