import type { ModuleDrift } from '../report/index.js';
import { type Snapshot } from '../snapshot/index.js';
/** Ends the `modeReason` of a root whose build list was read from vendor/modules.txt, because go could not list it. */
export declare const FROM_VENDOR_LIST = "build list read from vendor/modules.txt";
/** A file of a root that is not what it was. */
export interface FileDrift {
    readonly root: string;
    /** `go.mod`, `go.sum`, `member/go.sum`, …; `vendor` for the vendored files by content. */
    readonly file: string;
    readonly change: 'added' | 'removed' | 'edited';
    /** What accounts for it; absent when nothing does: a vendored file that changed while go.mod did not. */
    readonly explained?: string;
}
/**
 * What changed in the build lists, root by root, sorted by path. `moved` is another version, `replaced` another replacement,
 * `sum` the same version (and replacement) with another hash. An edited go.mod or go.work explains everything but `sum`.
 */
export declare function diffModules(before: Snapshot, after: Snapshot): ModuleDrift[];
/** Which files of each root changed: go.mod, go.sum, go.work, go.work.sum, vendor/modules.txt and, as `vendor`, the vendored files. */
export declare function diffRootFiles(before: Snapshot, after: Snapshot): FileDrift[];
