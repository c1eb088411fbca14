import type { RecordedRoot } from './record-project.js';
/** `./...` of every module of a root: in a workspace, a pattern stops at the next go.mod. */
export declare function packagesOf({ reading }: RecordedRoot): readonly string[];
