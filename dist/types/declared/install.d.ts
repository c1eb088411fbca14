/**
 * What a command says of the C compiler of its machine: `true` it is there afterwards, `false` nothing changed,
 * `null` it may be there afterwards.
 */
export declare function bringsCompiler(words: readonly string[]): boolean | null;
