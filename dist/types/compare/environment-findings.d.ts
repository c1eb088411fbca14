import type { EnvironmentDrift, Finding } from '../report/index.js';
import type { Snapshot } from '../snapshot/index.js';
import { type ChangedFiles } from './changed-files.js';
import type { Edit } from './explain-change.js';
/** How a value is shown: what is not there and what is empty are told apart, and nothing is endless. */
export declare function showValue(value: string | null): string;
/** What a change has to do with differences. */
export interface ChangeContext {
    readonly change: ChangedFiles;
    /** The differences that the change accounts for. */
    readonly edits: ReadonlyMap<EnvironmentDrift, Edit>;
}
/** `newer: go1.25.3 → go1.26.8 (minor)`, as far as both can be read. */
export declare function describeMove(before: string | null, after: string | null): string;
/**
 * Findings for what differs in the environment. An explained difference makes none (the explanation is in the comparison),
 * but for the Go that builds, and for what the change itself accounts for: that is always worth a note.
 */
export declare function environmentFindings(drifts: readonly EnvironmentDrift[], present: Snapshot, context?: ChangeContext | null): readonly Finding[];
/** How a difference that the configuration ignores is explained. */
export declare function ignoredBecause(reason: string): string;
