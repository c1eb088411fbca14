import type { EnvironmentDrift } from '../report/index.js';
import type { Job } from '../snapshot/index.js';
type DriftClass = EnvironmentDrift['class'];
type Kind = 'os' | 'arch' | 'go';
/** One axis of a matrix over the jobs that are compared. */
export interface Axis {
    readonly name: string;
    /** One per job, types kept apart; the same text is the same value. `null` for a job of another matrix, of which the axis says nothing. */
    readonly values: readonly (string | null)[];
    /** One per job as a person writes it; `null` for a job that does not have the axis. */
    readonly texts: readonly (string | null)[];
    readonly kinds: ReadonlySet<Kind>;
}
/** What one job says: a value, `null` for "not there", `undefined` for nothing at all. */
export type Said = string | null | undefined;
/**
 * The axes of all jobs, sorted as they first appear. A leg without an axis that other legs of its matrix have (`include` makes such)
 * has a value of its own there; to a job of another matrix the axis does not apply.
 */
export declare function axesOf(jobs: readonly Job[]): readonly Axis[];
/** `null` and texts told apart, as keys of maps. */
export declare function keyOf(value: string | null): string;
/**
 * Which axis alone accounts for the values of a key, one per job: `the os axis`. Each value of the axis has one value of the key,
 * and the key is of a class that this axis may move, or the axis writes the key's own values.
 * Axes that always move together cannot be told apart, and it says so. `null`: none does.
 */
export declare function explainByAxes(said: readonly Said[], class_: DriftClass, axes: readonly Axis[]): string | null;
/** Whether two jobs that say something share a value of the axis: only then could a difference have shown that the axis is not its cause. */
export declare function isTested(said: readonly Said[], { values }: Axis): boolean;
export {};
