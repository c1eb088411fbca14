import { type JobNames } from './job-names.js';
import { type Block, type Sheet } from './markdown-blocks.js';
import type { Report } from './model.js';
/** What fails, is fixed or was skipped as a table over all jobs; what builds in one line, folded. */
export declare function targetSection(report: Report, names: JobNames, sheet: Sheet): Block;
/** Which layers of the modules were verified: folded when they are what they should be. */
export declare function integritySection(report: Report, { pen, detail }: Sheet): Block;
/** Differences that nothing accounts for open, the others folded; those between the jobs apart from those from the baseline. */
export declare function comparisonSection(report: Report, names: JobNames, sheet: Sheet): Block;
/** Lines of go.sum that not all jobs have, folded. */
export declare function sumSection({ comparison: { sums } }: Report, names: JobNames, sheet: Sheet): Block;
/** The jobs that are not ok; the others folded. */
export declare function jobSection({ jobs }: Report, sheet: Sheet): Block;
/** What was asked for and not done. */
export declare function degradedSection(report: Report, { pen, detail }: Sheet): Block;
/** One line of facts: how many jobs and targets, and against which baseline, and why that one. */
export declare function factsLine(report: Report, sheet: Sheet): Block;
