/** Why the database said nothing of a module version. */
export interface Silence {
    readonly says: 'unknown-there' | 'no-answer';
    /** One clause, without machine paths and credentials: `it cannot be reached`. */
    readonly reason: string;
}
/** What go's error for one module, or for all, means. */
export declare function readSilence(error: string): Silence;
/** For a record that came, was proved, and does not name what was asked. */
export declare const SILENT_RECORD: Silence;
/** What go printed of two histories, bounded; `null` when it printed nothing like it. */
export declare function readFork(stderr: string): readonly string[] | null;
