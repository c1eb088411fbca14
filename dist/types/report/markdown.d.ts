import type { Report } from './model.js';
export interface MarkdownOptions {
    /** UTF-8 bytes that the whole may have: 1,000,000 for a job summary, 65,535 for a check run. */
    readonly maxBytes: number;
}
/**
 * The report as GitHub Markdown within a budget of bytes: with less and less detail until it fits, then cut between lines.
 * Everything recorded is printed through one escaper, so it stays text.
 */
export declare function renderMarkdown(report: Report, { maxBytes }: MarkdownOptions): string;
