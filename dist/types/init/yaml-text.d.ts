/** A text as a YAML value: plain where nothing else could be read from it, else in double quotes. */
export declare function yamlValue(text: string): string;
/** Texts as a YAML list in one line. */
export declare function yamlList(items: readonly string[]): string;
