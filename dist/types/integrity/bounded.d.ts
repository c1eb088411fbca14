/** What `Promise.all` gives, but a rejection only when all have ended: no process is left behind an error. The first in the list counts. */
export declare function allEnded<T extends readonly unknown[] | []>(work: T): Promise<{
    -readonly [Key in keyof T]: Awaited<T[Key]>;
}>;
/** Runs `work` for every item, at most `limit` at once; results in the order of the items. A rejection rejects the whole, when all that runs has ended. */
export declare function mapBounded<T, R>(items: readonly T[], limit: number, work: (item: T) => Promise<R>): Promise<R[]>;
