import type { Finding } from '../report/index.js';
import type { Snapshot, TargetResult } from '../snapshot/index.js';
/** Tells targets of several roots apart. NUL can be in neither part. */
export declare function targetKey({ root, target }: Pick<TargetResult, 'root' | 'target'>): string;
/** A target was really compiled, or is known to be what was compiled. */
export declare function builds(result: TargetResult): boolean;
/** Findings for targets that build no longer, build again, build other programs, are new or are gone. */
export declare function targetFindings(baseline: Snapshot, present: Snapshot): readonly Finding[];
/** Whether a target fails as it did before: by the same rule, in no further package. */
export declare function isSameFailure(was: TargetResult, now: TargetResult): boolean;
/**
 * Marks what the baseline knows: a finding of a target that failed there by the same rule becomes `known`.
 * With the present snapshot, all findings of a failure that is the old one (same rule, no further package) do.
 * Everything else keeps its state.
 */
export declare function stateOf(findings: readonly Finding[], baseline: Snapshot, present?: Snapshot): readonly Finding[];
