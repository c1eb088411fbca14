import type { ModuleHash } from './host.js';
/** One thing to hash; plain data, so that another thread can do it. */
export interface HashTask {
    readonly kind: 'directory' | 'zip';
    readonly path: string;
    /** `path@version` */
    readonly prefix: string;
}
/** What a thread answers to a task: the result, or the message of what it threw. */
export type HashAnswer = {
    readonly result: ModuleHash | null;
} | {
    readonly error: string;
};
/** Hashes a directory or a zip; `null` when nothing is there. Bad content is a fault; throws when the disk fails. */
export declare function runHashTask({ kind, path, prefix }: HashTask): Promise<ModuleHash | null>;
