import type { Degrade, Finding, ReportTarget } from '../report/index.js';
import type { TargetResult } from '../snapshot/index.js';
import type { RecordedRoot, Recording } from './record-project.js';
import type { Session } from './session.js';
/** What came of the targets of a project. */
export interface Building {
    /** Root after root, targets in the order asked for. */
    readonly results: readonly TargetResult[];
    /** The same, as the report shows them. */
    readonly targets: readonly ReportTarget[];
    readonly findings: readonly Finding[];
    readonly degraded: readonly Degrade[];
}
/** Builds every target in every root that may be built; says for the others that they were skipped, and why. */
export declare function buildProject(session: Session, recording: Recording, buildable: readonly RecordedRoot[], options: Proving & {
    readonly skipped: string;
}): Promise<Building>;
/** Whether a target says that a build with these inputs went well. */
export declare function isProof({ outcome, proof }: TargetResult): boolean;
/** How a proof is remembered: a target of another root, or another target, has another one anyway; both are named for people. */
export declare function proofKey({ root, target, proof }: Pick<TargetResult, 'root' | 'target' | 'proof'>): string;
interface Proving {
    readonly packages: readonly string[] | undefined;
    /** What a trusted baseline built, by `proofKey`. */
    readonly proofs: ReadonlyMap<string, TargetResult>;
    /** Whether proofs are made for a later run also when there is none to look for. */
    readonly keepProofs: boolean;
}
export {};
