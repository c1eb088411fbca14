import type { DistTarget, Platform, TargetRequest, WantedTarget } from './target.js';
/** What this machine and its go command say about targets. */
export interface ExpandFacts {
    /** `go tool dist list -json`. */
    readonly dist: readonly DistTarget[];
    /** GOOS and GOARCH of `go env`. */
    readonly defaultTarget: Platform;
    /** GOHOSTOS and GOHOSTARCH of `go env`. */
    readonly host: Platform;
    /** GOVERSION of `go env`; when given, variants that are too new for it are refused: an older go would ignore them. */
    readonly goVersion?: string;
}
/**
 * Holds targets against what this go can build and puts words and patterns into real ones.
 * Nothing asked for is `default`. Order is kept (that of `go tool dist list` within a pattern), the same is taken once.
 * Throws `target-invalid`, which names the nearest real targets.
 */
export declare function expandTargets(requests: readonly TargetRequest[], facts: ExpandFacts): WantedTarget[];
