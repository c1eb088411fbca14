import type { Report } from './model.js';
export interface TextOptions {
    readonly color: boolean;
    /** Everything that was recorded, explained differences too. */
    readonly verbose?: boolean;
    /** The verdict and the errors only. */
    readonly quiet?: boolean;
}
/**
 * The report for a terminal or a log. The first five lines name the verdict, what fails, where, and the fix.
 * Nothing is cut to a width; controls, bidirectional marks and runner commands in anything recorded are made harmless.
 */
export declare function renderText(report: Report, { color, verbose, quiet }: TextOptions): string;
