/** What a structured line says. */
export interface Said {
    readonly text: string;
    /** The package it speaks of, where the line says so. */
    readonly package?: string;
}
/**
 * The lines that a structured line holds: `go build -json`, `go mod download -json`, docker's and other loggers, quoted output;
 * `null` when it is a plain line.
 */
export declare function structuredLines(line: string): readonly Said[] | null;
