import type { Module, Root } from '../snapshot/index.js';
/** Which module of a build list a package belongs to. */
export interface Owner {
    readonly module: Module;
    /** Folders from the project's directory in which its files can be; empty for what lies in the module cache alone. */
    readonly folders: readonly string[];
    /** Whether its code is part of this repository: a main module, or a folder in place of a module. */
    readonly ours: boolean;
}
/** Finds the owners of packages in a root; `null` for what is of no module of it, such as the standard library. */
export declare function ownersIn(root: Root): (path: string) => Owner | null;
