import type { ExpectedJobs } from '../compare/index.js';
/**
 * Reads what a run was to hold: empty (nobody says), `4`, `check=4, lint`, or the JSON of GitHub's `needs`.
 * Throws `usage`, quoting what is not understood.
 */
export declare function parseExpectedJobs(text: string): ExpectedJobs;
