/** What becomes of a part of Go itself without cgo. */
export interface StandardLibraryEffect {
    /** An import path, a flag or a platform. */
    readonly what: string;
    /** What the program is then. */
    readonly without: string;
    /** Page of docs/ that says more. */
    readonly page?: string;
}
/** The parts of Go that are something else without cgo. */
export declare const STANDARD_LIBRARY: readonly StandardLibraryEffect[];
