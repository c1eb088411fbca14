/** A name that ENV or ARG sets; `null` where ARG gives no value. */
export interface Property {
    readonly name: string;
    readonly value: string | null;
    readonly line: number;
}
/** One instruction of a Dockerfile with its text as it stands there. */
export interface Instruction {
    readonly word: string;
    /** What follows the word, flags and all. */
    readonly text: string;
    /** `--from=build` as `from` → `build`. */
    readonly flags: ReadonlyMap<string, string>;
    /** What ENV or ARG sets. */
    readonly properties: readonly Property[];
    readonly line: number;
    /** The line of a character of `text`. */
    readonly lineOf: (offset: number) => number;
}
/** No Dockerfile that people write is nearly as long. */
export declare const MAX_DOCKERFILE: number;
interface Instructions {
    readonly instructions: readonly Instruction[];
    readonly escape: string;
}
/** The instructions of a Dockerfile in order, with the character that continues lines. */
export declare function readInstructions(text: string): Promise<Instructions>;
/**
 * The script of a RUN with every character where it stood: comments and empty lines inside of a continued command are nothing,
 * and a here-document that is the whole command is a script of its own.
 */
export declare function scriptOf({ text }: Instruction, escape: string): {
    readonly script: string;
    readonly at: number;
};
export {};
