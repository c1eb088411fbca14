import { type YamlNode } from '../init/index.js';
/** One value that an expression can have, with where it is written; `null` when only a run can tell. */
export interface Possible {
    readonly text: string | null;
    /** Offset in the file; `null`: in another one. */
    readonly at: number | null;
}
/** What names of expressions stand for: `matrix.go`, `env.GO_VERSION`, `inputs.go-version`. */
export type Context = (path: readonly string[]) => readonly Possible[];
/** The values of an axis of a matrix, those that only `include` names with them. */
export declare function matrixValues(matrix: YamlNode | undefined, path: readonly string[]): readonly Possible[];
/** Every value that a text with expressions can have. Names are followed; operators and functions are for a run to tell. */
export declare function possibleValues(text: string, at: number, context: Context): readonly Possible[];
/** The one value that a text has; `null` when there are several, or none is known. */
export declare function onlyValue(text: string, context: Context): string | null;
