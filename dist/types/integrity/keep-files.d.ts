import type { Host } from '../host/index.js';
/**
 * Runs `work` and puts back each of the files it changed, also when it throws. `go mod download` completes go.sum, go.work.sum and
 * go.mod; a check must neither edit the project nor make a build pass that fails without it. Returns the paths put back.
 */
export declare function keepFiles<T>(host: Host, paths: readonly string[], work: () => Promise<T>): Promise<{
    result: T;
    restored: string[];
}>;
