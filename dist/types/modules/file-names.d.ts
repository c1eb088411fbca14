/**
 * Why a module may not hold a file of this name (POSIX, from the root of the module); `null` when it may.
 * A port of golang.org/x/mod/module, CheckFilePath.
 */
export declare function faultOfFileName(name: string): string | null;
