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
}
/** A workflow run whose artifact is meant: only the report action can read it. */
 | {
    readonly kind: 'run';
    readonly id: number;
};
/** Reads `auto`, `none`, `file:PATH`, `git:REF` or `run:ID`; empty is `auto`. Throws `usage`. */
export declare function parseBaselineName(text: string): BaselineName;
