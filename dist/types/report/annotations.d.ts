import { type JobNames } from './job-names.js';
import type { Finding, Report } from './model.js';
import { type FindingGroup } from './order.js';
/** A message at a line of a file, as GitHub shows it in a change. */
export interface Annotation {
    readonly level: 'error' | 'warning' | 'notice';
    /** POSIX, from the top of the repository. */
    readonly file?: string;
    readonly line?: number;
    readonly column?: number;
    readonly title: string;
    readonly message: string;
}
export interface AnnotationLimits {
    /** Shown per level and step. */
    readonly perLevel?: number;
    /** Characters of a message. */
    readonly messageCharacters?: number;
    /** The project's directory from the top of the repository, POSIX; locations are below it (default the top). */
    readonly directory?: string;
}
/** How loud a finding is. */
export declare function levelOf({ severity, state }: Finding): Annotation['level'];
/** What a finding says where no layout is to be had: lines of plain text, nothing of which can be obeyed. */
export declare function messageOf({ finding, targets }: FindingGroup, names: JobNames): string;
/** A file from the top of the repository; `null` for one that is not inside: nothing recorded may point elsewhere. */
export declare function fileOf(file: string, directory: string): string | null;
/** A title that fits. */
export declare function titleOf(title: string): string;
/**
 * The annotations of a report, the most severe first, at most `perLevel` of each level. Fixed findings make none.
 * The same cause in several targets makes one. When some are left out, the last one of that level says how many.
 */
export declare function annotationsOf(report: Report, limits?: AnnotationLimits): readonly Annotation[];
