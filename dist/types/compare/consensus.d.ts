/** The value that most jobs have; of several such the one that comes first. */
export declare function consensusOf(values: readonly (string | null)[]): string | null;
/** The distinct values other than one, each with the places in the list that have it, in order of first appearance. */
export declare function outliersOf(values: readonly (string | null)[], consensus: string | null): readonly {
    readonly value: string | null;
    readonly places: readonly number[];
}[];
