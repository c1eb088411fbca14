import type { EarlierCall } from './earlier.js';
import { type HookName, type HookPolicy } from './names.js';
/** How goparity was started when the hook was written. Absolute paths of this machine. */
export interface Program {
    readonly node: string;
    readonly cli: string;
}
/** What a hook is made of. */
export interface HookOptions {
    /** As `goparity sync` reads it; without control characters. */
    readonly place: string;
    readonly policy: HookPolicy;
    /** `null`: whatever `goparity` is on PATH, or in node_modules. */
    readonly program: Program | null;
    /** The hook that was there before; `null` when there was none. */
    readonly earlier: EarlierCall | null;
    readonly madeFolder: boolean;
}
/**
 * The text of a hook: POSIX sh, for every shell that git may find. It calls the earlier hook, asks git whether one of the files is
 * concerned, and starts goparity only then. The environment stays as git made it: the index of a partial commit is named there.
 */
export declare function hookScript(name: HookName, options: HookOptions): string;
