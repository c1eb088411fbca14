import type { DroppedFiles } from '../incidents/index.js';
import type { Finding } from '../report/index.js';
import { type Target } from '../targets/index.js';
import type { FoundLoss } from './find-losses.js';
/** A loss as the incidents ask for it. */
export declare function asDroppedFiles({ package: path, files, names, whole, own, standIn, complete }: FoundLoss): DroppedFiles;
/**
 * What is worth saying of what a target loses that was built without cgo: everything where go turned cgo off because it found no
 * compiler, else the project's own code with nothing in its place; and a dependency that is a stub which fails when it is called.
 */
export declare function lossFindings(target: Target, root: string, losses: readonly FoundLoss[]): readonly Finding[];
