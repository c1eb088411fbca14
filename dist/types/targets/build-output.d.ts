import type { Location } from '../report/index.js';
/** One thing that `go build` says is wrong. */
export interface BuildFailure {
    /** Import path that failed, as `go build -json` attributes it: the package itself, or the one that is not there; `null` where the text does not say. */
    readonly package: string | null;
    /**
     * Where, as printed, with slashes and without `./`: Go files from the directory of the command,
     * C files and headers from that of their package. `null` for places nobody can open.
     */
    readonly location: Location | null;
    /** The first line without its place, and the lines that belong to it; bounded. */
    readonly message: string;
}
/**
 * Reads what a failed `go build` printed (both streams, with `-json` too) into its failures, in the order printed.
 * Warnings are none. Colour, CRLF, Windows paths and bytes that were no UTF-8 are understood. Linear in the text.
 */
export declare function parseBuildOutput(output: string): BuildFailure[];
/** Import paths of failures, each once, sorted by UTF-8 bytes. */
export declare function failedPackages(failures: readonly BuildFailure[]): string[];
