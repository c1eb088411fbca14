import type { Environment, ProcessResult } from '../host/index.js';
/** One call of the go command that has ended. */
export interface GoResult extends ProcessResult {
    /** Arguments after `go`, as run. */
    readonly args: readonly string[];
}
export interface GoOptions {
    /** Set on top of the go command's environment; `undefined` removes a variable. */
    readonly env?: Environment;
    /** Absolute; default: the directory this Go was opened for. */
    readonly cwd?: string;
    readonly deadlineMs?: number;
    readonly maxOutputBytes?: number;
}
/**
 * The go command: the one port through which every call of it goes.
 * `openGo` gives the real one; `goparity/testing` publishes a fake.
 */
export interface Go {
    /** Absolute directory in which commands run by default. */
    readonly directory: string;
    /** The environment a command gets: the caller's, without CI tokens, with untranslated messages. */
    readonly env: Environment;
    /** Runs `go ARGS…`. Never rejects on a non-zero exit; throws `go-missing` or `cancelled`. */
    run(args: readonly string[], options?: GoOptions): Promise<GoResult>;
    /** The same go command in another directory. */
    in(directory: string): Go;
}
