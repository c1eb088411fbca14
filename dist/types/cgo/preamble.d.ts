/** The C code of one Go file: the comment over `import "C"`. */
export interface Preamble {
    /** Line of its first line in the Go file, from 1. */
    readonly line: number;
    readonly text: string;
}
/**
 * The preambles of a Go file as cgo reads them (cmd/cgo, go/ast doc comments): a comment that ends on the line before `import "C"`.
 * An import inside of a group with others has its comment there, and is not read.
 */
export declare function readPreambles(source: string): readonly Preamble[];
