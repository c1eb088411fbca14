import type { ProbeDocument } from './document.js';
/** How values of a fact are compared: `wait` and `time` vary from run to run, so that only a large difference counts. */
export type FactKind = 'exact' | 'wait' | 'time';
/** One fact of one machine. */
export interface ProbeFact {
    /** The same on every machine. */
    readonly id: string;
    readonly kind: FactKind;
    /** `wait` is in milliseconds, `time` in nanoseconds. */
    readonly value: string | number;
}
/** A probe as facts, each with an id that is the same on every machine: what two machines are compared by. */
export declare function probeFacts(document: ProbeDocument): readonly ProbeFact[];
