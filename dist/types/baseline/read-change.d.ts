import type { Host } from '../host/index.js';
import type { Change } from './change.js';
import type { Git } from './git.js';
import type { BaselineReading, MergeBaseSource } from './reading.js';
import type { BaselineName } from './reference.js';
/** What reading the baseline of a change needs. */
export interface ChangeContext {
    readonly host: Host;
    readonly git: Git;
    readonly directory: string;
    /** From the project's directory, or absolute. */
    readonly path: string;
    readonly name: BaselineName;
    readonly change: Change;
    readonly fetchAtMergeBase: MergeBaseSource | undefined;
}
/** Reads the baseline of a change from its merge base, and says when the change edits it. */
export declare function readOfChange(context: ChangeContext): Promise<BaselineReading>;
