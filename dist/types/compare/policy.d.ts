import type { Finding, Severity } from '../report/index.js';
/** What a rule of the configuration makes of a rule id. */
export interface RuleSetting {
    readonly severity: 'off' | Severity;
    readonly reason: string;
}
/** Names findings that are no news. Every field that is given must match; `*` stands for any run of characters. */
export interface IgnoreRule {
    readonly rule?: string | undefined;
    readonly key?: string | undefined;
    /** Module path, or `path@version`. */
    readonly module?: string | undefined;
    readonly target?: string | undefined;
    readonly package?: string | undefined;
    readonly reason: string;
}
/** What a project says about findings; a parsed configuration is one. */
export interface Policy {
    readonly rules?: {
        readonly [rule: string]: RuleSetting;
    } | undefined;
    readonly ignore?: readonly IgnoreRule[] | undefined;
}
/** A finding that the policy took out, and why. */
export interface SuppressedFinding {
    readonly finding: Finding;
    readonly reason: string;
}
/** Whether a text matches a pattern in which `*` stands for any run of characters. Never backtracks more than one star. */
export declare function matchesGlob(pattern: string, text: string): boolean;
/** The fields of a finding, or of a drift, that an ignore rule can name. */
export interface Ignorable {
    readonly rule: string;
    readonly key?: string | undefined;
    readonly module?: string | undefined;
    readonly target?: string | undefined;
    readonly package?: string | undefined;
}
/** Whether an ignore rule names this. A rule that names nothing matches nothing. */
export declare function isIgnoredBy(ignore: IgnoreRule, what: Ignorable): boolean;
/**
 * Applies a project's policy: `ignore` takes findings out, `rules` changes severities or switches a rule off.
 * What was taken out comes back with its reason, so that a report can count it.
 */
export declare function applyPolicy(findings: readonly Finding[], policy: Policy): {
    readonly findings: readonly Finding[];
    readonly suppressed: readonly SuppressedFinding[];
};
