import { type ListedPackage } from '../go/index.js';
import type { Host } from '../host/index.js';
import { type Loss, type LostUse } from '../packages/index.js';
import { type Target } from '../targets/index.js';
import type { RecordedRoot } from './record-project.js';
/** What a package loses, and what would take its place. */
export interface FoundLoss extends Loss {
    /** Module path; `null` outside modules. */
    readonly module: string | null;
    /** Of the modules of the project itself. */
    readonly own: boolean;
    /** Nothing of the package is left. */
    readonly whole: boolean;
    /** Its directory below the root (POSIX); `null` when it lies elsewhere. */
    readonly directory: string | null;
    /** Whether all of its files could be read: of others the names are not known. */
    readonly complete: boolean;
    /** The name in its package clause. */
    readonly name: string;
    /** A file to add, where functions can be stood in for. */
    readonly standIn: {
        readonly name: string;
        readonly text: string;
    } | null;
}
/** A directory below another (POSIX, `.` for itself); `null` when it lies elsewhere. */
export declare function below(base: string, directory: string | undefined): string | null;
/** What a target loses with cgo off against cgo on; `null` where go cannot list. */
export declare function findLosses(host: Host, root: RecordedRoot, target: Target, packages: readonly string[]): Promise<readonly FoundLoss[] | null>;
/** A use of something that is lost: the package that holds it does not compile. */
export interface BrokenUse extends LostUse {
    /** Import path of the package that uses it. */
    readonly package: string;
    /** Absolute. */
    readonly directory: string;
}
/** Which of the listed packages use what is lost, one place a package: in the package itself, or where it is imported. */
export declare function findBrokenUses(host: Host, losses: readonly FoundLoss[], packages: readonly ListedPackage[]): Promise<readonly BrokenUse[]>;
