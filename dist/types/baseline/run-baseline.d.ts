import type { BaselineReading } from './reading.js';
import type { RunsApi } from './runs-api.js';
import { type TrustRule } from './trust.js';
/** Name of the artifact that holds the baseline of a run: attempts of one run share its artifacts, and a name can be used once. */
export declare function baselineArtifactName(prefix: string, attempt: number): string;
/** Which run is wanted, and what it must be. */
export interface RunBaselineOptions {
    /** `auto`: the nearest that can be trusted; a number: that run or none. */
    readonly reference: 'auto' | {
        readonly run: number;
    };
    /** Where the change under review left its target branch; `null` outside of one. */
    readonly mergeBase: string | null;
    /** The commit that is built: ancestors are counted from it where there is no merge base. */
    readonly head: string;
    /** Path of the workflow file whose runs count. */
    readonly workflow: string;
    /** The branch whose runs count; `null`: the default branch as the API names it. */
    readonly branch: string | null;
    /** Beginning of artifact names. */
    readonly prefix: string;
    /** This very run, which is not its own baseline. */
    readonly presentRunId: number;
    /** Baselines that are judged, at most (default 10); runs that left none do not count, up to three times as many. */
    readonly maxCandidates?: number;
    /** For tests of the rules themselves. */
    readonly rules?: readonly TrustRule[];
}
/**
 * The baseline of a workflow run: of the merge base, else of its nearest ancestor, else of the newest trusted run. `none` when no
 * run has left one; `unusable`, with the first broken rule of the best candidate, when none of them can be trusted, or the API
 * does not answer. Never rejects for what was recorded.
 */
export declare function readRunBaseline(api: RunsApi, options: RunBaselineOptions): Promise<BaselineReading>;
