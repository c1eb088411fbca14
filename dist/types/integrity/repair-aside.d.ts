import type { CachePlaces } from '../go/index.js';
import type { Host } from '../host/index.js';
import type { Moves } from './moves.js';
/** The places of a module version after they were set aside. */
export interface Aside {
    /** In the order in which they were. */
    readonly moved: readonly string[];
    /** Where there was nothing. */
    readonly absent: readonly string[];
}
/** What a system error means for somebody who owns the cache. */
export declare function describeFailure(error: unknown): string;
/** Whether every place lies in the module cache itself: below its folder by name, and with no symbolic link on the way. */
export declare function liesInCache(host: Host, cache: string, places: CachePlaces): Promise<boolean>;
/** Ends a repair that was killed: what is missing comes back, what was fetched instead stays. */
export declare function recover(host: Host, moves: Moves, places: CachePlaces): Promise<void>;
/** Makes every place what it was before, whatever lies there now. Returns names of which that cannot be done, with the reason. */
export declare function putBack(host: Host, moves: Moves, { moved, absent }: Aside): Promise<readonly string[]>;
/** Sets everything of a module version aside; all of it, or none: then it throws what went wrong. */
export declare function setAside(host: Host, moves: Moves, places: CachePlaces): Promise<Aside>;
/** Removes what was set aside, when it is no longer wanted. Returns names that are still there, with the reason. */
export declare function discard(host: Host, { moved }: Aside): Promise<readonly string[]>;
