import type { Go, GoResult } from './go.js';
/** What `go mod verify` found wrong with one module of the module cache. */
export interface VerifyProblem {
    readonly path: string;
    readonly version: string;
    /** `ziphash`: the recorded hash is gone; `zip`, `directory`: the content is not what it says. */
    readonly layer: 'ziphash' | 'zip' | 'directory';
    /** The line as go printed it. */
    readonly text: string;
}
/** `ok: false` with no problems: the command failed before it looked at anything. */
export interface VerifyAnswer {
    readonly ok: boolean;
    readonly problems: readonly VerifyProblem[];
    readonly result: GoResult;
}
/**
 * `go mod verify`: compares zips and extracted directories in the module cache with the hashes recorded beside them.
 * It does not read the zip lines of go.sum, looks at nothing that is not in the cache, and never at a replacement.
 */
export declare function verifyModules(go: Go): Promise<VerifyAnswer>;
