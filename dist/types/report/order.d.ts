import type { Finding } from './model.js';
/** Findings that say the same of several targets, as one. */
export interface FindingGroup {
    readonly finding: Finding;
    /** In the order found, each once; empty when it is about no target. */
    readonly targets: readonly string[];
}
/** New before known before fixed, errors before warnings before notes; otherwise the causal order in which they came. */
export declare function orderFindings(findings: readonly Finding[]): readonly Finding[];
/** The same cause in several targets is one thing to read. Keeps the order of first appearance. */
export declare function groupFindings(findings: readonly Finding[]): readonly FindingGroup[];
