import type { EnvironmentDrift, Finding, ModuleDrift } from '../report/index.js';
import type { Root, Snapshot } from '../snapshot/index.js';
import type { JobLabel } from './job-labels.js';
/** A root of the baseline and the same one now; `before` is `null` where the baseline does not have it. */
export interface RootPair {
    readonly before: Root | null;
    readonly after: Root;
}
/** A root as it differs from that of the baseline; shared by all jobs that have it so. */
export interface ComparedRoot extends RootPair {
    readonly drifts: readonly ModuleDrift[];
    readonly findings: readonly Finding[];
}
/** A job against the same job of the baseline. */
export interface ComparedToBaseline {
    readonly label: JobLabel;
    readonly present: Snapshot;
    /** `null`: the baseline does not have this job, and nothing below was compared. */
    readonly before: Snapshot | null;
    readonly environment: readonly EnvironmentDrift[];
    /** By directory; only what was recorded this time. */
    readonly roots: ReadonlyMap<string, ComparedRoot>;
}
