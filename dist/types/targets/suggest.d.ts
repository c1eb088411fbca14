import type { DistTarget } from './target.js';
/** A target as it is shown in messages: quoted, controls escaped, not longer than a line. */
export declare function quoteTarget(text: string): string;
/** The real targets nearest to what was written, best first, at most three; never empty when `dist` is not. */
export declare function nearestTargets(text: string, dist: readonly DistTarget[]): readonly string[];
