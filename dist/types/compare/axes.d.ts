import type { EnvironmentDrift } from '../report/index.js';
import type { Job } from '../snapshot/index.js';
type DriftClass = EnvironmentDrift['class'];
type Kind = 'os' | 'arch' | 'go';
/** One axis of a matrix over the jobs that are compared. */
export interface Axis {
    readonly name: string;
    /** One per job, types kept apart; the same text is the same value. */
    readonly values: readonly string[];
    /** One per job as a person writes it; `null` for a job that does not have the axis. */
    readonly texts: readonly (string | null)[];
    readonly kinds: ReadonlySet<Kind>;
}
/** The axes of all jobs, sorted as they first appear. */
export declare function axesOf(jobs: readonly Job[]): readonly Axis[];
/** Whether each value on the left has one value on the right. */
export declare function decides(left: readonly string[], right: readonly string[]): boolean;
/** `null` and texts told apart, as keys of maps. */
export declare function keyOf(value: string | null): string;
/**
 * Which axis alone accounts for the values of a key, one per job: `the os axis`. Each value of the axis has one value of the key,
 * and the key is of a class that this axis may move, or the axis writes the key's own values.
 * Axes that always move together cannot be told apart, and it says so. `null`: none does.
 */
export declare function explainByAxes(values: readonly (string | null)[], class_: DriftClass, axes: readonly Axis[]): string | null;
export {};
