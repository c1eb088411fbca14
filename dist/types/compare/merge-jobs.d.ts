import type { Finding } from '../report/index.js';
/** Collects what jobs say, each saying once with all its jobs, in order of first appearance. */
export interface Merger<T> {
    add(values: readonly T[], job: string): void;
    /** Each with its jobs. */
    read(): readonly (T & {
        readonly jobs: readonly string[];
    })[];
}
/** A merger; two values are one when their keys are. */
export declare function mergeBy<T extends object>(keyOf: (value: T) => string): Merger<T>;
/** Two findings say the same when a person would read the same. */
export declare function findingKey({ rule, severity, state, title, message, subject, location, evidence, root }: Finding): string;
/** A finding whose ways out fit a run of several jobs: the baseline of a run moves by itself, and one job cannot save it for all. */
export declare function fitFixes(finding: Finding): Finding;
