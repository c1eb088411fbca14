import type { ModuleChange } from '../report/index.js';
import type { Said } from './axes.js';
import { type SharedRoot } from './build-lists.js';
/** A module of a root that not all jobs build alike. */
export interface ModuleRow {
    readonly root: string;
    readonly path: string;
    readonly change: ModuleChange;
    /** What most jobs have. */
    readonly before: string | null;
    readonly after: string | null;
    /** Places of the jobs that have `after`. */
    readonly places: readonly number[];
    /** The first job that has `before`. */
    readonly common: number;
    /** One per job: what it builds; for hashes, the hashes of those that build the same version. */
    readonly values: readonly Said[];
    /** The version that a hash belongs to. */
    readonly version?: string;
}
/** What differs in a root. */
export interface ListDifferences {
    /** Sorted by path. */
    readonly rows: readonly ModuleRow[];
    /** There were more, and the rest was not looked at. */
    readonly cut: boolean;
}
/** Rows of one root: far more than jobs of one commit differ in, and little enough to be told. */
export declare const MOST_ROWS = 20000;
/** What differs between the build lists of a root, module by module against what most jobs have. Linear in jobs times modules. */
export declare function diffLists(shared: SharedRoot): ListDifferences;
