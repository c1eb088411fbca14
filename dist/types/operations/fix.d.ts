import type { Ill, LocalFix } from './local-fix.js';
import type { BuildOptions } from './options.js';
import type { Session } from './session.js';
/** What can be mended here, and what cannot. */
export interface FixPlan {
    readonly fixes: readonly LocalFix[];
    /** Why nothing is done for the others. */
    readonly left: readonly {
        readonly rule: string;
        readonly why: string;
    }[];
}
/**
 * What of these ills can be mended here safely: a module of the cache, go.mod and go.sum by `go mod tidy`, a line of go.sum that the
 * checksum database contradicts, cgo off for a target of the configuration. Nothing is written. Throws as `recordProject` does.
 */
export declare function planFixes(session: Session, options: BuildOptions, ills: readonly Ill[]): Promise<FixPlan>;
/** What became of a fix. */
export type FixOutcome = {
    readonly mended: true;
} | {
    readonly mended: false;
    readonly why: string;
};
/**
 * Does it, looks whether it helped, and takes it back when it did not. A file that is no longer what it was when the fix was worked
 * out is not touched.
 */
export declare function applyFix(session: Session, { directory: named }: Pick<BuildOptions, 'directory'>, fix: LocalFix): Promise<FixOutcome>;
