/**
 * A few lines of the unified difference of two files, `@@` lines with it; for binary, large or wholly different content only the sizes;
 * for content with other line ends a sentence.
 * At most `lines` lines of at most 200 characters, control characters shown as `�`.
 */
export declare function textDiff(expected: Uint8Array, found: Uint8Array, { lines }: {
    readonly lines: number;
}): readonly string[];
