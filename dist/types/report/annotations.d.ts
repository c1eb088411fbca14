import type { Report } from './model.js';
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
    /** Shown per level and step (default 10: actions/runner, ExecutionContext.cs). */
    readonly perLevel?: number;
    /** Characters of a message (default 4096: likewise). */
    readonly messageCharacters?: number;
    /** The project's directory from the top of the repository, POSIX; locations are below it (default the top). */
    readonly directory?: string;
}
/**
 * The annotations of a report, the most severe first, at most `perLevel` of each level. Fixed findings make none.
 * The same cause in several targets makes one. When some are left out, the last one of that level says how many.
 */
export declare function annotationsOf(report: Report, limits?: AnnotationLimits): readonly Annotation[];
