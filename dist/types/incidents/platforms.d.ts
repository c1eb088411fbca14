/** Whether `int` has 32 bits on this processor; `null` when it is not known. */
export declare function isNarrow(goarch: string | undefined): boolean | null;
/** The supported pair that was probably meant; `null` when nothing is near. */
export declare function nearestPlatform(goos: string, goarch: string): string | null;
/** Whether an import path is one of Go's own: what fails there is not the program's fault. */
export declare function isStandard(path: string): boolean;
