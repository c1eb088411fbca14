import type { Explained } from './cache-findings.js';
import type { Dispute, Testimony } from './testimony.js';
import { type DisputeFacts, type Story, type Verdict } from './votes.js';
/** Who is right, and the smallest way out; a finding takes it as it is. */
export interface Judgement extends Explained {
    readonly story: Story;
    /** `likely`: another story would leave the same traces. */
    readonly confidence: Verdict['confidence'];
}
/**
 * Tells which story accounts for what the witnesses of a module version say. `fetched`: what an independent fetch gave
 * (`fetchModule`, its `zip` or, for a dispute about go.mod, its `goMod`); without one most stories are only `likely`.
 * Where the checksum database contradicts go.sum, a person has to decide: no command to paste is given.
 */
export declare function judge(dispute: Dispute, fetched: readonly Testimony[], facts: DisputeFacts): Judgement;
