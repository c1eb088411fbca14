import { type Go } from '../go/index.js';
import type { GoValues } from '../integrity/index.js';
import type { Finding } from '../report/index.js';
import { type Target } from '../targets/index.js';
/** What is to be built, nothing left open, and what is wrong with it already. */
export interface PlannedTargets {
    readonly targets: readonly Target[];
    readonly findings: readonly Finding[];
}
/** Holds the targets against what this go can build. Throws `target-invalid`, `usage`, `go-unreadable`. */
export declare function planTargets(go: Go, env: GoValues, wanted: readonly string[]): Promise<PlannedTargets>;
