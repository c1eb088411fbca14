import type { Host } from '../host/index.js';
/** Where git looks for the hooks of a repository. */
export interface HooksFolder {
    /** Absolute, links resolved; it need not be there. */
    readonly path: string;
    /** As `core.hooksPath` says it; `null` when that is not set. */
    readonly configured: string | null;
    /** Where the hooks lie without `core.hooksPath`: in the folder that all working trees share. */
    readonly usual: string;
    /** In the repository or in the folder of git, not somewhere that other repositories share. */
    readonly isInside: boolean;
    /** Git commits what lies in it: it is the same for everybody who clones. */
    readonly isCommitted: boolean;
    /** Top of the working tree, for short paths in messages. */
    readonly top: string;
}
/** Finds the hooks of the repository of a directory. Throws `git-failed`, and `usage` for a repository without a working tree. */
export declare function findHooksFolder(host: Host, directory: string): Promise<HooksFolder>;
