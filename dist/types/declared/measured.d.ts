import type { Finding } from '../report/index.js';
import type { Snapshot } from '../snapshot/index.js';
import { type ShowFile } from './finding.js';
import type { DeclaredEnvironments, MeasuredEnvironment } from './model.js';
/** What a snapshot says of the machine that made it; `null` for a job whose file is none of those that are read. */
export declare function measuredOf({ job, toolchain, environment }: Snapshot): MeasuredEnvironment | null;
/** What was measured and is not what the repository declares for that place. */
export declare function findMeasured(declared: DeclaredEnvironments, measured: readonly MeasuredEnvironment[], show: ShowFile): readonly Finding[];
