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
/**
 * Decides every target before anything is built: what stops it, and what it is built without. Lists packages, asks compilers for macros
 * and lets them preprocess; compiles nothing. Throws as `recordProject` does, and `usage`.
 */
export declare function plan(session: Session, options: BuildOptions): Promise<PlanOutcome>;
