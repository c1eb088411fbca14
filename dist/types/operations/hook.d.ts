import { type HookName, type HookPolicy, type HookState, type Program } from '../hooks/index.js';
import type { Session } from './session.js';
/** Which repository is meant. */
export interface HookPlaceOptions {
    /** Absolute; anywhere in the working tree. */
    readonly directory: string;
    readonly version: string;
}
/** Options of `hook install`. */
export interface HookInstallOptions extends HookPlaceOptions {
    /** As a person writes it, for `sync`. */
    readonly place: string;
    readonly policy: HookPolicy;
    /** How goparity was started; `null`: the hooks look for it. */
    readonly program: Program | null;
    /** Overwrite a hook of goparity that a person edited. */
    readonly force: boolean;
}
/** One hook, as it is after the command. */
export interface HookEntry {
    readonly name: HookName;
    readonly state: HookState;
    /** What this command did to it; `status` does nothing. */
    readonly change: 'installed' | 'updated' | 'unchanged' | 'removed' | 'restored' | 'left' | null;
    readonly place: string | null;
    readonly policy: HookPolicy | null;
    /** Whether a hook that was there before is called first. */
    readonly hasEarlier: boolean;
}
/** What `goparity hook` prints with `--format json`. */
export interface HookDocument {
    readonly schema: 'goparity/hooks/1';
    readonly tool: {
        readonly version: string;
    };
    readonly action: 'install' | 'uninstall' | 'status';
    /** From the top of the working tree where it lies in it, else absolute. */
    readonly folder: string;
    readonly hooks: readonly HookEntry[];
    /** What a person should know, one sentence each. */
    readonly notes: readonly string[];
}
/**
 * Writes the hooks that bring the staged files to a place. A hook that is there stays and is called first. Throws `usage` where git reads
 * hooks outside of the repository, or where one cannot be kept, `git-failed` and `write-failed`.
 */
export declare function installHook(session: Session, options: HookInstallOptions): Promise<HookDocument>;
/** Takes the hooks away and puts back what was there before. Throws `usage`, `git-failed` and `write-failed`. */
export declare function uninstallHook(session: Session, options: HookPlaceOptions & {
    readonly force: boolean;
}): Promise<HookDocument>;
/** Says which hooks are installed, and what keeps them from running. Throws `usage` and `git-failed`. */
export declare function hookStatus(session: Session, options: HookPlaceOptions): Promise<HookDocument>;
