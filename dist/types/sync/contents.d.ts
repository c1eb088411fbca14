import type { Host } from '../host/index.js';
/** Where the content comes from: what is staged, a commit, or the files as they lie there. */
export type ContentSource = {
    readonly from: 'index';
} | {
    readonly from: 'commit';
    readonly reference: string;
} | {
    readonly from: 'worktree';
};
/** One file to bring. */
export interface SyncedFile {
    /** With slashes, from the top of the repository. */
    readonly path: string;
    readonly content: Uint8Array;
    /** sha256 of the content, hex. */
    readonly sum: string;
    /** Its name among git's objects; empty for a file that is not stored. */
    readonly blob: string;
}
/** A repository, as far as sync needs it. */
export interface Repository {
    /** Top of the working tree; absolute, links resolved. */
    readonly top: string;
    /** The folder that all working trees of the repository share. */
    readonly commonFolder: string;
}
/** Finds the repository of a directory. Throws `git-failed`. */
export declare function openRepository(host: Host, directory: string): Promise<Repository>;
/** The files of the repository that sync brings, sorted by path. Throws `git-failed`. */
export declare function readContents(host: Host, { top }: Repository, source: ContentSource): Promise<readonly SyncedFile[]>;
/** What git still has of contents that were to be brought later. Throws `git-failed` when it has it no longer. */
export declare function readPending(host: Host, { top }: Repository, blobs: Readonly<Record<string, string>>): Promise<readonly SyncedFile[]>;
