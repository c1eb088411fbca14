/** One condition of a range. */
interface Condition {
    readonly operator: string;
    /** Without `.x`. */
    readonly version: string;
    /** Whether only the language version is named: `1.26`, `1.26.x`. */
    readonly isLanguage: boolean;
    /** `1.x`: any minor version. */
    readonly isMajor: boolean;
}
/** A range of Go versions that all must hold; see `parseGoRange`. */
export type GoRange = readonly Condition[];
/**
 * Reads `1.26.8`, `1.26`, `1.26.x`, `>=1.24 <1.27`. A version of two numbers means the whole line of releases:
 * `<=1.26` holds for 1.26.8, `>1.26` does not. Throws `config-invalid`.
 */
export declare function parseGoRange(text: string): GoRange;
/** Whether a running Go (`go1.26.8`) is in a range; `null` when its version cannot be read. */
export declare function isInGoRange(range: GoRange, running: string): boolean | null;
export {};
