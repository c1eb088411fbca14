import type { SeenHook } from './look.js';
import type { HookName, HookPolicy } from './names.js';
/**
 * `outdated`: of another version of goparity. `edited`: a person changed it. `off`: it is no program, so git does not start it.
 * `replaced`: somebody wrote another hook in its place. `foreign`: a hook of somebody else, and goparity was never here.
 */
export type HookState = 'absent' | 'installed' | 'outdated' | 'edited' | 'off' | 'replaced' | 'foreign';
/** One hook as `hook status` tells of it. */
export interface HookStatus {
    readonly name: HookName;
    readonly state: HookState;
    readonly place: string | null;
    readonly policy: HookPolicy | null;
    /** Whether a hook from before is called first. */
    readonly hasEarlier: boolean;
}
/** What a hook that was looked at is. */
export declare function describeHook(hook: SeenHook): HookStatus;
