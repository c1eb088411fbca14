import type { TargetRequest } from './target.js';
/**
 * Reads one target. Only its form is checked here: whether go can build it, `expandTargets` says.
 * Throws `target-invalid`.
 */
export declare function parseTarget(text: string): TargetRequest;
/**
 * Reads targets: a comma-separated list (line ends separate too), or several of them.
 * Empty lines and empty strings are nothing; an empty item between commas is an error.
 * Throws `target-invalid`, which quotes the item and says what to write instead.
 */
export declare function parseTargets(text: string | readonly string[]): TargetRequest[];
