/** Value of a variable: `null` when it is there and only a run can tell it, `undefined` when nothing sets it. */
export type Lookup = (name: string) => string | null | undefined;
/** Follows `$NAME`, `${NAME}`, `${NAME:-word}` and `${NAME:+word}`; parts that are not known become `?`. */
export declare function expandPartly(text: string, lookup: Lookup): {
    readonly text: string;
    readonly known: boolean;
};
/** The same; `null` when a part is not known. */
export declare function expand(text: string, lookup: Lookup): string | null;
