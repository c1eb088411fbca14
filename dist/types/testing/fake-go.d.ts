import type { Go, GoResult } from '../go/index.js';
import type { Environment } from '../host/index.js';
/** A canned answer of the go command. */
export interface FakeAnswer {
    /** Arguments after `go`: these exactly, or whatever the function accepts. */
    readonly args: readonly string[] | ((args: readonly string[]) => boolean);
    readonly stdout?: string;
    readonly stderr?: string;
    /** Default 0. */
    readonly exitCode?: number | null;
    /** Default `exited`. */
    readonly ending?: GoResult['ending'];
}
/** One call that a fake go command got. */
export interface FakeCall {
    readonly args: readonly string[];
    readonly cwd: string;
    readonly env: Environment;
}
/** A `Go` that answers from a list and remembers what it was asked. */
export interface FakeGo extends Go {
    /** Every call in order, those of `in(directory)` among them. */
    readonly calls: readonly FakeCall[];
}
/**
 * Makes a go command of canned answers; the first that matches counts, and may be given again.
 * A call without an answer rejects with an error that quotes it: nothing is made up.
 */
export declare function fakeGo(answers: readonly FakeAnswer[], options?: {
    readonly directory?: string;
    readonly env?: Environment;
}): FakeGo;
