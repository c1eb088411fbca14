/**
 * Splits a value such as GOFLAGS or CC into words, as cmd/internal/quoted.Split: quotes count only around a whole word,
 * nothing is unescaped. `null` when a quote is not closed (go then refuses the value).
 */
export declare function splitWords(text: string): readonly string[] | null;
/** Joins words so that `splitWords` gives them back, as cmd/internal/quoted.Join; a word with both quotes is left bare. */
export declare function joinWords(words: readonly string[]): string;
/** The name of a flag word, with one dash: `-tags` of `--tags=a,b`. */
export declare function flagName(word: string): string;
