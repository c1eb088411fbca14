/** One line of untrusted text made harmless: line breaks and tabs become spaces, other invisible characters visible (`\u{1b}`). */
export declare function oneLine(text: string): string;
/** The lines of untrusted text, each made harmless; tabs become four spaces. */
export declare function safeLines(text: string): readonly string[];
/** Makes a whole output mean nothing to a runner: it obeys `::` at the start of a line and `##[` anywhere in one. */
export declare function withoutCommands(output: string): string;
