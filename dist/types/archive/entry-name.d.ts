/** Why a name is not the plain name of a file, as the rest of a sentence; `null` when it is one. */
export declare function faultOfName(name: Buffer): string | null;
