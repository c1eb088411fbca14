import type { Report } from './model.js';
export interface MarkdownOptions {
    /** UTF-8 bytes that the whole may have: see `LIMITS`. */
    readonly maxBytes: number;
    /** Where the pages of the rules are, without a slash at the end: each finding then links to its own. */
    readonly rulesUrl?: string | null;
}
/** Parts of a report: the verdict; what it means and what to do; the tables. */
export interface MarkdownParts {
    readonly verdict: boolean;
    readonly news: boolean;
    readonly tables: boolean;
}
/** Parts of a report within a budget: with less and less detail until it fits, then cut between lines; and whether all of it is there. */
export declare function renderParts(report: Report, parts: MarkdownParts, { maxBytes, rulesUrl }: MarkdownOptions): {
    readonly text: string;
    readonly whole: boolean;
};
/**
 * The report as GitHub Markdown within a budget of bytes: the verdict, what to do, the findings, then tables; long parts folded.
 * Too large, it tells less and less until it fits, and is at last cut between lines, with everything closed.
 * Everything recorded is printed through one escaper, so it stays text.
 */
export declare function renderMarkdown(report: Report, options: MarkdownOptions): string;
