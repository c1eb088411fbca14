/** `!data!dog` as it is written in go.mod: capital letters are escaped in the module cache and on proxies. */
export declare function unescapeModule(path: string): string;
/** The other way round, for a path below the module cache. */
export declare function escapeModule(path: string): string;
/** The module and package of a file or directory below a module cache; `null` for any other path. */
export declare function cachedModule(path: string): {
    readonly module: string;
    readonly package: string;
} | null;
/** A command that removes exactly one module from the module cache and downloads it again. */
export declare function refetch(module: string, version: string): string;
/** `path@version` or `path@version/go.mod` in its parts. */
export declare function splitModule(module: string): readonly [path: string, version: string, suffix: string];
