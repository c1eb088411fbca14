/** A text as one word of a POSIX shell, whatever it holds; quoted only where it has to be. */
export declare function shellWord(text: string): string;
