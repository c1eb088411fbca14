import type { Session } from './session.js';
/** Options of `planInit`. */
export interface InitOptions {
    /** Absolute directory of the project. */
    readonly directory: string;
    /** What a written workflow calls: `owner/goparity@commit`; default `ACTION_REFERENCE`. */
    readonly reference?: string;
    /** An existing workflow (absolute path) that gets the steps, instead of a new one. */
    readonly into?: string;
    /** With `into`: ids of the jobs that record. */
    readonly jobs?: readonly string[];
    /** Also replaces files of other content. */
    readonly force?: boolean;
}
/** One file of a plan. */
export interface PlannedFile {
    readonly path: string;
    /** From the top of the repository, POSIX. */
    readonly name: string;
    /** `new` and `changed` are to be written; `same` has this content already; `kept` has another one, and stays. */
    readonly state: 'new' | 'changed' | 'same' | 'kept';
    readonly before: string | null;
    readonly after: string;
}
/** What `init` would write, and what a person should know first. */
export interface InitPlan {
    readonly files: readonly PlannedFile[];
    readonly notes: readonly string[];
}
/**
 * Plans the workflow, or the steps in an existing one, and the configuration of a project. Writes nothing.
 * Throws `directory-missing`, `module-missing`, `usage` and `config-invalid`.
 */
export declare function planInit({ host }: Session, options: InitOptions): Promise<InitPlan>;
/** Writes the files of a plan that are new or change, each as a whole or not at all. Throws `write-failed`; gives the names that were written. */
export declare function writeInit({ host }: Session, plan: InitPlan): Promise<readonly string[]>;
