import type { Host } from '../host/index.js';
import { type TargetBinary } from '../snapshot/index.js';
/** What the programs are that a build with this `workFolder` linked; sorted by package. */
export declare function readTargetBinaries(host: Host, workFolder: string): Promise<readonly TargetBinary[]>;
