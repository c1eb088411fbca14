/** Text without escape sequences, control characters (tabs stay) and marks that reorder or hide text. */
export declare function withoutControls(text: string): string;
/** A line without what the log put before it. */
export interface PeeledLine {
    readonly text: string;
    /** Which of several outputs it belongs to; empty when its prefix does not tell. */
    readonly stream: string;
}
/** Takes off what a log put before a line. */
export declare function peel(line: string): PeeledLine;
/** A line with the plain quotes and signs that compilers in other languages, web pages and word processors put others for. */
export declare function straighten(line: string): string;
