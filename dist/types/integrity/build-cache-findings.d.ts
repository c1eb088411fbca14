import type { Finding } from '../report/index.js';
import type { RootPlace } from './roots.js';
/** An entry of the build cache that is not what it should be. */
export interface WrongEntry {
    /** `changed-in-place`: the file is not what its own name says; `recompiled`: compiling gives another; `index`: a list of packages. */
    readonly kind: 'changed-in-place' | 'recompiled' | 'index';
    /** Import path; the folder, for an index. */
    readonly name: string;
    /** Absolute; `null` when go did not tell. */
    readonly file: string | null;
    readonly buildId: string;
    /** sha256 of what is there, hex; `null` without a regular file. */
    readonly cached: string | null;
    /** sha256 of what should be there. */
    readonly right: string | null;
}
/** The finding for one entry; `restored` tells where the cache comes from, if anything does. */
export declare function buildCacheFinding(place: RootPlace, entry: WrongEntry, { mode, restored }: {
    mode: 'verify' | 'fresh';
    restored: string | null;
}): Finding;
