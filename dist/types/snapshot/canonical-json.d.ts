/**
 * The one way a value is written: keys sorted by UTF-8 bytes, indented by two spaces, a newline at the end.
 * Properties that are `undefined` are left out. Throws a TypeError for what JSON cannot hold (NaN, functions, …).
 */
export declare function canonicalJson(value: unknown): string;
/** As `canonicalJson`, in one line without spaces: for identities and digests. */
export declare function compactJson(value: unknown): string;
