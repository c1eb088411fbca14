/** SHA-256 of some bytes or of a text in UTF-8, in lower-case hex. */
export declare function sha256(content: string | Uint8Array): string;
