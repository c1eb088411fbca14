/** A Go program that looks a name up, alone or as the first part of a dial, and says what came of it and how long it took. */
export declare const RESOLVE: string;
