/**
 * Whether a list of patterns as in GOPRIVATE matches a module path: each is held against as many elements of the path as it
 * has itself (MatchPrefixPatterns in golang.org/x/mod/module).
 */
export declare function matchesModulePatterns(list: string, path: string): boolean;
/** Whether patterns leave no module out: `*`, `*.*`, `?*`, `*.com,*.org,*.in,*.io,*.net`. */
export declare function matchesEveryModule(list: string): boolean;
