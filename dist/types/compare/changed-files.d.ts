import type { Location } from '../report/index.js';
import type { ChangedFile, ChangeFacts } from './change.js';
/** A change, ready to be asked which files it touches. Paths are from the top of the repository unless said otherwise. */
export interface ChangedFiles {
    readonly name: string;
    readonly complete: boolean;
    readonly directory: string;
    readonly byPath: ReadonlyMap<string, ChangedFile>;
    /** What a package is compiled of, by its folder; tests are left out. */
    readonly sources: ReadonlyMap<string, readonly ChangedFile[]>;
    readonly workflows: readonly ChangedFile[];
    /** What is below `.github/actions`. */
    readonly composites: readonly ChangedFile[];
    /** The lines that the change brings to a file of the module system, by each of their words; worked out once a file. */
    linesWith(file: ChangedFile, word: string): readonly ChangedLine[];
    /** The first line that the change brings to a file and that has this in it; worked out once a file and hint. */
    lineAbout(file: ChangedFile, hint: RegExp | string): number | undefined;
}
/** An added line of go.mod or go.sum. */
export interface ChangedLine {
    readonly line: number;
    /** Unquoted, without the comment. */
    readonly words: readonly string[];
}
/** Indexes a change; linear in its files. */
export declare function indexChange(change: ChangeFacts): ChangedFiles;
/** Parts of a POSIX path as one, without `.` and `..`; `null` when it leaves its top. */
export declare function joinPath(...parts: readonly string[]): string | null;
/** The file of the change at a path from the project's directory, if the change touches it. */
export declare function touched(change: ChangedFiles, ...path: readonly string[]): ChangedFile | null;
/** How a sentence names a file of the repository: from the project's directory, where it is below it. */
export declare function shownPath({ directory }: ChangedFiles, path: string): string;
/** The place of a file of the change; `null` for what is not below the project, which a location cannot name. */
export declare function locate(change: ChangedFiles, { path }: ChangedFile, line?: number): Location | null;
/** The name of a change with a verb: `this pull request edits`, `the commits since the baseline edit`. */
export declare function does({ name }: Pick<ChangedFiles, 'name'>, verb: 'edits' | 'bumps' | 'downgrades' | 'replaces' | 'adds' | 'touches' | 'asks'): string;
