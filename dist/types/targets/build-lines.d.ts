import type { Location } from '../report/index.js';
/**
 * What `go build` printed as people read it: the text inside the events of `-json`, package after package, for several that fail at once
 * print among one another. Text without events is given back as it is.
 */
export declare function textOfBuild(output: string): string;
/** Lines as a person would see them: without colour and control characters, cut to a bounded length; a gap in the capture is the line `left out`. */
export declare function printedLines(output: string): readonly string[];
/** Commands that `go build -x` and the linker print before they run them. */
export declare function isEcho(line: string): boolean;
/** Lines that go with a diagnostic and say nothing on their own. */
export declare function isSummary(line: string): boolean;
/** Warnings and notes do not fail a build. */
export declare function isNotice(line: string): boolean;
/** Reads `file:line[:column]: message`; `null` when the line has no such form. */
export declare function readDiagnostic(line: string, headed: boolean): {
    readonly location: Location | null;
    readonly message: string;
} | null;
