import type { Explanation } from './explained-by.js';
import type { LineOrigin } from './since.js';
import type { Dispute, Testimony, Witness } from './testimony.js';
/** How a module version comes to be disputed. */
export type Story = 'retagged' | 'poisoned-proxy' | 'poisoned-cache' | 'stale-go-sum' | 'edited-cache' | 'edited-vendor' | 'crlf-checkout' | 'merge-conflict' | 'unexplained';
/** What is known beside the hashes. */
export interface DisputeFacts {
    /** Of the go.sum line; `null`: not known. */
    readonly since: LineOrigin | null;
    readonly explained: readonly Explanation[];
    /** Whether go.sum holds git's conflict markers. */
    readonly conflictMarkers?: boolean;
    /** Whether every file that differs does so by its line ends alone. */
    readonly lineEndsOnly?: boolean;
}
/** What the witnesses say, sorted out. */
export interface Votes {
    /** Hashes of go.sum, each once, in the order of the file. */
    readonly sums: readonly string[];
    /** What was downloaded into the module cache, or refused on its way there; `null`: nothing. */
    readonly held: string | null;
    /** Whether `held` was refused, and so is not in the cache. */
    readonly refused: boolean;
    readonly database: string | null;
    readonly proxies: readonly Testimony[];
    readonly repository: Testimony | null;
}
/** A story with those who support it. */
export interface Verdict {
    readonly story: Story;
    /** `likely`: another story would leave the same traces. */
    readonly confidence: 'certain' | 'likely';
    /** The hash that is right, where that is known. */
    readonly right: string | null;
    /** Fresh copies and the database: who says the right thing, and who another. */
    readonly good: readonly Testimony[];
    readonly bad: readonly Testimony[];
}
/** What one kind of witness says. */
export declare function saidBy(testimonies: readonly Testimony[], witness: Witness): readonly Testimony[];
/** The first hash that one kind of witness gives. */
export declare function hashOf(testimonies: readonly Testimony[], witness: Witness): string | null;
/** Sorts testimonies out: those of the dispute, and those of a fetch made for it. */
export declare function countVotes({ testimonies }: Dispute, fetched: readonly Testimony[]): Votes;
