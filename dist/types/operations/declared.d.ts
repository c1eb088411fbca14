import { type Declaration, type UnreadableFile } from '../declared/index.js';
import type { Degrade, Finding } from '../report/index.js';
import type { Snapshot } from '../snapshot/index.js';
import type { ChainResult } from './chain.js';
import type { Session } from './session.js';
export interface DeclaredOptions {
    /** The directory of the project; the whole repository that it lies in is read. */
    readonly directory: string;
    /** What was recorded, to be held against what is declared for the same jobs. */
    readonly measured?: readonly Snapshot[];
}
/** What a repository says of the environments that build it. */
export interface DeclaredOutcome {
    /** Places are files from the top of the repository. */
    readonly declarations: readonly Declaration[];
    /** Places are files from the directory of the project, as in every report. */
    readonly findings: readonly Finding[];
    readonly unreadable: readonly UnreadableFile[];
    /** What was not read, and why; `unreadable` files, too. */
    readonly degraded: readonly Degrade[];
}
/**
 * Reads what the files of a repository say of the environments that build it, and what of that contradicts itself or what was
 * measured. Runs no go command and nothing of the repository. Throws `directory-missing` and `cancelled`.
 */
export declare function declared(session: Session, options: DeclaredOptions): Promise<DeclaredOutcome>;
/**
 * What the chain finds, and what the repository declares otherwise: other machines may fail for it, this one does not, so it is a
 * warning at most. The files are read while go works. Throws as the chain does, and `cancelled`.
 */
export declare function withDeclared(session: Session, directory: string, work: () => Promise<ChainResult>): Promise<ChainResult>;
/** Findings on what is declared are known when the baseline had them. */
export declare function knownIn(baseline: Snapshot, findings: readonly Finding[]): readonly Finding[];
