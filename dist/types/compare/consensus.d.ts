import { type Said } from './axes.js';
/** The value that most jobs have, of those that say something; of several such the one that comes first. */
export declare function consensusOf(values: readonly Said[]): string | null;
/** The distinct values other than one, each with the places in the list that have it, in order of first appearance. */
export declare function outliersOf(values: readonly Said[], consensus: string | null): readonly {
    readonly value: string | null;
    readonly places: readonly number[];
}[];
