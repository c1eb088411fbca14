import type { Degrade } from '../report/index.js';
import { type TargetPlan } from '../targets/index.js';
import { type BuildOptions } from './options.js';
import type { Session } from './session.js';
/** What `goparity plan --format json` prints. */
export interface PlanDocument {
    readonly schema: 'goparity/plan/1';
    readonly tool: {
        readonly version: string;
    };
    readonly roots: readonly {
        readonly directory: string;
        readonly plans: readonly TargetPlan[];
    }[];
    readonly degraded: readonly Degrade[];
}
/** What `plan` gives: 3 when a target cannot be built. */
export interface PlanOutcome {
    readonly document: PlanDocument;
    readonly exitCode: 0 | 3;
}
/** Where a plan is made instead of on this machine. */
export interface PlanImage {
    readonly image: string;
    /** The command line client, in words; default: docker, else podman, whichever is on PATH. */
    readonly engine?: string;
}
/**
 * Decides every target before anything is built: what stops it, and what it is built without. Lists packages, asks compilers for macros
 * and lets them preprocess; compiles nothing. Throws as `recordProject` does, and `usage`.
 */
export declare function plan(session: Session, options: BuildOptions & {
    readonly in?: PlanImage;
}): Promise<PlanOutcome>;
