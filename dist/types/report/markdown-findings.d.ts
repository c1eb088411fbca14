import type { JobNames } from './job-names.js';
import { type Block, type Sheet } from './markdown-blocks.js';
import type { FindingGroup } from './order.js';
/** At most five things to do, the most urgent first: what, where, and the way out. */
export declare function todoSection(groups: readonly FindingGroup[], names: JobNames, sheet: Sheet): Block;
/** New errors and warnings open; notes, what is known and what is fixed folded. */
export declare function findingSection(groups: readonly FindingGroup[], names: JobNames, sheet: Sheet): Block;
