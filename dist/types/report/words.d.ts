import type { Location, Report, Verdict } from './model.js';
/** `1 target`, `3 targets`. */
export declare function count(amount: number, one: string, many?: string): string;
/** Milliseconds for people: `840 ms`, `12.3 s`, `2 min 5 s`. */
export declare function formatDuration(ms: number): string;
/** `file:line:column`, as far as it is known. */
export declare function formatLocation({ file, line, column }: Location): string;
/** What stands between an edit and its reason: an edit may be a sentence of its own. */
export declare function afterEdit(edit: string): string;
/** One character for a verdict. */
export declare const VERDICT_SYMBOL: Readonly<Record<Verdict, string>>;
/** `linux/arm64, linux/386 and 3 more`. */
export declare function nameSome(names: readonly string[], shown: number): string;
/** Whether the report holds jobs against one another rather than a run against its baseline. */
export declare function comparesJobs({ jobs, comparison: { baseline } }: Report): boolean;
/** A baseline that was named or found, and with which nothing could be compared. */
export declare function lacksTrust(report: Report): boolean;
/** The verdict as one sentence of known words: `1 of 3 targets does not build, modules verified`. */
export declare function describeVerdict(report: Report): string;
/** Why a verdict is unknown or the run broke: in the words of the layers and the baseline, else of what was not done. */
export declare function reasonsOf(report: Report): readonly string[];
/** What the report says when there is no baseline and nobody said why. */
export declare const NO_BASELINE = "no baseline yet";
/** The way to one. */
export declare const SAVE_BASELINE = "goparity baseline save";
/** A good run that could have been compared, had there been a baseline: the one to keep. */
export declare function wantsBaseline({ verdict, comparison, targets, integrity, degraded }: Report): boolean;
/** The labels of jobs by their ids; an id that no job has stands for itself. */
export declare function jobNames(report: Report, ids: readonly string[]): readonly string[];
