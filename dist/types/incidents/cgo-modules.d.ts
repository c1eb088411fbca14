/** A well-known module that is nothing, or much less, without cgo. */
export interface CgoModule {
    /** Beginning of the import paths. */
    readonly path: string;
    /** A module without C that does the same; tested on Linux, macOS and Windows. */
    readonly pure?: string;
    /** The name under which programs use it, where it is not the last element. */
    readonly name?: string;
}
/** The module to which an import path (with a version or without) belongs, when it is known to need cgo. */
export declare function findCgoModule(path: string): CgoModule | null;
/** The module that a program knows by this name: `sqlite3` of `sqlite3.ErrBusy`. */
export declare function findCgoModuleNamed(name: string): CgoModule | null;
