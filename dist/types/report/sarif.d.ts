import type { Report } from './model.js';
export interface SarifOptions {
    /** The file, from the top of the repository, of findings that have none: code scanning refuses results without a place. */
    readonly fallback: string;
    /** The project's directory from the top of the repository, POSIX; locations are below it (default the top). */
    readonly directory?: string;
    /**
     * Also what the baseline had and this run has not, as `absent` (default false): code scanning closes an alert when it is
     * no longer uploaded, and takes an absent one for open.
     */
    readonly absent?: boolean;
    /** Where the pages of the rules are, without a slash at the end. */
    readonly rulesUrl?: string | null;
}
/**
 * The report as SARIF 2.1.0, within what code scanning takes: one run, a result for each finding, the most severe first.
 * What was not done, and how many results had no room, are notifications of the run.
 */
export declare function renderSarif(report: Report, options: SarifOptions): string;
