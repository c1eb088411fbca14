import type { Finding, Fix } from './model.js';
/** The first thing to do about a finding, or `null` where nobody knows one; `elsewhere` when it was found on other machines. */
export declare function wayOut({ fix, rule, source, subject: { target } }: Finding, elsewhere: boolean): Fix | null;
/** What is said of a finding that the baseline has too. */
export declare const KNOWN_WORDS = "It failed in the baseline too, so it does not fail this run.";
