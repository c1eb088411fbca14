import type { Environment, Host } from '../host/index.js';
import type { Go, GoResult } from './go.js';
/** What go commands get: the caller's environment without CI tokens, compiler messages untranslated. */
export declare function goEnvironment(env: Environment): Environment;
export interface OpenGoOptions {
    /** Absolute directory in which commands run. */
    readonly directory: string;
    /** Ends every running command. */
    readonly signal?: AbortSignal;
    /** Told of each command that has ended. */
    readonly onResult?: (result: GoResult) => void;
}
/** The go command on PATH. */
export declare function openGo(host: Host, options: OpenGoOptions): Go;
