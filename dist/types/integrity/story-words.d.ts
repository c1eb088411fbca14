import type { Explained } from './cache-findings.js';
import type { Dispute, Testimony } from './testimony.js';
import type { DisputeFacts, Verdict, Votes } from './votes.js';
/** What is said of a verdict: one to three sentences, what they rest on beside the module cache, and the smallest ways out. */
export declare function tell(dispute: Dispute, votes: Votes, verdict: Verdict, fetched: readonly Testimony[], facts: DisputeFacts): Explained;
