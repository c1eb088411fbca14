/**
 * What `go mod tidy -diff` would change in go.sum: `-path version h1:…` for a line that it takes out, `+…` for one that it puts in,
 * sorted by that line, at most 500. A line that only moves is none; what it says of go.mod is left out.
 */
export declare function parseTidyDiff(diff: string): readonly string[];
