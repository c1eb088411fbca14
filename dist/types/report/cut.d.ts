/** The UTF-8 bytes of a text. */
export declare function bytesOf(text: string): number;
/** A text of at most so many UTF-16 units, ending in `…` when it was longer; never half a character. */
export declare function cutCharacters(text: string, limit: number): string;
/** A text of at most so many UTF-8 bytes, ending in `…` when it was longer; never half a character. */
export declare function cutBytes(text: string, limit: number): string;
