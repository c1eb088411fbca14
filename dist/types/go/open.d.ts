import { type Host } from '../host/index.js';
import type { Go, GoResult } from './go.js';
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
