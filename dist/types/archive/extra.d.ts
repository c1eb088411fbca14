/** Throws unless the extra fields of a header are well-formed and mean nothing. */
export declare function checkExtra(extra: Buffer, name: Buffer): void;
