/** Runs `work` for every item, at most `limit` at once; results in the order of the items. The first rejection rejects the whole. */
export declare function mapBounded<T, R>(items: readonly T[], limit: number, work: (item: T) => Promise<R>): Promise<R[]>;
