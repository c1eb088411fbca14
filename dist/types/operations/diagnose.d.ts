import type { GoResult } from '../go/index.js';
import type { BuildFailure } from '../targets/index.js';
import { type IncidentFacts } from '../incidents/index.js';
import type { Finding, FindingSource } from '../report/index.js';
/** Where a failed command ran, and what it was for. */
export interface FailurePlace {
    readonly source: FindingSource;
    /** Absolute directory of the project. */
    readonly project: string;
    /** Absolute directory in which the command ran. */
    readonly directory: string;
    /** Directory of the root as the report names it. */
    readonly root: string;
    readonly target?: string;
    /** The command as a person would type it, where it is not go's. */
    readonly command?: string;
    /** What fails with it: `linux/arm64 does not build`. */
    readonly title: string;
}
/** Findings for the output of a failed command: its incidents in causal order; empty when none is recognised. */
export declare function recognise(output: string, at: FailurePlace, facts: IncidentFacts, failures?: readonly BuildFailure[]): readonly Finding[];
/**
 * Findings for a go command that failed: its incidents in causal order, or, when none is recognised,
 * one `go/unrecognised` with the end of the output. Never empty.
 */
export declare function diagnose(result: GoResult, at: FailurePlace, facts: IncidentFacts, failures?: readonly BuildFailure[]): readonly Finding[];
