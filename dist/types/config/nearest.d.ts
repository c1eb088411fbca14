/** The known word that was probably meant, or `null` when none is near. Case and the kind of dash do not count. */
export declare function nearest(text: string, known: readonly string[]): string | null;
