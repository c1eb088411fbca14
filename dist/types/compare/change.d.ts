/** One file that a change touches. */
export interface ChangedFile {
    /** POSIX, from the top of the repository. */
    readonly path: string;
    readonly status: 'added' | 'removed' | 'modified' | 'renamed';
    /** Lines that the change brings, as far as the platform gave them: number in the new file, text without the `+`. */
    readonly added: readonly {
        readonly line: number;
        readonly text: string;
    }[];
}
/** What a change does to the repository: the pull request's own diff, or all commits since the baseline. */
export interface ChangeFacts {
    /** How a sentence names it: `this pull request`, `the commits since the baseline`. */
    readonly name: string;
    readonly files: readonly ChangedFile[];
    /** `false`: the platform named only the first of its files, so that a file that is not here may be touched all the same. */
    readonly complete: boolean;
    /** Where the project lies in the repository, POSIX; empty for its top. Paths of snapshots are below it. */
    readonly directory: string;
}
/**
 * The lines that a patch adds, from the hunks of a unified diff as GitHub's compare API gives them.
 * Long lines are cut. What is no hunk, or more than its header announces, adds nothing; never throws, linear.
 */
export declare function readPatch(patch: string): ChangedFile['added'];
