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
/** The words of a line as Go's strings.Fields gives them. */
export declare function fieldsOf(line: string): readonly string[];
/** Reads go.sum (or go.work.sum) as cmd/go/internal/modfetch, readGoSum does. Any line ends; empty lines are skipped as Go does. */
export declare function parseGoSum(text: string): GoSum;
/** What a go.sum line is about, as Go writes it: `path@version` or `path@version/go.mod`. */
export declare function sumKey(path: string, version: string, goMod: boolean): string;
/**
 * Hashes by `sumKey`, in file order. In a workspace go reads several files: give them all. Lines with an algorithm that no Go release
 * knows are left out: for go, too, a version that has only such a line has none.
 */
export declare function indexGoSums(sums: readonly GoSum[]): ReadonlyMap<string, readonly string[]>;
/** Two lines of go.sum that say different things of one version. */
export interface SumContradiction {
    readonly first: GoSumLine;
    readonly second: GoSumLine;
}
/**
 * Lines for one thing with another hash than its first line: a merge that kept both sides, or a line put in front of the right one.
 * Go compares with the first alone (cmd/go/internal/modfetch, haveModSumLocked) and says nothing of the others.
 */
export declare function findContradictions(sum: GoSum): readonly SumContradiction[];
/** A line whose algorithm no Go release knows. */
export interface UnknownAlgorithm {
    readonly line: GoSumLine;
    /** Whether another line has a hash that go can compare with. */
    readonly covered: boolean;
}
/** Lines with another algorithm than `h1:`. Where nothing else covers the version go downloads it unchecked and warns. */
export declare function findUnknownAlgorithms(sum: GoSum): readonly UnknownAlgorithm[];
/** The line number of a module's hash in the text of go.sum, for a message that points there. */
export declare function findSumLine(goSum: string, path: string, version: string, goMod: boolean): number | null;
