import type { Report } from './model.js';
/** What was found of the modules, in a few words; `null` where nobody asked. */
export declare function integrityWords({ integrity, targets, jobs }: Report): string | null;
/** Whether warnings alone, or failures that are known, make the verdict: not the red of a failed run. */
export declare function isCalm({ verdict, findings, integrity }: Report): boolean;
/** The verdict as one sentence of known words: `1 target newly broken, 1 known, 4 jobs agree, modules verified`. */
export declare function describeVerdict(report: Report): string;
