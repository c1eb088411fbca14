import type { Session } from './session.js';
import type { SyncOptions, SyncOutcome } from './sync-document.js';
/**
 * Brings the staged go.mod, go.sum, go.work, go.work.sum and vendor/modules.txt of a repository into another place, all or none, and
 * verifies the modules there. A place that shows the files of this machine is never written. Throws `usage`, `git-failed` and `cancelled`.
 */
export declare function sync(session: Session, options: SyncOptions): Promise<SyncOutcome>;
