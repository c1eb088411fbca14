import type { LayerOutcome } from '../snapshot/index.js';
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
/** One mark for each verdict and each outcome of a layer, in Markdown. */
export declare const MARK: Readonly<Record<Verdict | LayerOutcome, string>>;
/** `linux/arm64, linux/386 and 3 more`. */
export declare function nameSome(names: readonly string[], shown: number): string;
/** Why a verdict is unknown or the run broke: in the words of the layers and the baseline, else of what was not done. */
export declare function reasonsOf(report: Report): readonly string[];
/** What the report says when there is no baseline and nobody said why. */
export declare const NO_BASELINE = "no baseline yet";
/** The way to one. */
export declare const SAVE_BASELINE = "goparity baseline save";
/** A good run that could have been compared, had there been a baseline: the one to keep. */
export declare function wantsBaseline({ verdict, jobs, comparison, targets, integrity, degraded }: Report): boolean;
