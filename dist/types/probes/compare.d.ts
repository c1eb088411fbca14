import type { ProbeDocument } from './document.js';
import { type ProbeFact } from './facts.js';
/** A probe and what it is called: a path, a job. */
export interface NamedProbe {
    readonly name: string;
    readonly probe: ProbeDocument;
}
/** A fact that is not the same everywhere. */
export interface FactDifference {
    readonly id: string;
    readonly kind: ProbeFact['kind'];
    /** In the order of the probes; `null`: not measured there. */
    readonly values: readonly (string | number | null)[];
}
/** Probes held against one another: the JSON of `goparity probe A B…`. */
export interface ProbeComparison {
    readonly schema: 'goparity/probe-comparison/1';
    readonly tool: {
        readonly version: string;
    };
    readonly probes: readonly string[];
    /** Facts that were measured in every probe. */
    readonly compared: number;
    readonly differences: readonly FactDifference[];
    /** Facts that differ only in that some probes have not measured them. */
    readonly unmeasured: readonly FactDifference[];
}
/** Compares probes fact by fact: two in their order, or more. Durations count as different only when no busy machine explains it. */
export declare function compareProbes(probes: readonly NamedProbe[], version: string): ProbeComparison;
