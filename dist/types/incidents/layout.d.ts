import type { LogPart } from './parts.js';
/** A line of a log with what is known of its place. */
export interface PlacedLine {
    /** From 1, in the text as given. */
    readonly number: number;
    readonly text: string;
    /** The text before its quotes were straightened. */
    readonly shown: string;
    /** Which of several outputs it belongs to; empty when nothing tells. */
    readonly stream: string;
    /** The package that a structured line names. */
    readonly package?: string;
}
/** The lines as they were printed: what a log or a page did to all of them is undone. */
export declare function arrange(lines: readonly PlacedLine[]): readonly PlacedLine[];
/** What of a line belongs to the end of the one before it; `null` when it is a line of its own. */
export type GoesOn = (line: string, next: string) => string | null;
/** A way in which lines of a log may have been broken. */
export interface Breaking {
    readonly goesOn: GoesOn;
    /** Several lines tell so: hardly by chance. */
    readonly isSure: boolean;
}
/** The ways in which the lines of a log may have been broken: by a terminal at its width, or between words. */
export declare function breakingsOf(parts: readonly LogPart[]): readonly Breaking[];
