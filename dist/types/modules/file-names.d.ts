/**
 * Why a module may not hold a file of this name (POSIX, from the root of the module); `null` when it may.
 * A port of golang.org/x/mod/module, CheckFilePath.
 */
export declare function faultOfFileName(name: string): string | null;
/** The names of a module as they come, one by one. */
export interface NameTree {
    /**
     * Takes a name that `faultOfFileName` allows, and says why it cannot stand beside those before it; `null` when it can.
     * A folder may come more than once.
     */
    add(name: string, isFolder: boolean): string | null;
    /** Files and folders so far. */
    readonly size: number;
}
/** Finds the names that a file system without case, or any, cannot hold together: golang.org/x/mod/zip, collisionChecker, in linear time. */
export declare function openNameTree(): NameTree;
