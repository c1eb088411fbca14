import type { Finding } from '../report/index.js';
/** One decision on the way, and what it was decided by. */
export interface PlanStep {
    /** What was asked: `cgo`, `C compiler`, `header files`. */
    readonly question: string;
    /** The answer in a few words. */
    readonly answer: string;
    /** `stop`: the build fails here; `open`: it cannot be told before the build. */
    readonly state: 'ok' | 'warning' | 'stop' | 'open';
    readonly steps?: readonly PlanStep[];
}
/** `open`: nothing speaks against it, and something cannot be told. */
export type PlanVerdict = 'builds' | 'builds-without' | 'cannot' | 'open';
/** A package that is built without some of its files. */
export interface PlanLoss {
    readonly package: string;
    readonly files: readonly string[];
    /** Files that stand in for them. */
    readonly replacements: readonly string[];
    readonly whole: boolean;
}
/** What becomes of one target, decided before anything is built. */
export interface TargetPlan {
    /** As asked for, where no go can build it; else canonical: `linux/arm64+cgo`. */
    readonly target: string;
    readonly verdict: PlanVerdict;
    /** The rule under which the build would report its failure; only with `cannot`. */
    readonly rule?: string;
    readonly steps: readonly PlanStep[];
    /** Import paths of packages that cannot be built, in the order met; empty where go cannot even list them. */
    readonly failedPackages: readonly string[];
    /** What the build leaves out because cgo is off. */
    readonly without: readonly PlanLoss[];
    readonly findings: readonly Finding[];
}
/** The verdict that the steps make. The rule is that of the first finding which is an error. */
export declare function concludePlan(target: string, steps: readonly PlanStep[], findings: readonly Finding[], without: readonly PlanLoss[], failedPackages?: readonly string[]): TargetPlan;
/** The verdict for people. */
export declare function describePlanVerdict(verdict: PlanVerdict): string;
/** The plans as a Mermaid flow chart, a tree for each target. */
export declare function planToMermaid(plans: readonly TargetPlan[]): string;
