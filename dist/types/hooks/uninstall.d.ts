import type { Host } from '../host/index.js';
import type { HookFiles } from './hook-files.js';
import type { HookName } from './names.js';
/** What became of one hook. */
export interface UninstalledHook {
    readonly name: HookName;
    /** `restored`: the one from before is back. `left`: it is of somebody else, and one from before lies beside it. */
    readonly change: 'absent' | 'removed' | 'restored' | 'left';
}
/**
 * Takes the hooks out of a folder again, and puts back those from before: their bytes, mode and times. Throws `usage` where a person
 * edited one and nobody forces it, and `write-failed`.
 */
export declare function uninstallHooks(host: Host, files: HookFiles, folder: string, { force }: {
    readonly force: boolean;
}): Promise<readonly UninstalledHook[]>;
