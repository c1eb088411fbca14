/** Where a user wants the baseline from. */
export type BaselineName = {
    readonly kind: 'auto';
} | {
    readonly kind: 'none';
}
/** As written: relative to the project's directory. */
 | {
    readonly kind: 'file';
    readonly path: string;
}
/** A commit, branch or tag whose baseline file is meant. */
 | {
    readonly kind: 'git';
    readonly ref: string;
};
/** Reads `auto`, `none`, `file:PATH` or `git:REF`; empty is `auto`. Throws `usage`. */
export declare function parseBaselineName(text: string): BaselineName;
