import { type SharedRoot } from './build-lists.js';
/** A line of go.sum that not all jobs have. */
export interface SumLine {
    /** `path version h1:…` or `path version/go.mod h1:…` */
    readonly line: string;
    readonly path: string;
    /** Without `/go.mod`. */
    readonly version: string;
    readonly goMod: boolean;
    readonly hash: string;
    readonly change: 'extra' | 'missing';
    /** Places of the jobs that have it otherwise than most, ascending. */
    readonly places: readonly number[];
}
/** The go.sum of one root over all jobs. */
export interface SharedSums {
    /** Places of the jobs whose go.sum is known as a whole, ascending. */
    readonly places: readonly number[];
    /** Of the files that go.sum consists of, the first that is not the same everywhere. */
    readonly file: string;
    /** Sorted. */
    readonly lines: readonly SumLine[];
    /** There were more lines, and the rest was not looked at. */
    readonly cut: boolean;
    /** Every line of one of the jobs: with `lines`, all that there is. */
    readonly common: ReadonlySet<string>;
}
/** Lines of one root that differ: far more than jobs of one commit have, and little enough to be told. */
export declare const MOST_LINES = 20000;
/**
 * Compares go.sum over all jobs as a set of lines, each against what most jobs have (of two, the first). `null` where there is nothing
 * to compare: fewer than two jobs recorded it, or it is the same file everywhere. Linear in jobs times lines.
 */
export declare function compareSumLines({ roots }: SharedRoot): SharedSums | null;
