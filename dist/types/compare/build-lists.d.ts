import type { Module, Root, Snapshot } from '../snapshot/index.js';
/** One root over all jobs. */
export interface SharedRoot {
    readonly directory: string;
    /** One per job; `null` where the job does not have it, or stopped before its modules were known. */
    readonly roots: readonly (Root | null)[];
}
/** Every root that some job has, by directory, in order of first appearance. */
export declare function shareRoots(snapshots: readonly Snapshot[]): readonly SharedRoot[];
/** Whether two modules are the same to the last hash. */
export declare function isSameModule(a: Module, b: Module): boolean;
/** What a build list has otherwise than another one. */
export interface ListDelta {
    /** Paths of modules that are not the same on both sides. */
    readonly paths: ReadonlySet<string>;
    /** By path; what only the other list has is not in it. */
    readonly own: ReadonlyMap<string, Module>;
}
/** A build list that others are held against. */
export interface ReferenceList {
    readonly byPath: ReadonlyMap<string, Module>;
    readonly delta: (modules: readonly Module[]) => ListDelta;
}
/** Makes a build list ready to be held against many; linear in each, and without a copy for those that are the same. */
export declare function referenceList(reference: readonly Module[]): ReferenceList;
