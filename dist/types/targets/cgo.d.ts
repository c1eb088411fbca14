import { type Target, type TargetFacts, type WantedTarget } from './target.js';
/** Decides whether cgo is on for a target, and why: what was asked for, else what go would choose there. */
export declare function decideCgo(wanted: WantedTarget, facts: TargetFacts): Target;
/** `decideCgo` for all, the same target taken once: `linux/amd64` may turn out to be `linux/amd64+cgo`. */
export declare function decideTargets(wanted: readonly WantedTarget[], facts: readonly TargetFacts[]): Target[];
/** Why cgo is on or off, for people: `off: go turns cgo off when cross-compiling`. */
export declare function describeCgo(target: Pick<Target, 'cgo' | 'cgoReason'>): string;
