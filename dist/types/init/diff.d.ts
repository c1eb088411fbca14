/** What changes between two texts, as `diff -u` shows it; empty when nothing does. */
export declare function unifiedDiff(name: string, before: string, after: string): string;
