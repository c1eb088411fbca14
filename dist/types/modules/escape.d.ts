/** Capital letters as golang.org/x/mod/module escapes them (`!d` for `D`) in the module cache and on proxies, for file systems that ignore case. */
export declare function escapeModule(path: string): string;
/** The other way round. */
export declare function unescapeModule(path: string): string;
