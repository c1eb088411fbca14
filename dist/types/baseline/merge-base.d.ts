import type { Change } from './change.js';
import type { Git } from './git.js';
/** The commit a change started from. */
export type MergeBase = {
    readonly ok: true;
    readonly commit: string;
} | {
    readonly ok: false;
    readonly reason: string;
};
/** What no reference has (git-check-ref-format), so that no name becomes an option, a range or a path. */
export declare function isReferenceName(name: string): boolean;
/** The name of a commit, or `null` when this clone does not have it. */
export declare function resolveCommit(git: Git, name: string): Promise<string | null>;
/**
 * Where a change left its target branch: the newest commit that both have. It belongs to the target branch,
 * so the change cannot have written it. In a shallow clone it may not be there: the reason then says what to set.
 */
export declare function findMergeBase(git: Git, change: Change): Promise<MergeBase>;
/** A file of a commit: its text, that it is not there, or why it cannot be read. */
export type FileAtCommit = {
    readonly ok: true;
    readonly text: string | null;
} | {
    readonly ok: false;
    readonly reason: string;
};
/** Reads a file as of a commit; `path` is POSIX, from the top of the repository. Symbolic links are refused. */
export declare function readAtCommit(git: Git, commit: string, path: string, maxBytes: number): Promise<FileAtCommit>;
