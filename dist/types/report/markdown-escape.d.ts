/** One line of untrusted text as `<code>`: GitHub makes no mention, issue, commit or address link in there. Empty text gives nothing. */
export declare function code(text: string): string;
/** Untrusted prose: plain words as they are, everything else as `<code>`. */
export declare function prose(text: string): string;
/** Lines of untrusted text, verbatim, as one `<pre>` on one source line: no blank line can end it, no fence can stay open. */
export declare function verbatim(lines: readonly string[]): string;
