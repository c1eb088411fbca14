import type { Host } from '../host/index.js';
import { type HookHeader, type ReadHook } from './header.js';
import { type HookName } from './names.js';
/** One hook of a folder, as it is now. */
export interface SeenHook {
    readonly name: HookName;
    readonly path: string;
    /** `other`: a folder, a device: nothing that can be a hook. */
    readonly kind: 'absent' | 'other' | ReadHook['kind'];
    readonly header: HookHeader | null;
    readonly isEdited: boolean;
    /** Of a file that is there; `null` for a link that leads nowhere or what cannot be read. */
    readonly text: string | null;
    /** Git starts it; on Windows every file. */
    readonly isProgram: boolean;
    readonly earlierPath: string;
    /** Whether something has the name of the earlier hook. */
    readonly hasEarlier: boolean;
    /** The text of the earlier hook likewise. */
    readonly earlierText: string | null;
}
/** Looks at the hooks of a folder. */
export declare function seeHooks(host: Host, folder: string): Promise<readonly SeenHook[]>;
