import type { Host } from '../host/index.js';
import { type EarlierCall } from './earlier.js';
import type { HookFiles } from './hook-files.js';
import { type HookName } from './names.js';
import { type HookOptions } from './script.js';
/** What an installation is told. */
export interface InstallOptions extends Pick<HookOptions, 'place' | 'policy' | 'program'> {
    /** Also where a person edited a hook of goparity. */
    readonly force: boolean;
}
/** What became of one hook. */
export interface InstalledHook {
    readonly name: HookName;
    readonly change: 'installed' | 'updated' | 'unchanged';
    /** The file beside it that it calls first; `null` when there is none. */
    readonly earlier: EarlierCall | null;
}
/**
 * Writes the hooks into a folder, all or none. A hook that is there gets another name and is called first; it is never overwritten.
 * Throws `usage` when a hook cannot be kept, and `write-failed`.
 */
export declare function installHooks(host: Host, files: HookFiles, folder: string, options: InstallOptions): Promise<readonly InstalledHook[]>;
