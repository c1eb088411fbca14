import type { Host } from '../host/index.js';
import { type FileChange } from '../modules/index.js';
import type { ModuleJudgement } from './judge-states.js';
import type { ModuleState } from './module-states.js';
/** What differs in one module, file by file. */
export interface NamedChanges {
    /** Which of the two is not what it should be. */
    readonly place: 'directory' | 'zip';
    readonly changes: readonly FileChange[];
    /** A few lines of the first modified texts, as a unified difference. */
    readonly texts: readonly string[];
}
/** What is left to compare with when neither zip nor directory is what it should be. */
export interface GoodCopy {
    readonly zip: string;
}
/**
 * Names the files of a module that are not what they should be. `null` when there is nothing sound to compare with,
 * or when what there is cannot be read (the fault of the state says why).
 */
export declare function nameChanges(host: Host, judgement: ModuleJudgement, good: GoodCopy | null): Promise<NamedChanges | null>;
/** Whether a module needs a copy fetched anew before its files can be named. */
export declare function needsGoodCopy({ ok }: ModuleJudgement): boolean;
/** The key of a state with a file of it, as reports name files of the module cache. */
export declare function nameOf({ key }: Pick<ModuleState, 'key'>, file: string): string;
