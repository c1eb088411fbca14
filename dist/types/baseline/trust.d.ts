import { type Baseline } from './document.js';
import type { RepositoryFacts, RunArtifact, RunsApi, WorkflowRun } from './runs-api.js';
/** The one file in the artifact of a baseline. */
export declare const BASELINE_FILE = "baseline.json";
/** What a baseline is judged by: what the API says of it, and what is in it. What costs a request is asked once, when a rule needs it. */
export interface TrustCase {
    readonly repository: RepositoryFacts;
    /** The branch that baselines come from. */
    readonly branch: string;
    /** Path of the workflow file that they come from. */
    readonly workflow: string;
    readonly run: WorkflowRun;
    readonly artifact: RunArtifact;
    /** By the artifact's name. */
    readonly attempt: number;
    isOnBranch(): Promise<boolean>;
    /** The zip. */
    bytes(): Promise<Uint8Array>;
    /** The file in the zip, and how many files there are in all. */
    file(): Promise<{
        readonly bytes: Uint8Array;
        readonly files: number;
    }>;
    baseline(): Promise<Baseline>;
}
export type TrustRuleId = 'expired' | 'repository' | 'head-repository' | 'event' | 'status' | 'conclusion' | 'branch' | 'workflow' | 'reachable' | 'size' | 'digest' | 'archive' | 'schema' | 'provenance' | 'ids';
/** One rule: why it is broken, in a sentence without a full stop, or `null`. */
export interface TrustRule {
    readonly id: TrustRuleId;
    readonly check: (facts: TrustCase) => string | null | Promise<string | null>;
}
/** Opens a case; nothing is asked yet. */
export declare function openCase(api: RunsApi, known: Omit<TrustCase, 'isOnBranch' | 'bytes' | 'file' | 'baseline'>): TrustCase;
/** What must hold before a baseline is believed, in the order in which it is looked at: the first rule that is broken is the printed reason. */
export declare const TRUST_RULES: readonly TrustRule[];
/** The first rule that a baseline breaks, or `null`. Rejects with `github-failed` when the API does not answer. */
export declare function firstBroken(facts: TrustCase, rules: readonly TrustRule[]): Promise<{
    readonly id: TrustRuleId;
    readonly why: string;
} | null>;
