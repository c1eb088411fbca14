import type { VariantKey } from './target.js';
/** Words that continue the item before them in a comma-separated list: `linux/arm/7,softfloat`. */
export declare const FEATURE_WORDS: ReadonlySet<string>;
/** Whether a variant that was read, and how it is canonically written; or what is wrong with it. */
export type VariantCheck = {
    readonly ok: true;
    readonly variant: string;
    readonly sinceMinor: number;
} | {
    readonly ok: false;
    readonly problem: string;
    readonly allowed: string | null;
};
/** The go env key that chooses the variant of a GOARCH, or `null` where there is none (`s390x`, `loong64`). */
export declare function variantKeyOf(goarch: string): VariantKey | null;
/** A value that every Go takes for this GOARCH's variant key; `null` where there is no key. */
export declare function plainVariantOf(goarch: string): string | null;
/** Reads a variant of a GOARCH. Features are put in one order and said once. Empty is no variant. */
export declare function checkVariant(goarch: string, text: string): VariantCheck;
