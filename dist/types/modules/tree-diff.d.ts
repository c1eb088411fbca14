/** What a comparison must know of a file. */
export interface ComparedFile {
    readonly path: string;
    readonly kind: 'file' | 'symlink' | 'other';
    /** Of its content; `null` for what is no regular file. */
    readonly sha256: string | null;
    /** Permission bits; 0 where they are not known. */
    readonly mode: number;
}
/** How one file differs from what it should be. */
export interface FileChange {
    /** POSIX, from the root of the module. */
    readonly path: string;
    readonly change: 'modified' | 'added' | 'removed' | 'mode' | 'link' | 'irregular';
}
/** The files in which two trees differ, sorted by path in UTF-8 byte order. Folders count by what is in them. */
export declare function diffTrees(expected: readonly ComparedFile[], found: readonly ComparedFile[]): readonly FileChange[];
