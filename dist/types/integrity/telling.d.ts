import type { Dispute, Testimony } from './testimony.js';
import type { DisputeFacts, Verdict, Votes } from './votes.js';
/** Everything that a story is told from. */
export interface Telling {
    readonly dispute: Dispute;
    readonly votes: Votes;
    readonly verdict: Verdict;
    readonly facts: DisputeFacts;
    /** `path@version` */
    readonly key: string;
    /** Where the line of go.sum is: `go.sum:12`. */
    readonly line: string;
}
/** Whether the database, which never forgets, has another hash than go.sum. */
export declare function isAgainstDatabase({ votes: { sums, database } }: Telling): boolean;
/** `its repository https://git.example.org/m`, a proxy by its address, the database by its name. */
export declare function nameWitness({ witness, from }: Testimony): string;
/** `a, b and c`. */
export declare function joinNames(names: readonly string[]): string;
/** Several witnesses, each once. */
export declare function nameWitnesses(testimonies: readonly Testimony[]): string;
