/** Writes untrusted text into Markdown, so that it stays text. Everything it gives is one source line that closes what it opens. */
export interface Pen {
    /** One line as `<code>`: GitHub makes no mention, issue, commit or address link in there. Empty text gives nothing. */
    readonly code: (text: string) => string;
    /** Prose: plain words as they are, everything else as `<code>`. */
    readonly prose: (text: string) => string;
    /** Lines, verbatim, as one `<pre>`: no blank line can end it, no fence can stay open. */
    readonly verbatim: (lines: readonly string[]) => string;
}
/** A pen that cuts each text, and each verbatim line, at so many characters (UTF-16 units). */
export declare function penOf(characters: number): Pen;
