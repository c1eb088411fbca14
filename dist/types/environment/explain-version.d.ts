import type { Snapshot } from '../snapshot/index.js';
/** Why another Go runs: a line that asks for one was edited. `undefined` when none was. */
export declare function explainVersion(before: Snapshot, after: Snapshot): string | undefined;
