import type { EnvironmentDrift, Fix, Location, ModuleDrift } from '../report/index.js';
import type { TargetResult } from '../snapshot/index.js';
import { type ChangedFiles } from './changed-files.js';
import type { ComparedRoot } from './compared-job.js';
/** A target that newly fails in one job. */
export interface FailureFacts {
    readonly root: ComparedRoot;
    readonly result: TargetResult;
    readonly environment: readonly EnvironmentDrift[];
    readonly change: ChangedFiles | null;
}
/** What of the change a failure belongs to. It never says that it is the cause. */
export interface Attribution {
    readonly sentences: readonly string[];
    readonly evidence: readonly string[];
    readonly location: Location | null;
    readonly fix: readonly Fix[];
}
/** Names that a sentence has. */
export declare const NAMED = 5;
/** `a, b and 3 more` */
export declare function nameAll(names: readonly string[], limit?: number): string;
/** A moved module and how the change has to do with it. */
export interface Moved {
    readonly text: string;
    /** `which this pull request bumps at go.mod:7` */
    readonly how: string;
    /** `go.mod:7`, where a line of the change names it. */
    readonly at: string | null;
    readonly location: Location | null;
    /** Whether the change asks for it, as far as anybody can tell. */
    readonly asked: boolean;
}
/** Says how a module moved, and which line of the change asks for it. */
export declare function movedHow(drift: ModuleDrift, { root, change }: FailureFacts): Moved;
/** A way back to the version of the baseline, for one that a line of the change asks for; only of what a shell can take unquoted. */
export declare function backFix({ path, change, before }: ModuleDrift, root: string): readonly Fix[];
