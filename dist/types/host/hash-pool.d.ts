import { type HashTask } from './hash-task.js';
import type { ModuleHash } from './host.js';
/** Hashes on this thread, and on others as soon as there is enough to do for them. Threads end with the last task. */
export interface HashPool {
    hash(task: HashTask): Promise<ModuleHash | null>;
}
/** A pool of at most `parallelism` threads, this one counted. */
export declare function openHashPool(parallelism: number): HashPool;
