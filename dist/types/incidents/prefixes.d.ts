/** Text without escape sequences, control characters (tabs stay) and marks that reorder or hide text. */
export declare function withoutControls(text: string): string;
/** A line without what the log put before it. */
export declare function stripPrefixes(line: string): string;
