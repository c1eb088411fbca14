import { type Fold, type Folds } from './fold.js';
import { type GoEnvKey } from './table.js';
/** `go env`, ready to be compared. */
export interface NormalisedEnvironment {
    readonly values: Readonly<Record<string, string>>;
    /** Keys that are not in the table. */
    readonly unknownKeys: number;
}
/** One value as a snapshot holds it. `fold` is left out where a value was written for any machine. */
export declare function normaliseValue(row: GoEnvKey, text: string, fold?: Fold): string;
/**
 * Makes what `go env -json` printed comparable between machines: only keys of the table, folders folded,
 * flags in one order, credentials taken out. Keys come sorted.
 */
export declare function normaliseEnvironment(raw: Readonly<Record<string, string>>, folds: Folds): NormalisedEnvironment;
