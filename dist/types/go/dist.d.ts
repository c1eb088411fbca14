import type { EnvironmentOrigin } from '../snapshot/index.js';
import { type DistTarget, type TargetFacts, type WantedTarget } from '../targets/index.js';
import type { Go } from './go.js';
/** Every target that this go can build, in its order. Throws `go-unreadable`. */
export declare function listDistTargets(go: Go): Promise<readonly DistTarget[]>;
export interface TargetFactsOptions {
    /** Where CGO_ENABLED comes from, as the origins of the recorded environment say. */
    readonly cgoOrigin: EnvironmentOrigin;
}
/** `go env` under each target, all at once, in the order of `wanted`. Throws `go-unreadable`. */
export declare function resolveTargetFacts(go: Go, wanted: readonly WantedTarget[], options: TargetFactsOptions): Promise<readonly TargetFacts[]>;
