import type { Finding, Verdict } from '../report/index.js';
import type { Integrity } from '../snapshot/index.js';
/**
 * From which severity on findings fail a run; `unknown`: errors, and a verdict `unknown` too; `unverified`: only what keeps the
 * modules from being built as verified, everything else is left to a report over all jobs.
 */
export type FailOn = 'error' | 'warning' | 'note' | 'unknown' | 'unverified' | 'never';
export interface VerdictFacts {
    /** After the policy. */
    readonly findings: readonly Finding[];
    /** `null`: nobody asked for it. */
    readonly integrity: Pick<Integrity, 'outcome'> | null;
    /** Reasons why something that was asked for could not be told: a baseline that cannot be trusted, … */
    readonly unknown?: readonly string[];
    /** The run itself broke. */
    readonly failed?: boolean;
    /** Notes make a verdict only where they fail the run. */
    readonly failOn?: FailOn;
}
/**
 * One word for a run. Unknown is never ok: it gives way to errors only.
 * Notes alone are `ok`; a known failure is still `findings`, though it does not fail the run.
 */
export declare function verdictOf({ findings, integrity, unknown, failed, failOn }: VerdictFacts): Verdict;
/**
 * 3 when the run fails: findings at or above `failOn` (known and fixed ones never count), or `unknown` when asked for.
 * `sound`: whether every module may be built; `unverified` asks for nothing but that, and for no error in the modules' integrity.
 */
export declare function exitCodeOf(verdict: Verdict, findings: readonly Finding[], failOn: FailOn, sound?: boolean): 0 | 3;
