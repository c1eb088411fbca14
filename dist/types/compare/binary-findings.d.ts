import type { Finding } from '../report/index.js';
import type { TargetResult } from '../snapshot/index.js';
/**
 * What changed in the programs of a target that was built before and now: `abi/drift`, one finding a program. Only for Linux: elsewhere
 * what a program loads belongs to the system.
 */
export declare function binaryFindings(was: TargetResult, now: TargetResult): readonly Finding[];
