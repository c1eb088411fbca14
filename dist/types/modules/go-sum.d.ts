/** One line of go.sum. */
export interface GoSumLine {
    /** From 1. */
    readonly line: number;
    readonly path: string;
    /** Without the `/go.mod` suffix. */
    readonly version: string;
    /** Whether the hash is that of the go.mod file alone, not of the whole zip. */
    readonly goMod: boolean;
    /** With its algorithm: `h1:…`. */
    readonly hash: string;
}
/** A go.sum file, read as the go command reads it. */
export interface GoSum {
    readonly lines: readonly GoSumLine[];
    /** Lines without exactly three fields: Go 1.22 and later refuse the file for them, older ones drop them without a word. */
    readonly malformed: readonly {
        readonly line: number;
        readonly text: string;
    }[];
    /** Line numbers of git's conflict markers; each is malformed, too (`=======` and friends), or would be taken for a module. */
    readonly conflictMarkers: readonly number[];
}
/** Reads go.sum (or go.work.sum). Any line ends; empty lines are skipped as Go does. */
export declare function parseGoSum(text: string): GoSum;
/** What a go.sum line is about, as Go writes it: `path@version` or `path@version/go.mod`. */
export declare function sumKey(path: string, version: string, goMod: boolean): string;
/** Hashes by `sumKey`, in file order. In a workspace go reads several files: give them all. */
export declare function indexGoSums(sums: readonly GoSum[]): ReadonlyMap<string, readonly string[]>;
/** Two lines for one thing with different hashes of one algorithm: a merge that kept both sides. Go takes whichever matches and says nothing. */
export declare function findContradictions(sum: GoSum): readonly {
    readonly first: GoSumLine;
    readonly second: GoSumLine;
}[];
/** The line number of a module's hash in the text of go.sum, for a message that points there. */
export declare function findSumLine(goSum: string, path: string, version: string, goMod: boolean): number | null;
