import { type GoesOn } from './layout.js';
import type { LogPart } from './parts.js';
/** One line of a log as the tool printed it, freed from what the log put around it. */
export interface LogLine {
    /** Position in the list of lines that were read. */
    readonly index: number;
    /** From 1, in the text as given. */
    readonly number: number;
    /** With plain quotes. */
    readonly text: string;
    /** With the quotes as they were. */
    readonly shown: string;
    /** Which of several outputs that came at the same time it belongs to; empty where there is one. */
    readonly stream: string;
    /** Import path of the package in whose output it stands. */
    readonly package: string | null;
    /** Behind the header `# package`, which compilers get and the loader does not. */
    readonly headed: boolean;
}
/**
 * A log as lines: colour, carriage returns, control characters and the prefixes of CI systems and editors taken off, outputs that came
 * at the same time one after the other, structured lines unfolded, each with the package in whose output it stands. Linear; bounded for
 * any input. Lines that were broken are put together as `goesOn` says.
 */
export declare function readLog(parts: readonly LogPart[], goesOn?: GoesOn): readonly LogLine[];
