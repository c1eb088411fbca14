import { type ShellAnswers } from '../environment/index.js';
import type { Host } from '../host/index.js';
/** How shells are asked. */
export interface AskShellsOptions {
    /** Ends them. */
    readonly signal?: AbortSignal;
    /** For each shell; default 3 seconds. */
    readonly deadlineMs?: number;
}
/**
 * Asks the user's shell (SHELL, else bash or sh) for the variables of go that its start-up files set: started clean, with nothing
 * but a home folder, as a login shell and as an interactive one, both at once, for at most 3 seconds (and 2 to end them).
 * Never throws: a shell that fails, hangs or is of another kind is in `degraded`. On Windows, and without a shell or a
 * home folder, there is nothing to ask.
 */
export declare function askShells(host: Host, options?: AskShellsOptions): Promise<ShellAnswers>;
