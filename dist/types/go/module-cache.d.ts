/** Where the module cache keeps one module version; absolute paths, there or not. */
export interface CachePlaces {
    readonly info: string;
    readonly mod: string;
    readonly zip: string;
    readonly ziphash: string;
    readonly lock: string;
    /** There while go extracts the directory: until it is gone, go takes the directory for none and extracts it anew. */
    readonly partial: string;
    /** The extracted directory. */
    readonly directory: string;
}
/** The files of a module version in the module cache `cache` (`go env GOMODCACHE`), as cmd/go/internal/modfetch names them. */
export declare function cachePlaces(cache: string, path: string, version: string): CachePlaces;
