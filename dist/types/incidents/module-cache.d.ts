/** The module and package of a file or directory below a module cache; `null` for any other path. */
export declare function cachedModule(path: string): {
    readonly module: string;
    readonly package: string;
} | null;
/** A command that removes exactly one module from the module cache and downloads it again. */
export declare function refetch(module: string, version: string): string;
/** `path@version` or `path@version/go.mod` in its parts. */
export declare function splitModule(module: string): readonly [path: string, version: string, suffix: string];
