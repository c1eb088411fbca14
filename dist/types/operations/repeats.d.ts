import type { Finding } from '../report/index.js';
/** `later` without what `said` says of the same module by the same rule: a bad module is told once, not by every command that fails for it. */
export declare function withoutRepeats(said: readonly Finding[], later: readonly Finding[]): readonly Finding[];
