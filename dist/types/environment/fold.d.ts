/** Folders of a machine, each as given and with its links resolved; empty where there is none. */
export interface Folds {
    readonly goroot: readonly string[];
    /** Lists as in PATH are taken apart. */
    readonly gopath: readonly string[];
    readonly gomodcache: readonly string[];
    /** The project. */
    readonly workspace: readonly string[];
    readonly temp: readonly string[];
    readonly home: readonly string[];
}
/** The parts of a PATH-like list; a drive's colon divides nothing. */
export declare function splitPathList(text: string): readonly string[];
/** Replaces folders of the machine by `$GOMODCACHE $GOPATH $GOROOT $WORKSPACE $TMP $HOME`, at path boundaries, longest first. */
export type Fold = (text: string, options?: {
    readonly except?: string;
}) => string;
/** A function that folds texts; `except` names a base that is left alone (a key never folds by itself). */
export declare function makeFold(folds: Folds): Fold;
