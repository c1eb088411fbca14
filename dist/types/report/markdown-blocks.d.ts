import type { Pen } from './markdown-escape.js';
/** How much is told: each step down the ladder tells less. */
export interface Detail {
    /** Findings told in full: those that are open, and those that are folded. */
    readonly open: number;
    readonly folded: number;
    /** Lines of evidence of each. */
    readonly evidence: number;
    /** Rows of a table. */
    readonly rows: number;
    /** Rows of a folded table. */
    readonly foldedRows: number;
    /** Characters of one recorded text. */
    readonly characters: number;
}
/** From everything to the verdict and what to do. */
export declare const LADDER: readonly Detail[];
/** What a section is written with. */
export interface Sheet {
    readonly pen: Pen;
    readonly detail: Detail;
    /** Where the pages of the rules are, without a slash at the end; `null`: nowhere. */
    readonly rulesUrl: string | null;
}
/** Lines of Markdown that end with an empty one. */
export type Block = readonly string[];
/** What says that something is left out. */
export declare function more(hidden: number, what: string): Block;
/** A column of a table: its head, and what it holds for a row. */
export interface Column<Row> {
    readonly head: string;
    readonly cell: (row: Row) => string;
}
/** A table of so many rows at most, without the columns that hold nothing; no table when there is no row to show. */
export declare function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[], limit: number, what: string): Block;
/** A block behind a line of words of our own. The blank line is what makes GitHub read Markdown inside. */
export declare function folded(summary: string, body: Block): Block;
/**
 * As many whole lines as fit, with everything closed that they open: inside a line of ours nothing stays open,
 * so only folded parts can be cut in two.
 */
export declare function cutAtLine(text: string, maxBytes: number): string;
