import type { Report } from './model.js';
/** An annotation as GitHub's API takes it in a check run. */
export interface CheckAnnotation {
    /** POSIX, from the top of the repository. */
    readonly path: string;
    readonly start_line: number;
    readonly end_line: number;
    readonly start_column?: number;
    readonly end_column?: number;
    readonly annotation_level: 'notice' | 'warning' | 'failure';
    readonly title: string;
    readonly message: string;
}
/** A completed check run. */
export interface Check {
    readonly title: string;
    /** Markdown; the platform shows the title above it. */
    readonly summary: string;
    /** Markdown; `null` when the summary has room for everything. */
    readonly text: string | null;
    /** `neutral`: not red, and no word for it that looks like a proof. */
    readonly conclusion: 'success' | 'failure' | 'neutral';
    /** All of them, the most severe first: the platform takes `LIMITS.annotationsPerRequest` at a time. */
    readonly annotations: readonly CheckAnnotation[];
}
export interface CheckOptions {
    /** Whether the run fails, by its exit code. */
    readonly failed: boolean;
    /** `false`: who made the snapshots cannot be trusted with a success, so the best there is is `neutral` (default true). */
    readonly mayPass?: boolean;
    /** The project's directory from the top of the repository, POSIX. */
    readonly directory?: string;
    /** Where the pages of the rules are, without a slash at the end. */
    readonly rulesUrl?: string | null;
}
/** The report as a check run. What to do comes first; the tables go to the text when the summary has no room for everything. */
export declare function renderCheck(report: Report, options: CheckOptions): Check;
