import { type Host } from '../host/index.js';
/** One answer of git: its standard output, or why there is none. */
export type GitAnswer = {
    readonly ok: true;
    readonly text: string;
} | {
    readonly ok: false;
    readonly reason: string;
};
/** Git in one directory, for reading only. */
export interface Git {
    /** `git ARGS…` without a shell. Throws only `cancelled`. */
    ask(args: readonly string[], maxOutputBytes?: number): Promise<GitAnswer>;
}
/** Opens git for a directory. A git that is not there answers so each time it is asked. */
export declare function openGit(host: Host, directory: string, signal?: AbortSignal): Git;
